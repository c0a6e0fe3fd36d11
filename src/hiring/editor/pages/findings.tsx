import type { Finding, Severity } from '#hiring/check';
import type { Lang } from '#platform/i18n';
import { Badge, type BadgeTone } from '#ui/badge';
import type { PlacedFinding, TextPart } from '../find-findings.ts';
import type { Words } from '../messages/index.ts';

type Counted = { errors: number; warnings: number };

/** How many findings of which weight; suggestions are not counted. */
export function countFindings(findings: readonly PlacedFinding[]): Counted {
  const of = (severity: Severity): number =>
    findings.filter(({ finding }) => finding.severity === severity).length;
  return { errors: of('error'), warnings: of('warning') };
}

/** What the check finds in one text, beside it; each leads to its text area. */
export function Findings({
  part,
  findings,
  t,
}: {
  part: TextPart;
  findings: readonly PlacedFinding[];
  t: Words;
}) {
  const own = findings.filter((one) => one.part === part);
  return (
    <section class="findings" id={`findings-${part}`} aria-labelledby={`findings-${part}-title`}>
      <h3 id={`findings-${part}-title`}>{t(`findings.title.${part}`)}</h3>
      {own.length === 0 ? (
        <p>{t('findings.none')}</p>
      ) : (
        <ol class="findings-list">
          {own.map((one, index) => (
            <OneFinding key={index} one={one} t={t} />
          ))}
        </ol>
      )}
    </section>
  );
}

const tones: Record<Severity, BadgeTone> = { error: 'danger', warning: 'warning', info: 'info' };

function OneFinding({ one, t }: { one: PlacedFinding; t: Words }) {
  const { finding, said, part, field, line, start, end } = one;
  const { counterpart } = finding;
  const other: Lang = counterpart?.file.startsWith('fr/') ? 'fr' : 'en';
  return (
    <li
      class={`finding finding-${finding.severity}`}
      data-field={field}
      data-start={start}
      data-end={end}
    >
      <p class="finding-place">
        <Badge tone={tones[finding.severity]}>{said.severity}</Badge>{' '}
        {field === null ? (
          t('findings.at.file', { line })
        ) : (
          <a href={`#${field}`}>{where(one, t)}</a>
        )}
      </p>
      <p class="finding-message">{said.message}</p>
      <Quote quote={finding.place.quote} of={part === 'facts' ? undefined : part} />
      {counterpart && (
        <>
          <p class="finding-other">
            {t(`findings.counterpart.${other}`, { line: counterpart.start.line })}
          </p>
          <Quote quote={counterpart.quote} of={other} />
        </>
      )}
      <p class="finding-remedy">{said.remedy}</p>
    </li>
  );
}

function where({ field, line }: PlacedFinding, t: Words): string {
  if (field?.endsWith('-title')) return t('findings.at.title');
  if (field?.endsWith('-description')) return t('findings.at.description');
  return t('findings.at.line', { line });
}

function Quote({ quote, of }: { quote: Finding['place']['quote']; of: Lang | undefined }) {
  const { text, start, end } = quote;
  if (text.trim() === '') return null;
  return (
    <blockquote class="finding-quote" lang={of} dir="auto">
      {text.slice(0, start)}
      {end > start && <mark>{text.slice(start, end)}</mark>}
      {text.slice(end)}
    </blockquote>
  );
}
