import type { Lang, Localized } from '#platform/i18n';
import { Disclosure } from '#ui/disclosure';
import { Prose } from '#ui/prose';
import { href } from '#web/routes.ts';
import { messages } from '../messages/index.ts';

const commissioner: Localized = {
  en: 'https://www.priv.gc.ca/en/',
  fr: 'https://www.priv.gc.ca/fr/',
};

/** The privacy notice of the form: purpose and authority, what is kept, for how long, rights. */
export function Protection({ lang }: { lang: Lang }) {
  const t = messages(lang);
  return (
    <Disclosure summary={t('protect.title')}>
      <Prose>
        <p>{t('protect.purpose')}</p>
        <p>{t('protect.kept')}</p>
        <p>{t('protect.time')}</p>
        <p>{t('protect.rights')}</p>
        <p>
          {t.rich('protect.complaint', {
            link: (text) => <a href={commissioner[lang]}>{text}</a>,
          })}
        </p>
        <p>
          {t.rich('protect.more', {
            link: (text) => <a href={href('site.privacy', lang)}>{text}</a>,
          })}
        </p>
      </Prose>
    </Disclosure>
  );
}
