import type { ComponentChildren } from 'preact';
import type { Lang } from '#platform/i18n';
import { Timeline } from '#ui/timeline';
import { href } from '#web/routes.ts';
import { messages } from '../messages/index.ts';
import { dayInWords, moment } from '../moment.ts';
import type { OwnPage } from '../own-page.ts';
import { type Happening, timelineOf } from '../rules.ts';

type Told = Pick<OwnPage, 'standing' | 'agreed' | 'timeZone'>;

/** What happened to the application, in words for its candidate, latest first. */
export function OwnTimeline({ lang, own }: { lang: Lang; own: Told }) {
  const t = messages(lang);
  const happenings = timelineOf({ ...own.standing, agreed: own.agreed });
  if (happenings.length === 0) return null;
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline.title')}</h2>
      <Timeline
        entries={happenings.map((one, index) => ({
          id: String(index),
          title: titleOf(lang, one),
          ...whenOf(lang, own.timeZone, one),
          tone: toneOf(one),
          content: moreOf(lang, own, one),
        }))}
      />
    </section>
  );
}

function titleOf(lang: Lang, one: Happening): string {
  const t = messages(lang);
  return one.kind === 'told' ? t(`event.told.${one.outcome}`) : t(`event.${one.kind}`);
}

function whenOf(lang: Lang, timeZone: string, one: Happening): { when: string; dateTime: string } {
  if (one.kind === 'agreed') {
    const { day } = one.agreed;
    return { when: dayInWords(day, lang), dateTime: day };
  }
  const when = messages(lang)('when', moment(one.at, lang, timeZone));
  return { when, dateTime: one.at.toISOString() };
}

function toneOf(one: Happening) {
  if (one.kind === 'told') return one.outcome === 'screened-in' ? 'success' : 'info';
  if (one.kind === 'notice' || one.kind === 'answered') return 'info';
  return one.kind === 'document-quarantined' ? 'warning' : 'neutral';
}

function moreOf(lang: Lang, own: Told, one: Happening): ComponentChildren {
  const t = messages(lang);
  switch (one.kind) {
    case 'submitted-within-grace':
    case 'changed-within-grace':
      return <p>{t('event.grace')}</p>;
    case 'document-quarantined': {
      const { reference } = own.standing;
      const ask = href('my.questions', lang, { reference });
      return <p>{t.rich('event.stopped', { link: (text) => <a href={ask}>{text}</a> })}</p>;
    }
    case 'notice':
      return (
        <p>
          <a href={`#notice-${one.id}`} lang={one.lang}>
            {one.subject}
          </a>
        </p>
      );
    case 'told':
      return (
        <p>
          <a href={`#notice-${one.id}`}>{t('event.read')}</a>
        </p>
      );
    case 'agreed':
      return <AgreedWords lang={lang} timeZone={own.timeZone} agreed={one.agreed} />;
    default:
      return null;
  }
}

function AgreedWords({
  lang,
  timeZone,
  agreed: { told, closesAt },
}: {
  lang: Lang;
  timeZone: string;
  agreed: OwnPage['agreed'][number];
}) {
  const t = messages(lang);
  return (
    <>
      {closesAt && <p>{t('event.agreed.closing', moment(closesAt, lang, timeZone))}</p>}
      {told && (
        <>
          <p>{t('event.agreed.told')}</p>
          <ul class="told-words">
            {told[lang].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
