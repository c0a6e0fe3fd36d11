import type { Lang } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { Actions, Button, ButtonLink, Form } from '#ui/form';
import { PageHeading } from '#ui/heading';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { messages } from '../messages/index.ts';
import { moment } from '../moment.ts';
import type { OwnPage } from '../own-page.ts';

/** What withdrawing means, and the button that does it. */
export function withdrawPage({
  lang,
  own,
  csrf,
  hasDraft,
}: {
  lang: Lang;
  own: OwnPage;
  csrf: string;
  /** Whether a new version was begun and not sent. */
  hasDraft: boolean;
}): Page {
  const t = messages(lang);
  const { reference } = own.standing;
  const privacy = href('site.privacy', lang);
  const back = href('my.application', lang, { reference });
  return {
    lang,
    area: 'site',
    title: t('withdraw.title'),
    alternates: hrefs('my.withdraw', { reference }),
    body: (
      <>
        <Breadcrumbs
          items={[
            { href: href('my.applications', lang), label: t('back.mine') },
            { href: back, label: t('back.own', { reference }) },
          ]}
        />
        <PageHeading
          title={t('withdraw.title')}
          kicker={t('ask.kicker', { title: own.title[lang], reference })}
          lead={t('withdraw.lead')}
        />
        <ul>
          <li>
            <strong>{t('withdraw.final')}</strong>
          </li>
          <li>{againWords(lang, own)}</li>
          {hasDraft && <li>{t('withdraw.draft')}</li>}
          <li>{t.rich('withdraw.kept', { link: (text) => <a href={privacy}>{text}</a> })}</li>
          <li>{t('withdraw.email')}</li>
        </ul>
        <Form action={href('my.withdraw', lang, { reference })} csrf={csrf}>
          <Actions>
            <Button variant="danger">{t('withdraw.do')}</Button>
            <ButtonLink variant="quiet" href={back}>
              {t('withdraw.keep')}
            </ButtonLink>
          </Actions>
        </Form>
      </>
    ),
  };
}

function againWords(lang: Lang, { openness: { open, closesAt }, timeZone }: OwnPage): string {
  const t = messages(lang);
  if (!open) return t('withdraw.again.closed');
  if (!closesAt) return t('withdraw.again.open');
  return t('withdraw.again.until', moment(closesAt, lang, timeZone));
}
