import { describe, expect, it } from 'vitest';
import { sentencesOf } from './index.ts';

const split = (text: string): string[] =>
  sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it.each([
    ['One. Two! Three? Four… Five', 5],
    ['Vous écrirez, c.-à-d. vous rédigerez. Puis vous lirez.', 2],
    ['Tools, i.e. Git, and e.g. Trello. We use both.', 2],
    ['M. Roy et Mme St. Pierre vous répondent.', 1],
    ['Une compétence (p. ex. Python). Une autre.', 2],
    ['À 16 h 30. Le soir.', 2],
    ['1. Apply', 1],
    ['See no. 4 of vol. 2. Then write.', 2],
    ['Papers, pens, etc. Bring them.', 2],
    ['Papers, pens, etc. are here.', 1],
    ['Est-ce « Pourquoi? » Oui.', 2],
    ['It costs 3.5 points. Good.', 2],
    ['(A note.) Another.', 2],
    ['', 0],
  ])('%j has %i', (text, count) => {
    expect(split(text)).toHaveLength(count);
  });

  it('keeps the closing quote with its sentence', () => {
    expect(split('Dites « oui. » Non.')).toEqual(['Dites « oui. »', 'Non.']);
  });
});
