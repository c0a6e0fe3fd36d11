import { describe, expect, it } from 'vitest';
import { foldForSearch } from '#platform/i18n';
import { fitsWords, wordsOf } from '#ui/search';
import type { Posting } from '../model.ts';
import { searchText, searchedWords } from './list-query.ts';

const postingOf = (body: string): Posting =>
  ({
    text: {
      en: { lang: 'en', title: 'Title', description: '', body, leverId: null, file: '' },
      fr: { lang: 'fr', title: 'Titre', description: '', body, leverId: null, file: '' },
    },
    facts: null,
  }) as unknown as Posting;

/** Folding as it is defined, without any short way. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('’', "'");

const pieces = [
  'é', 'É', 'e\u0301', 'œ', 'Œuvre', '’', "'", ' ', '\u00A0', '\u202F', '\n', '…', '´', '¨', 'ﬁ', 'Σ', 'ς', 'İ', 'ß',
  'word', 'IT-02', '½', 'ก็', 'नि', '🙂', '\u20D7', '\u0483', '한', 'ｗ', '\u2028', '—', '⳯', '\u1DC0',
]; // prettier-ignore

function* texts(count: number): Generator<string> {
  let state = 11;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let round = 0; round < count; round += 1) {
    yield Array.from({ length: 1 + random(9) }, () => pieces[random(pieces.length)]).join('');
  }
}

describe('the words that a page searches', () => {
  it('are folded as they always were', () => {
    for (const text of texts(20_000))
      expect([text, foldForSearch(text)]).toEqual([text, folded(text)]);
  });

  it('find what the whole text finds', () => {
    const all = [...texts(400)];
    for (const body of all) {
      const posting = postingOf(body);
      const words = searchedWords(posting, 'fr').join(' ');
      for (const q of all.slice(0, 100)) {
        const asked = wordsOf(q);
        expect([body, q, fitsWords(words, asked)]).toEqual([
          body,
          q,
          fitsWords(searchText(posting, 'fr'), asked),
        ]);
      }
    }
  });
});
