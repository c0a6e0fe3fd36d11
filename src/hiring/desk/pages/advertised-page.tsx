import { type Lang, type Localized, otherLang } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import { Prose } from '#ui/prose';
import { Pane, Split } from '#ui/split';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { messages } from '../messages/index.ts';

export type AdvertisedView = {
  lang: Lang;
  applicationId: string;
  reference: string;
  /** As it stood then, in both languages; `html` is safe. */
  text: Localized<{ title: string; description: string; html: string }>;
  versionHash: string;
  /** Where it says what changed in the advertised text since; null where nothing did. */
  changesPath: string | null;
  /** Whether the posting says the same today. */
  live: { kind: 'same' | 'gone' } | { kind: 'changed'; path: string };
};

/** The exact text that an application answered, both languages side by side. */
export function advertisedPage(view: AdvertisedView): Page {
  const { lang, applicationId: id, reference, text, live } = view;
  const t = messages(lang);
  const version = (of: Lang) => (
    <Pane id={`text-${of}`} title={t(`lang.${of}`)}>
      <div lang={of}>
        <h3>{text[of].title}</h3>
        {text[of].description && <p>{text[of].description}</p>}
      </div>
      <Prose lang={of} html={text[of].html} />
    </Pane>
  );
  return {
    lang,
    area: 'desk',
    title: t('advertised.title'),
    alternates: hrefs('desk.advertised', { id }),
    body: (
      <>
        <Breadcrumbs
          items={[
            { href: href('desk.processes', lang), label: t('processes.title') },
            {
              href: href('desk.application', lang, { id }),
              label: t('application.title', { reference }),
            },
          ]}
        />
        <PageHeading
          kicker={text[lang].title}
          title={t('advertised.title')}
          lead={t('advertised.lead', { reference })}
        />
        <Notice kind={live.kind === 'same' ? 'success' : 'info'}>
          <p>
            {live.kind === 'changed'
              ? t.rich('advertised.changed', {
                  link: (children) => <a href={live.path}>{children}</a>,
                })
              : t(`advertised.${live.kind}`)}
          </p>
          {view.changesPath && (
            <p>
              {t.rich('advertised.compare', {
                link: (children) => <a href={view.changesPath ?? ''}>{children}</a>,
              })}
            </p>
          )}
        </Notice>
        <p>{t('advertised.version', { hash: view.versionHash })}</p>
        <Split first={version(lang)} second={version(otherLang(lang))} />
      </>
    ),
  };
}
