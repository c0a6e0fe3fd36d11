import type { Lang, Localized } from '#platform/i18n';
import { href } from '#web/routes.ts';
import { messages } from './messages/index.ts';

/** What "Your applications" shows of it: the way to ask about each. */
export function questionSection(
  lang: Lang,
  applications: readonly { reference: string; title: Localized }[],
) {
  if (applications.length === 0) return [];
  const t = messages(lang);
  const body = (
    <>
      <p>{t('section.body')}</p>
      <ul>
        {applications.map(({ reference, title }) => (
          <li key={reference}>
            <a href={href('my.questions', lang, { reference })}>
              {t('ask.kicker', { title: title[lang], reference })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
  return [{ id: 'questions', title: t('section.title'), body }];
}
