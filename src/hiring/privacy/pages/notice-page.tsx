import type { Lang, Localized } from '#platform/i18n';
import { PageHeading } from '#ui/heading';
import { Prose } from '#ui/prose';
import type { Page, SiteIdentity } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { messages } from '../messages/index.ts';
import type { PrivacyNotice, RetentionEntry } from '../notice/notice.ts';

const commissioner: Localized = {
  en: 'https://www.priv.gc.ca/en/',
  fr: 'https://www.priv.gc.ca/fr/',
};

/** The privacy notice, as the schedule of retention makes it. */
export function noticePage(lang: Lang, notice: PrivacyNotice, site: SiteIdentity): Page {
  const t = messages(lang);
  const { sections, retention } = notice.text[lang];
  return {
    lang,
    area: 'site',
    title: t('notice.title'),
    description: t('notice.lead'),
    alternates: hrefs('site.privacy'),
    indexable: true,
    body: (
      <>
        <PageHeading title={t('notice.title')} lead={t('notice.lead')} />
        <Prose>
          {sections.map(({ id, title, body }) => (
            <section key={id}>
              <h2>{title}</h2>
              <p>{body}</p>
              {id === 'keep' &&
                retention.map((entry) => <Kept key={entry.id} entry={entry} lang={lang} />)}
              {id === 'rights' && <Rights lang={lang} contactEmail={site.contactEmail} />}
            </section>
          ))}
          <p>{t('notice.version', { version: notice.version })}</p>
        </Prose>
      </>
    ),
  };
}

function Kept({ entry, lang }: { entry: RetentionEntry; lang: Lang }) {
  const t = messages(lang);
  return (
    <>
      <h3>{entry.what}</h3>
      <p>
        <strong>{entry.term.charAt(0).toUpperCase() + entry.term.slice(1)}.</strong> {entry.why}
        {entry.bank && <> {entry.bank}</>} {t('notice.source')}{' '}
        {entry.sources.map(({ title, url }, index) => (
          <>
            {index > 0 && '; '}
            <a href={url}>{title}</a>
          </>
        ))}
        .
      </p>
    </>
  );
}

function Rights({ lang, contactEmail }: { lang: Lang; contactEmail: string | null }) {
  const t = messages(lang);
  return (
    <>
      <p>
        {t.rich('notice.rights.page', {
          link: (text) => <a href={href('my.privacy', lang)}>{text}</a>,
        })}
      </p>
      {contactEmail && (
        <p>
          {t.rich('notice.rights.contact', {
            email: contactEmail,
            link: (text) => <a href={`mailto:${contactEmail}`}>{text}</a>,
          })}
        </p>
      )}
      <p>
        {t.rich('notice.rights.complaint', {
          link: (text) => <a href={commissioner[lang]}>{text}</a>,
        })}
      </p>
    </>
  );
}
