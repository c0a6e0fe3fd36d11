import { styleText } from 'node:util';
import { describeFinding } from '../engine/describe.ts';
import type { Finding, LocatedPlace, Severity } from '../model.ts';
import type { Reporter, ReporterOptions, Summary } from './reporter.ts';
import { whereabouts } from './whereabouts.ts';
import { words } from './words.ts';

type Style = Parameters<typeof styleText>[0];

const colors: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'cyan' };

/** For people: grouped by posting, each finding with the lines that it is about. */
export function prettyReporter(options: ReporterOptions): Reporter {
  const { lang, write, color, withSuggestions } = options;
  const t = words(lang);
  const paint = (style: Style, text: string): string =>
    color ? styleText(style, text, { validateStream: false }) : text;

  const showPlace = (
    place: LocatedPlace,
    severity: Severity,
    pathOf: (file: string) => string,
  ): void => {
    const { line, column } = place.start;
    const where = whereabouts(place, lang);
    const at = `${pathOf(place.file)}:${line}:${column}`;
    write(`    ${paint('dim', where === null ? at : `${at}  ${where}`)}\n`);
    const { text, start, end } = place.quote;
    if (text.trim() === '') return;
    const indent = text.length - text.trimStart().length;
    const cut = Math.min(indent, start);
    const marker = '^'.repeat(Math.max(1, widthOf(text.slice(start, Math.max(end, start)))));
    write(`      ${paint('dim', '|')} ${text.slice(cut)}\n`);
    write(
      `      ${paint('dim', '|')} ${' '.repeat(widthOf(text.slice(cut, start)))}${paint(colors[severity], marker)}\n`,
    );
  };

  const showFinding = (finding: Finding, pathOf: (file: string) => string): void => {
    const { message, remedy } = describeFinding(finding, lang);
    const { severity, rule, place, counterpart } = finding;
    const label = paint(colors[severity], t('severity', { severity }));
    write(`  ${label}  ${message}  ${paint('dim', rule)}\n`);
    showPlace(place, severity, pathOf);
    if (counterpart) showPlace(counterpart, severity, pathOf);
    write(`    → ${remedy}\n\n`);
  };

  return {
    begin() {},
    group({ files, findings }, pathOf) {
      const shown = withSuggestions
        ? findings
        : findings.filter(({ severity }) => severity !== 'info');
      if (shown.length === 0) return;
      for (const file of files) write(`${paint(['bold', 'underline'], pathOf(file))}\n`);
      write('\n');
      for (const finding of shown) showFinding(finding, pathOf);
    },
    end(summary) {
      for (const line of summaryLines(summary, options, t)) write(`${line}\n`);
    },
  };
}

function summaryLines(
  { postings, findings, fixable, fixed, changedFiles }: Summary,
  { preview, withSuggestions }: ReporterOptions,
  t: ReturnType<typeof words>,
): string[] {
  const { error: errors, warning: warnings, info: infos } = findings;
  const lines: string[] = [];
  if (changedFiles > 0)
    lines.push(t(preview ? 'would-fix' : 'fixed', { fixed, files: changedFiles }));
  if (errors + warnings + infos === 0) return [...lines, t('clean', { postings })];
  lines.push(t('counts', { errors, warnings, infos, postings }));
  if (infos > 0 && !withSuggestions) lines.push(t('hidden'));
  if (fixable > 0) lines.push(t('fixable', { fixable }));
  return lines;
}

/** Columns that a text takes in a terminal: letters with their accents, one each; wide ones, two. */
function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    width += /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hangul}/u.test(segment) ? 2 : 1;
  }
  return width;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
