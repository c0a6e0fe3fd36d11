import { reasonInWords } from '#hiring/desk';
import type { Lang } from '#platform/i18n';
import { Badge, type BadgeTone } from '#ui/badge';
import { Facts } from '#ui/facts';
import { messages } from '../messages/index.ts';
import { type Finding, type ToldDecision, criterionKinds } from '../model.ts';
import { moment } from '../moment.ts';

const tones = {
  met: 'success',
  'not-met': 'warning',
  'not-assessed': 'neutral',
} as const satisfies Record<Finding['result'], BadgeTone>;

type Shown = { lang: Lang; timeZone: string; decision: ToldDecision };

/** The records of the decisions that were told: the one told last, then those before it. */
export function Records({
  lang,
  timeZone,
  decisions,
}: Omit<Shown, 'decision'> & { decisions: readonly ToldDecision[] }) {
  const t = messages(lang);
  return (
    <>
      {decisions.map((decision, index) => {
        const { id, decidedAt } = decision;
        const { date } = moment(decidedAt, lang, timeZone);
        return (
          <section key={id} aria-labelledby={`record-${id}`}>
            <h2 id={`record-${id}`}>
              {index === 0 ? t('record.title') : t('record.earlier', { date })}
            </h2>
            <Record lang={lang} timeZone={timeZone} decision={decision} />
            {index === 0 && <p class="screen-only">{t('record.print')}</p>}
          </section>
        );
      })}
    </>
  );
}

function Record({ lang, timeZone, decision }: Shown) {
  const t = messages(lang);
  const { outcome, reason, decidedAt, toldAt, words, wordsLang, findings } = decision;
  const day = (at: Date) => (
    <time dateTime={at.toISOString()}>{moment(at, lang, timeZone).date}</time>
  );
  return (
    <div class="record">
      <Facts
        items={[
          { term: t('record.outcome'), detail: t(`record.outcome.${outcome}`) },
          { term: t('record.reason'), detail: reasonInWords(lang, reason) },
          { term: t('record.decided'), detail: day(decidedAt) },
          { term: t('record.told'), detail: day(toldAt) },
        ]}
      />
      {words.trim() !== '' && (
        <>
          <h3>{t('record.words')}</h3>
          <blockquote class="as-typed team-words" lang={wordsLang} dir="auto">
            {words}
          </blockquote>
        </>
      )}
      {findings.length > 0 && <h3>{t('record.criteria')}</h3>}
      {criterionKinds.map((kind) => {
        const ofKind = findings.filter((finding) => finding.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <div key={kind} class="record-findings">
            <h4>{t(`record.kind.${kind}`)}</h4>
            <ul>
              {ofKind.map((finding) => (
                <FindingItem
                  key={finding.criterion}
                  lang={lang}
                  finding={finding}
                  wordsLang={wordsLang}
                />
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

function FindingItem({
  lang,
  finding: { text, result, words },
  wordsLang,
}: {
  lang: Lang;
  finding: Finding;
  wordsLang: Lang;
}) {
  return (
    <li class="record-finding">
      <p>{text[lang]}</p>
      <p class="record-result">
        <Badge tone={tones[result]}>{messages(lang)(`record.result.${result}`)}</Badge>
      </p>
      {words.trim() !== '' && (
        <p class="as-typed record-words" lang={wordsLang} dir="auto">
          {words}
        </p>
      )}
    </li>
  );
}
