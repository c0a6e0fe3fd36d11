import { describe, expect, it } from 'vitest';
import { alignDocuments, parseDocument } from './index.ts';

function align(en: string, fr: string): [string | null, string | null][] {
  const read = (lang: 'en' | 'fr', body: string) =>
    parseDocument(lang, `${lang}/a.md`, `---\ntitle: A\ntranslationKey: a\n---\n${body}`)!;
  const [one, other] = [read('en', en), read('fr', fr)];
  return alignDocuments(one, other)
    .blocks.slice(1)
    .map((pair) => [
      pair.en === null ? null : one.blocks[pair.en]!.text,
      pair.fr === null ? null : other.blocks[pair.fr]!.text,
    ]);
}

describe('alignDocuments', () => {
  it('names the item that is missing, wherever it stands', () => {
    const en = ['manage a budget', 'write reports', 'train students', 'travel to Halifax'];
    const fr = [
      'gérer un budget',
      'rédiger des rapports',
      'former des étudiants',
      'voyager à Halifax',
    ];
    const list = (items: string[]): string => items.map((item) => `- ${item}`).join('\n');
    for (const missing of en.keys()) {
      const pairs = align(list(en), list(fr.toSpliced(missing, 1)));
      expect(pairs.filter(([, other]) => other === null)).toEqual([[en[missing], null]]);
      const reversed = align(list(en.toSpliced(missing, 1)), list(fr));
      expect(reversed.filter(([one]) => one === null)).toEqual([[null, fr[missing]]]);
    }
  });

  it('matches items that each language sorts by its own alphabet', () => {
    const pairs = align(
      '- accounting software\n- public transparency\n- team management',
      '- gestion des équipes\n- logiciels de comptabilité\n- transparence publique',
    );
    expect(pairs).toContainEqual(['team management', 'gestion des équipes']);
    expect(pairs.every(([one, other]) => one !== null && other !== null)).toBe(true);
  });

  it('accounts for every block once', () => {
    const pairs = align('# A\n\nOne.\n\n- x\n- y', '# B\n\n- z');
    expect(pairs.flatMap(([one]) => one ?? []).sort()).toEqual(['A', 'One.', 'x', 'y']);
    expect(pairs.flatMap(([, other]) => other ?? []).sort()).toEqual(['B', 'z']);
  });

  it('stays quick where both are long', () => {
    const list = Array.from({ length: 2000 }, (_, n) => `- item ${n}`).join('\n');
    const before = performance.now();
    expect(align(list, list.replaceAll('item', 'élément'))).toHaveLength(2000);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
