import { type CheckConfig, type Finding, checkPair } from '#hiring/check';
import type { Localized } from '#platform/i18n';

type Given = { process?: string; config?: CheckConfig };

/** For tests: what one rule or family finds between two bodies; `process` is YAML, the same for both. */
export function checkBodies(
  bodies: Localized,
  rule: string,
  { process = '', config }: Given = {},
): Finding[] {
  const facts = process === '' ? '' : `process:\n${process.replaceAll(/^/gm, '  ')}\n`;
  const front = `---\ntitle: A\ndescription: B\narchived: false\ntranslationKey: a\n${facts}---\n\n`;
  return checkPair(
    {
      en: { file: 'en/a.md', source: `${front}${bodies.en}\n` },
      fr: { file: 'fr/a.md', source: `${front}${bodies.fr}\n` },
    },
    { now: new Date('2026-03-01T12:00:00Z'), rules: [rule], ...(config && { config }) },
  );
}
