import { type Lang, formatDate } from '#platform/i18n';
import { PageHeading } from '#ui/heading';
import { Prose } from '#ui/prose';
import type { Page, SiteIdentity } from '#web/page.ts';
import { hrefs } from '#web/routes.ts';
import { messages } from '../messages/index.ts';

/** When the statement was last reviewed. SOR/2025-255 asks for a review every 12 months. */
const reviewedOn = new Date('2026-11-24T12:00:00Z');

/** The accessibility statement: aim, checks, known gaps, two ways to reach someone. */
export function accessibilityPage(lang: Lang, site: SiteIdentity): Page {
  const t = messages(lang);
  const { accommodationEmail, contactEmail } = site;
  return {
    lang,
    area: 'site',
    title: t('accessibility.title'),
    description: t('accessibility.lead'),
    alternates: hrefs('site.accessibility'),
    indexable: true,
    body: (
      <>
        <PageHeading title={t('accessibility.title')} lead={t('accessibility.lead')} />
        <Prose>
          {(['standard', 'how', 'gaps'] as const).map((section) => (
            <section key={section}>
              <h2>{t(`accessibility.${section}.title`)}</h2>
              <p>{t(`accessibility.${section}.body`)}</p>
            </section>
          ))}
          {(accommodationEmail || contactEmail) && <h2>{t('accessibility.contact.title')}</h2>}
          {accommodationEmail && (
            <p>
              {t.rich('accessibility.contact.email', {
                email: accommodationEmail,
                link: (text) => <a href={`mailto:${accommodationEmail}`}>{text}</a>,
              })}
            </p>
          )}
          {contactEmail && (
            <p>
              {t.rich('accessibility.contact.general', {
                email: contactEmail,
                link: (text) => <a href={`mailto:${contactEmail}`}>{text}</a>,
              })}
            </p>
          )}
          <p>{t('accessibility.date', { date: formatDate(reviewedOn, lang, 'UTC') })}</p>
        </Prose>
      </>
    ),
  };
}
