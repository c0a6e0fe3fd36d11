import { type Finding, checkPair } from '#hiring/check';
import type { Lang } from '#platform/i18n';

/** For tests: what one rule or family finds in a text of one language, and the text once fixed. */
export function checkText(
  lang: Lang,
  body: string,
  rule: string,
  other = '## A\n\nB.\n',
): { findings: Finding[]; fixed: string } {
  const front = '---\ntitle: A\ndescription: B\narchived: false\ntranslationKey: a\n---\n\n';
  const texts = { [lang]: body, [lang === 'en' ? 'fr' : 'en']: other } as Record<Lang, string>;
  const file = `${lang}/a.md`;
  const findings = checkPair(
    {
      en: { file: 'en/a.md', source: front + texts.en },
      fr: { file: 'fr/a.md', source: front + texts.fr },
    },
    { now: new Date('2026-03-01T12:00:00Z'), rules: [rule] },
  ).filter(({ place }) => place.file === file);
  const edits = findings
    .flatMap(({ fix }) => fix ?? [])
    .sort((a, b) => b.span.start - a.span.start);
  let fixed = front + body;
  for (const { span, text } of edits)
    fixed = fixed.slice(0, span.start) + text + fixed.slice(span.end);
  return { findings, fixed: fixed.slice(front.length) };
}
