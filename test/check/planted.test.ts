import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPair } from '#hiring/check';
import { type Document, alignDocuments, parseDocument } from '#hiring/prose';
import { type Lang, type Localized, langs, otherLang } from '#platform/i18n';
import { type Mutation, mutationsOf } from '#bench/support/mutations.ts';

const root = join(import.meta.dirname, '../../content');
const now = new Date('2026-03-01T12:00:00Z');
const rules = ['structure', 'meaning'];

function readPairs(): Localized<Document>[] {
  const byKey = new Map<string, Document>();
  const pairs: Localized<Document>[] = [];
  for (const lang of langs) {
    for (const file of globSync(`${lang}/**/*.md`, { cwd: root }).sort()) {
      const document = parseDocument(lang, file, readFileSync(join(root, file), 'utf8'))!;
      const key = /^translationKey: (.+)$/m.exec(document.source)![1]!;
      const en = byKey.get(key);
      if (lang === 'en') byKey.set(key, document);
      else if (en) pairs.push({ en, fr: document });
    }
  }
  return pairs;
}

const pairs = readPairs();

function findings(documents: Localized<Document>, lang: Lang, source: string) {
  const own = { file: documents[lang].file, source };
  const { file, source: untouched } = documents[otherLang(lang)];
  const other = { file, source: untouched };
  return checkPair(lang === 'en' ? { en: own, fr: other } : { en: other, fr: own }, { now, rules });
}

/** Whether something is said of the counterpart of what was changed. */
function isFound(documents: Localized<Document>, lang: Lang, mutation: Mutation): boolean {
  const other = documents[otherLang(lang)];
  const alignment = alignDocuments(documents.en, documents.fr);
  const lines = mutation.blocks.flatMap((block) => {
    const id = alignment.counterpartOf(lang, block);
    if (id === null) return [];
    const { start, end } = other.blocks[id]!.span;
    return [{ from: other.positionOf(start).line, to: other.positionOf(end).line }];
  });
  return findings(documents, lang, mutation.source).some(({ place, counterpart }) =>
    [place, counterpart].some(
      (one) =>
        one?.file === other.file &&
        lines.some(({ from, to }) => one.start.line <= to && one.end.line >= from),
    ),
  );
}

// The own samples were not written for the rules. `npm run bench -- check-mutations` measures more.
describe('divergences planted in the samples', () => {
  it('finds little to say of the samples as they are', () => {
    const all = pairs.flatMap((pair) => findings(pair, 'en', pair.en.source));
    expect(all.filter(({ rule }) => rule.startsWith('structure/'))).toEqual([]);
    expect(all.length).toBeLessThanOrEqual(pairs.length / 2);
  });

  it.each([
    ['item removed', 1],
    ['heading removed', 1],
    ['heading level', 1],
    ['items merged', 1],
    ['stress dropped', 1],
    ['paragraph removed', 0.95],
    ['sentence removed', 0.7],
  ] as const)('finds each %s, or at least %d of them', (kind, share) => {
    let planted = 0;
    let found = 0;
    for (const pair of pairs) {
      for (const lang of langs) {
        for (const mutation of mutationsOf(pair[lang], 2)) {
          if (mutation.kind !== kind) continue;
          planted += 1;
          if (isFound(pair, lang, mutation)) found += 1;
        }
      }
    }
    expect(planted).toBeGreaterThan(5);
    expect(found / planted).toBeGreaterThanOrEqual(share);
  });
});
