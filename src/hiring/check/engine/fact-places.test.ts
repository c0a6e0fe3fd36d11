import { describe, expect, it } from 'vitest';
import { parseDocument } from '#hiring/prose';
import { factPlaces } from './fact-places.ts';

const half = (lang: 'en' | 'fr', front: string, newline = '\n') =>
  parseDocument(
    lang,
    `${lang}/a.md`,
    `---\ntitle: A\n${front}translationKey: k\n---\n\nSome words.\n`.replaceAll('\n', newline),
  )!;

const facts = `# What is known
seats:
  - count: 1
    language: { requirement: bilingual, profile: { reading: B, writing: B, oral: B } } # asked
closes: "2030-05-09 23:59"
`;

/** The words at the place of a fact. */
function wordsAt(
  path: (string | number)[],
  {
    shared,
    en = '',
    fr = '',
    newline = '\n',
  }: Partial<Record<'shared' | 'en' | 'fr' | 'newline', string>>,
): string {
  const documents = { en: half('en', en, newline), fr: half('fr', fr, newline) };
  const source = shared?.replaceAll('\n', newline);
  const found = source === undefined ? undefined : { file: 'process/k.yml', source };
  const { file, span } = factPlaces(found, documents)(path);
  const text = { 'process/k.yml': source, 'en/a.md': documents.en.source, 'fr/b.md': '' };
  const whole = file === 'fr/a.md' ? documents.fr.source : text[file as keyof typeof text]!;
  return `${file} ${span.start === span.end ? `before ${whole.slice(span.start, span.start + 5)}` : whole.slice(span.start, span.end)}`;
}

const inProcess = (text: string): string => `process:\n${text.replaceAll(/^(?=.)/gm, '  ')}`;

describe.each(['\n', '\r\n'])('places of facts, with lines that end in %j', (newline) => {
  it('are in the file of shared facts, where there is one', () => {
    for (const shared of [facts, `\uFEFF${facts}`]) {
      const at = (...path: (string | number)[]) =>
        wordsAt(path, { shared, newline, en: inProcess('evergreen: true\n') });
      expect(at('closes')).toBe('process/k.yml closes: "2030-05-09 23:59"');
      expect(at('seats', 0, 'language', 'profile')).toBe(
        'process/k.yml profile: { reading: B, writing: B, oral: B }',
      );
      expect(at('seats')).toBe('process/k.yml seats:');
      expect(at('seats', 0)).toBe('process/k.yml count: 1');
    }
  });

  it('are those of what is above a fact that is missing', () => {
    const at = (...path: (string | number)[]) => wordsAt(path, { shared: facts, newline });
    expect(at('seats', 0, 'language', 'imperative')).toBe(
      'process/k.yml language: { requirement: bilingual, profile: { reading: B, writing: B, oral: B } }',
    );
    expect(at('criteria')).toBe('process/k.yml before seats');
  });

  it('are in the front matter of the half that states them', () => {
    const front = inProcess(facts);
    expect(wordsAt(['closes'], { en: front, newline })).toBe('en/a.md closes: "2030-05-09 23:59"');
    expect(wordsAt(['closes'], { fr: front, newline })).toBe('fr/a.md closes: "2030-05-09 23:59"');
    expect(wordsAt(['criteria'], { fr: front, newline })).toBe('fr/a.md process:');
    expect(wordsAt(['seats', 0, 'count'], { en: front, fr: front, newline })).toBe(
      'en/a.md count: 1',
    );
  });
});
