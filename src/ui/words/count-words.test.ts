import { describe, expect, it } from 'vitest';
import { countWords } from './count-words.ts';

describe('countWords', () => {
  it.each([
    ['', 0],
    [' \n\t ', 0],
    ['one', 1],
    ['one two\nthree\t four ', 4],
    ['a well-being co-design', 3],
    ['l’équipe d’aujourd’hui', 2],
    ["l'équipe", 1],
    ['« œuvre »', 1],
    ['«\u00A0œuvre\u00A0»', 1],
    ['Pourquoi ? Parce que !', 3],
    ['work – and rest — and -', 4],
    ['16 h 30, 20 %', 4],
    ['IT-05 at name@example.org, https://example.org/a?b=c', 4],
    ['praticien·ne·s', 1],
    ['مرحبا بالعالم', 2],
    ['🙂 🙂 yes', 1],
    ['3 + 4 = 7', 3],
    ['e\u0301tude', 1],
  ])('counts %j as %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  it('counts a long text in time that grows with its length', () => {
    expect(countWords('mot '.repeat(200_000))).toBe(200_000);
    expect(countWords('—'.repeat(1_000_000))).toBe(0);
  });
});
