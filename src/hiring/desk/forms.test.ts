import { describe, expect, it } from 'vitest';
import type { Criterion } from '#hiring/process-facts';
import {
  findingWordsLimit,
  noteLimit,
  parseNote,
  parseScreening,
  typedFindings,
  wordsLimit,
  writtenIn,
} from './forms.ts';

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

describe('the screening form, criterion by criterion', () => {
  const of = (id: string, kind: Criterion['kind']): Criterion => ({
    id,
    kind,
    text: { en: `${id} in English`, fr: `${id} en français` },
  });
  // As advertised: the form has essentials first.
  const criteria = [of('travel', 'operational'), of('research', 'essential'), of('sql', 'asset')];
  const good = {
    reason: 'meets-essentials',
    words: 'Welcome.',
    'finding-research': 'met',
    'why-research': ' Three studies.\r\nTwo of them alone. ',
    'finding-of-another-posting': 'not-met',
  };

  it('takes what was found in the words that were advertised, in the order of the form', () => {
    const parsed = parseScreening(good, criteria);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.input.findings).toEqual([
      {
        criterion: 'research',
        kind: 'essential',
        text: { en: 'research in English', fr: 'research en français' },
        result: 'met',
        words: 'Three studies.\nTwo of them alone.',
      },
      expect.objectContaining({ criterion: 'sql', result: 'not-assessed', words: '' }),
      expect.objectContaining({ criterion: 'travel', result: 'not-assessed', words: '' }),
    ]);
  });

  it('finds nothing where the process has no criteria, whatever is sent', () => {
    expect(parseScreening(good, [])).toMatchObject({ ok: true, input: { findings: [] } });
  });

  it.each([
    [{ 'finding-research': '' }, { findings: { research: { result: 'unjudged' } } }],
    [{ 'finding-research': 'excellent' }, { findings: { research: { result: 'unjudged' } } }],
    [
      { 'finding-research': 'not-met', 'why-research': ' ' },
      { findings: { research: { result: 'essential-not-met', words: 'missing' } } },
    ],
    [{ 'finding-sql': 'not-met' }, { findings: { sql: { words: 'missing' } } }],
    [{ 'why-sql': 'a'.repeat(findingWordsLimit + 1) }, { findings: { sql: { words: 'long' } } }],
    [{ reason: 'meets-essentials-and-assets' }, { reason: 'no-asset-met' }],
    [{ reason: 'essential-not-shown' }, { reason: 'no-essential-not-met' }],
    [{ reason: 'experience-not-shown' }, { reason: 'no-criterion-not-met' }],
    // What fits a reason cannot be said before there is one.
    [{ reason: '', 'finding-research': '' }, { reason: 'missing' }],
  ])('tells what is missing or contradicts the reason: %j', (changes, problems) => {
    expect(parseScreening({ ...good, ...changes }, criteria)).toEqual({ ok: false, problems });
  });

  it.each(['not-in-area-of-selection', 'incomplete', 'repeated', 'language-requirement-not-met'])(
    'asks for no finding where the reason is %s',
    (reason) => {
      const parsed = parseScreening({ reason, words: 'Words' }, criteria);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      expect(parsed.input.findings.map(({ result }) => result)).toEqual([
        'not-assessed',
        'not-assessed',
        'not-assessed',
      ]);
    },
  );

  it('starts again from what was found', () => {
    const parsed = parseScreening(good, criteria);
    if (!parsed.ok) throw new Error('not a decision');
    const typed = { ...typedFindings(parsed.input.findings), reason: good.reason, words: 'Again' };
    const again = parseScreening(typed, criteria);
    expect(again).toMatchObject({ ok: true, input: { findings: parsed.input.findings } });
  });

  it('gives back all that was written, of a criterion that is gone too', () => {
    const typed = { ...good, 'why-gone': 'Of old', seen: 'x', 'why-empty': ' ' };
    expect(writtenIn(typed)).toEqual(['Welcome.', 'Three studies.\nTwo of them alone.', 'Of old']);
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
