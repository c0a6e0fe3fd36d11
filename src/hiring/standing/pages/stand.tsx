import type { VNode } from 'preact';
import type { Lang } from '#platform/i18n';
import { Notice, type NoticeKind } from '#ui/notice';
import { href } from '#web/routes.ts';
import { messages } from '../messages/index.ts';
import { moment } from '../moment.ts';
import type { OwnPage } from '../own-page.ts';
import { receiptPath } from './paths.ts';

/** Where the application stands, in one sentence, and what happens next. */
export function StandPart({ lang, own }: { lang: Lang; own: OwnPage }) {
  const { stand } = own;
  const kind: NoticeKind = stand.kind === 'screened-in' ? 'success' : 'info';
  return (
    <Notice kind={kind} title={messages(lang)(`stand.${stand.kind}.title`)}>
      <Next lang={lang} own={own} />
    </Notice>
  );
}

function Next({ lang, own }: { lang: Lang; own: OwnPage }) {
  const { stand, timeZone, slugs } = own;
  const t = messages(lang);
  const to = (path: string) => (text: (string | VNode)[]) => <a href={path}>{text}</a>;
  const change = to(`${receiptPath(lang, own)}#change-title`);
  switch (stand.kind) {
    case 'open': {
      const until = moment(stand.until, lang, timeZone);
      return <p>{t.rich('stand.open.next', { ...until, link: change })}</p>;
    }
    case 'open-ended':
      return <p>{t.rich('stand.open-ended.next', { link: change })}</p>;
    case 'withdrawn':
      return (
        <>
          <p>{t.rich('stand.withdrawn.next', { link: to(href('site.privacy', lang)) })}</p>
          {stand.again && slugs && (
            <p>
              {t.rich('stand.withdrawn.again', {
                link: to(href('apply.form', lang, { slug: slugs[lang] })),
              })}
            </p>
          )}
        </>
      );
    case 'being-read':
    case 'screened-in':
    case 'screened-out':
      return <p>{t(`stand.${stand.kind}.next`)}</p>;
  }
}
