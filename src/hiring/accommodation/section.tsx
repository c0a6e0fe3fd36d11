import type { Section, SectionsOf } from '#hiring/candidates';
import { href } from '#web/routes.ts';
import { messages } from './messages/index.ts';

/**
 * What "Your applications" shows of accommodation: the way there, for everybody alike. Which cases
 * are this candidate's is not known to the server.
 */
export const accommodationSection: SectionsOf = async (_candidate, lang): Promise<Section[]> => {
  const t = messages(lang);
  return [
    {
      id: 'accommodation',
      title: t('cases.title'),
      body: (
        <p>
          {t.rich('cases.section', {
            link: (text) => <a href={href('accommodation.cases', lang)}>{text}</a>,
          })}
        </p>
      ),
    },
  ];
};
