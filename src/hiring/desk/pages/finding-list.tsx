import type { Lang } from '#platform/i18n';
import { Badge } from '#ui/badge';
import type { Words } from '../messages/index.ts';
import type { Decision } from '../model.ts';
import { byKind } from '../rules/coherence.ts';
import { resultTones } from './labels.ts';
import { WrittenText } from './written-text.tsx';

type FindingListProps = {
  decision: Pick<Decision, 'findings' | 'wordsLang'>;
  lang: Lang;
  /** Of the headings over each kind of criterion. */
  level: 3 | 4;
  t: Words;
};

/** What a decision found of each criterion, and what it says of it to the candidate. */
export function FindingList({ decision, lang, level, t }: FindingListProps) {
  const Heading = `h${level}` as const;
  return (
    <>
      {byKind(decision.findings).map(({ kind, items }) => (
        <section key={kind} class="criterion-list">
          <Heading>{t(`criteria.${kind}`)}</Heading>
          <ol start={decision.findings.findIndex((of) => of.kind === kind) + 1}>
            {items.map(({ criterion, text, result, words }) => (
              <li key={criterion}>
                <p class="criterion-result">
                  <span>{text[lang]} </span>
                  <Badge tone={resultTones[result]}>{t(`finding.${result}`)}</Badge>
                </p>
                {words !== '' && (
                  <div class="criterion-words">
                    <WrittenText text={words} lang={decision.wordsLang} />
                  </div>
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
