import { formatIsoDateTime } from '#platform/i18n';
import type { BadgeTone } from '#ui/badge';
import { Disclosure } from '#ui/disclosure';
import { Pane } from '#ui/split';
import { Timeline, type TimelineEntry } from '#ui/timeline';
import type { Words } from '../messages/index.ts';
import type { HistoryEvent } from '../model.ts';
import type { ApplicationView } from './application-view.ts';
import { FindingList } from './finding-list.tsx';
import { reasonSentence } from './labels.ts';
import { WrittenText } from './written-text.tsx';

/** What happened to the application, in words, latest first. */
export function HistoryPane({ view, t }: { view: ApplicationView; t: Words }) {
  const { events } = view.application;
  if (!events) return null;
  return (
    <Pane id="history-title" title={t('history.title')}>
      <Timeline entries={events.map((event) => entry(event, view, t))} />
    </Pane>
  );
}

const tones: Readonly<Partial<Record<string, BadgeTone>>> = {
  'screened-in': 'success',
  'screened-out': 'danger',
  submitted: 'info',
  'submitted-within-grace': 'info',
  changed: 'info',
  'changed-within-grace': 'info',
  'document-quarantined': 'danger',
  'notice-sent': 'info',
};

function entry(event: HistoryEvent, view: ApplicationView, t: Words): TimelineEntry {
  return {
    id: event.id,
    title: title(event, t),
    when: formatIsoDateTime(event.at, view.timeZone),
    dateTime: event.at.toISOString(),
    by: event.actor === 'staff' ? (event.by ?? undefined) : t(`history.${event.actor}`),
    tone: tones[event.kind],
    content: content(event, view, t),
  };
}

function title({ kind, detail }: HistoryEvent, t: Words): string {
  switch (kind) {
    case 'submitted':
    case 'submitted-within-grace':
    case 'changed':
    case 'changed-within-grace':
    case 'document-quarantined':
    case 'screened-in':
    case 'screened-out':
    case 'withdrawn':
    case 'notice-sent':
    case 'note-added':
      return t(`event.${kind}`);
    case 'resume-opened':
      return detail['way'] === 'download'
        ? t('event.resume-opened.download')
        : t('event.resume-opened');
    default:
      return t('event.other', { kind });
  }
}

/** The reason of a decision, and the words to the candidate for those who may read them. */
function content(event: HistoryEvent, view: ApplicationView, t: Words) {
  const { reason, decision } = event.detail;
  if (typeof reason !== 'string') return undefined;
  const decided = view.application.decisions?.find(({ id }) => id === decision);
  return (
    <>
      <p>{reasonSentence(t, reason)}</p>
      {decided && <WrittenText text={decided.words} lang={decided.wordsLang} />}
      {decided && decided.findings.length > 0 && (
        <Disclosure summary={t('screen.criteria')}>
          <FindingList decision={decided} lang={view.lang} level={3} t={t} />
        </Disclosure>
      )}
    </>
  );
}
