import { describe, expect, it } from 'vitest';
import { noteLimit, parseNote, parseScreening, wordsLimit } from './forms.ts';

describe('the screening form', () => {
  const good = { reason: 'incomplete', words: 'Your file was empty.', seen: '' };

  it('takes a reason of the list and words, and derives the outcome from the reason', () => {
    const parsed = parseScreening(good, []);
    expect(parsed).toMatchObject({
      ok: true,
      input: {
        reason: { code: 'incomplete', outcome: 'screened-out' },
        words: good.words,
        seen: '',
      },
    });
  });

  it.each([
    [{ ...good, reason: '' }, { reason: 'missing' }],
    [{ ...good, reason: 'because' }, { reason: 'missing' }],
    [{ ...good, words: ' \r\n\t ' }, { words: 'missing' }],
    [{ ...good, words: 'a'.repeat(wordsLimit + 1) }, { words: 'long' }],
    [{}, { reason: 'missing', words: 'missing' }],
  ])('tells what is missing or too long', (typed, problems) => {
    expect(parseScreening(typed, [])).toEqual({ ok: false, problems });
  });

  it('counts an emoji as one character and a line break as one', () => {
    expect(parseScreening({ ...good, words: '🚲'.repeat(wordsLimit) }, []).ok).toBe(true);
    expect(parseScreening({ ...good, words: `a${'\r\n'.repeat(wordsLimit - 2)}b` }, []).ok).toBe(
      true,
    );
  });

  it('takes out what the database cannot hold', () => {
    expect(parseScreening({ ...good, words: 'a\0b\uD83D' }, [])).toMatchObject({
      input: { words: 'ab\uFFFD' },
    });
  });
});

describe('the note form', () => {
  const key = '0f0e0d0c-0b0a-4908-8706-050403020100';

  it('takes a text within the limit', () => {
    expect(parseNote({ note: ' Good\r\nanswer ', key })).toEqual({
      ok: true,
      input: { body: 'Good\nanswer', key },
    });
    expect(parseNote({ note: 'a'.repeat(noteLimit + 1) })).toEqual({ ok: false, problem: 'long' });
    expect(parseNote({ note: '\n' })).toEqual({ ok: false, problem: 'missing' });
  });

  it('leaves a key aside that is not one of ours', () => {
    expect(parseNote({ note: 'a', key: "'; drop table" })).toMatchObject({ input: { key: null } });
  });
});
