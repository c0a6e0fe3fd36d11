import type { Lang } from '#platform/i18n';
import { Actions, ButtonLink } from '#ui/form';
import { href } from '#web/routes.ts';
import { messages } from '../messages/index.ts';
import { dayInWords, moment } from '../moment.ts';
import type { OwnPage } from '../own-page.ts';

/** Address of the form of the request. */
function discussPath(lang: Lang, reference: string): string {
  return `${href('my.questions', lang, { reference })}?about=informal-discussion`;
}

/**
 * What an informal discussion is: in an internal process the law provides for it, elsewhere it is
 * offered all the same, and no right to it is claimed.
 */
export function DiscussionOffer({ lang, own }: { lang: Lang; own: Pick<OwnPage, 'facts'> }) {
  const internal = own.facts?.areaOfSelection?.kind === 'internal';
  return <>{messages(lang)(internal ? 'discussion.internal' : 'discussion.external')}</>;
}

/** How to ask for an informal discussion, that it was asked for, or that the time is over. */
export function DiscussionPart({ lang, own }: { lang: Lang; own: OwnPage }) {
  const { discussion, standing, timeZone } = own;
  if (!discussion) return null;
  const t = messages(lang);
  const { reference } = standing;
  const questions = href('my.questions', lang, { reference });
  const link = (text: (string | preact.VNode)[]) => <a href={questions}>{text}</a>;
  return (
    <section aria-labelledby="discussion">
      <h2 id="discussion">{t('discussion.title')}</h2>
      {discussion.kind === 'offered' && (
        <>
          <p>
            <DiscussionOffer lang={lang} own={own} />
          </p>
          <p>
            <strong>{t('discussion.until', { date: dayInWords(discussion.lastDay, lang) })}</strong>
          </p>
          <Actions>
            <ButtonLink href={discussPath(lang, reference)}>{t('discussion.do')}</ButtonLink>
          </Actions>
        </>
      )}
      {discussion.kind === 'asked' && (
        <p>
          {t.rich('discussion.asked', {
            date: moment(discussion.at, lang, timeZone).date,
            link,
          })}
        </p>
      )}
      {discussion.kind === 'over' && (
        <p>{t.rich('discussion.over', { date: dayInWords(discussion.lastDay, lang), link })}</p>
      )}
    </section>
  );
}
