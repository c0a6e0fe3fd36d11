import type { Lang, Localized } from '#platform/i18n';
import { PageHeading } from '#ui/heading';
import { Prose } from '#ui/prose';
import type { Page, SiteIdentity } from '#web/page.ts';
import { hrefs } from '#web/routes.ts';
import { messages } from '../messages/index.ts';

const commissioner: Localized = {
  en: 'https://www.priv.gc.ca/en/',
  fr: 'https://www.priv.gc.ca/fr/',
};

const sections = [
  'collect',
  'use',
  'refuse',
  'keep',
  'rights',
  'accommodation',
  'cookies',
] as const;

/** The privacy notice: the elements that the Privacy Act and its directive ask of one. */
export function privacyPage(lang: Lang, site: SiteIdentity): Page {
  const t = messages(lang);
  const { contactEmail } = site;
  return {
    lang,
    area: 'site',
    title: t('privacy.title'),
    description: t('privacy.lead'),
    alternates: hrefs('site.privacy'),
    indexable: true,
    body: (
      <>
        <PageHeading title={t('privacy.title')} lead={t('privacy.lead')} />
        <Prose>
          {sections.map((section) => (
            <section key={section}>
              <h2>{t(`privacy.${section}.title`)}</h2>
              <p>{t(`privacy.${section}.body`)}</p>
              {section === 'rights' && contactEmail && (
                <p>
                  {t.rich('privacy.rights.contact', {
                    email: contactEmail,
                    link: (text) => <a href={`mailto:${contactEmail}`}>{text}</a>,
                  })}
                </p>
              )}
              {section === 'rights' && (
                <p>
                  {t.rich('privacy.rights.complaint', {
                    link: (text) => <a href={commissioner[lang]}>{text}</a>,
                  })}
                </p>
              )}
            </section>
          ))}
        </Prose>
      </>
    ),
  };
}
