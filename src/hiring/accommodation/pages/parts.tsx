import {
  type Lang,
  formatDate,
  formatIsoDateTime,
  formatTime,
  formatTimeZone,
} from '#platform/i18n';
import type { Words } from '../messages/index.ts';
import type { Arrangement, OpenEntry } from '../model.ts';
import type { PostingChoice } from '../deps.ts';

/** Text as a person wrote it. */
export function AsTyped({ text }: { text: string }) {
  return (
    <p class="as-typed" dir="auto">
      {text}
    </p>
  );
}

/** A moment in words, in its zone. */
export function momentArgs(instant: Date, lang: Lang, timeZone: string) {
  return {
    date: formatDate(instant, lang, timeZone),
    time: formatTime(instant, lang, timeZone),
    zone: formatTimeZone(instant, lang, timeZone),
  };
}

/** What an arrangement says: what will be told, word for word, and the later closing. */
export function ArrangementTerms({
  arrangement,
  posting,
  lang,
  t,
}: {
  arrangement: Arrangement;
  posting: PostingChoice | null;
  lang: Lang;
  t: Words;
}) {
  const { told, closesAt } = arrangement;
  const lines = told[lang];
  return (
    <>
      {lines.length > 0 ? (
        <>
          <h3>{posting ? t('terms.told', { title: posting.title }) : t('terms.untold')}</h3>
          <ul class="told-words">
            {lines.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
          {posting && <p>{t('terms.only')}</p>}
        </>
      ) : (
        <p>{t('terms.nothing')}</p>
      )}
      {closesAt && posting && (
        <>
          <h3>{t('terms.later')}</h3>
          <p>
            {t('terms.until', {
              title: posting.title,
              ...momentArgs(new Date(closesAt), lang, posting.timeZone),
            })}
          </p>
          <p>{t('terms.laterTold')}</p>
        </>
      )}
    </>
  );
}

type Side = 'candidate' | 'custodian';

/** What was said and done, the oldest first. `reader` decides who is "you". */
export function Conversation({
  entries,
  reader,
  lang,
  timeZone,
  t,
}: {
  entries: readonly OpenEntry[];
  reader: Side;
  lang: Lang;
  timeZone: string;
  t: Words;
}) {
  return (
    <ol class="conversation">
      {entries.map(({ id, entry }) => {
        const side: Side = sideOf(entry);
        const at = new Date(entry.at);
        const who = side === reader ? t('who.you') : t(`who.${side}`);
        return (
          <li key={id} class={side === reader ? 'said said-own' : 'said'}>
            <p class="said-by">
              <strong>{titleOf(entry, who, t)}</strong>{' '}
              <time dateTime={entry.at}>{formatIsoDateTime(at, timeZone)}</time>
            </p>
            <Content entry={entry} lang={lang} t={t} />
          </li>
        );
      })}
    </ol>
  );
}

function sideOf(entry: OpenEntry['entry']): Side {
  switch (entry.kind) {
    case 'message':
      return entry.by;
    case 'request':
    case 'answer':
    case 'proven':
      return 'candidate';
    case 'proposal':
    case 'closed':
    case 'readmitted':
      return 'custodian';
  }
}

function titleOf(entry: OpenEntry['entry'], who: string, t: Words): string {
  if (entry.kind === 'answer') return t(entry.agrees ? 'said.agreed' : 'said.declined', { who });
  return t(`said.${entry.kind}`, { who });
}

function Content({ entry, lang, t }: { entry: OpenEntry['entry']; lang: Lang; t: Words }) {
  switch (entry.kind) {
    case 'request':
      return (
        <>
          <AsTyped text={entry.help} />
          <p class="said-more">{entry.stages.map((stage) => t(`stage.${stage}`)).join(' · ')}</p>
        </>
      );
    case 'message':
      return <AsTyped text={entry.words} />;
    case 'proposal':
      return (
        <>
          {entry.words && <AsTyped text={entry.words} />}
          {entry.arrangement.told[lang].length > 0 && (
            <ul class="told-words">
              {entry.arrangement.told[lang].map((line) => (
                <li key={line} dir="auto">
                  {line}
                </li>
              ))}
            </ul>
          )}
          {entry.arrangement.closesAt && <p class="said-more">{t('said.later')}</p>}
        </>
      );
    case 'answer':
      return entry.words ? <AsTyped text={entry.words} /> : null;
    case 'proven':
    case 'readmitted':
    case 'closed':
      return null;
  }
}
