import type { Section } from '#hiring/candidates';
import type { Lang } from '#platform/i18n';
import { href } from '#web/routes.ts';
import { messages } from '../messages/index.ts';
import type { PrivacyRequest } from '../model.ts';

/** What "Your applications" says of privacy: the way to the page, and how many requests are open. */
export function privacySection(lang: Lang, requests: readonly PrivacyRequest[]): Section {
  const t = messages(lang);
  const count = requests.filter(({ closed }) => !closed).length;
  return {
    id: 'privacy',
    title: t('home.title'),
    body: (
      <p>
        {t.rich('section.lead', {
          link: (text) => <a href={href('my.privacy', lang)}>{text}</a>,
        })}{' '}
        {t('section.open', { count })}
      </p>
    ),
  };
}
