import { describe, expect, it } from 'vitest';
import { askedQuestions } from './asked-questions.ts';
import { checkAnswers, parseApplication } from './forms.ts';
import type { ProcessFacts } from '#hiring/process-facts';

const usual = askedQuestions(null);

const good = {
  name: 'Zoë O’Brien-Tremblay',
  email: 'zoe@example.ca',
  phone: '',
  statement: 'I did the work before, with people who needed it.',
  samples: '',
  heard: 'event',
  correspondence: 'fr',
  consent: 'yes',
};

function problemsOf(change: Partial<Record<keyof typeof good, string>>) {
  const parsed = parseApplication(usual, { ...good, ...change });
  return parsed.ok ? {} : parsed.problems;
}

function inputOf(change: Partial<Record<keyof typeof good, string>>) {
  const parsed = parseApplication(usual, { ...good, ...change });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.input;
}

describe('parseApplication', () => {
  it('accepts a whole form', () => {
    expect(inputOf({})).toEqual({
      name: 'Zoë O’Brien-Tremblay',
      email: 'zoe@example.ca',
      phone: null,
      statement: 'I did the work before, with people who needed it.',
      workSamples: [],
      heardFrom: 'event',
      correspondenceLang: 'fr',
      answers: {},
      preference: null,
    });
  });

  it('reports every missing answer at once', () => {
    const parsed = parseApplication(usual, {});
    expect(parsed.ok ? [] : Object.keys(parsed.problems).sort()).toEqual([
      'consent',
      'correspondence',
      'email',
      'name',
      'statement',
    ]);
  });

  it.each([
    ['Nuñez d’Arcy', 'Nuñez d’Arcy'],
    ["N'Diaye", "N'Diaye"],
    ['محمد علي', 'محمد علي'],
    ['李 小龙 🐉', '李 小龙 🐉'],
    ['e\u0301lise', 'élise'],
    ['  Anne \t Marie  ', 'Anne Marie'],
    ['Anne\r\nBcc: everyone@example.ca', 'Anne Bcc: everyone@example.ca'],
    ['ev\u202Etxt.exe\u0000', 'evtxt.exe'],
    ['x'.repeat(1000), 'x'.repeat(1000)],
  ])('keeps the name %j as a person writes it', (typed, kept) => {
    expect(inputOf({ name: typed }).name).toBe(kept);
  });

  it('refuses a name of 1,001 characters', () => {
    expect(problemsOf({ name: 'x'.repeat(1001) })).toEqual({ name: { key: 'problem.name.long' } });
  });

  it.each([
    'zoe',
    'zoe@',
    '@example.ca',
    'zoe@example',
    'a b@example.ca',
    'a@b@example.ca',
    'a@example.ca, b@example.ca',
    '<zoe@example.ca>',
  ])('refuses %j as an e-mail address', (email) => {
    expect(problemsOf({ email })).toEqual({ email: { key: 'problem.email.shape' } });
  });

  it('makes a line break in an address harmless by refusing it', () => {
    expect(problemsOf({ email: 'zoe@example.ca\r\nBcc: x@example.ca' })['email']?.key).toBe(
      'problem.email.shape',
    );
  });

  it.each(['613-555-0123', '+1 (613) 555-0123 x42', '613.555.0123'])(
    'accepts the phone number %s',
    (phone) => {
      expect(inputOf({ phone }).phone).toBe(phone);
    },
  );

  it.each(['call me', '12', '613-555-0123; drop table'])(
    'refuses %j as a phone number',
    (phone) => {
      expect(problemsOf({ phone })).toEqual({ phone: { key: 'problem.phone.shape' } });
    },
  );

  it('counts the words of the statement: 300 pass, 301 do not', () => {
    expect(problemsOf({ statement: 'mot '.repeat(300) })).toEqual({});
    expect(problemsOf({ statement: 'mot '.repeat(301) })).toEqual({
      statement: { key: 'problem.text.long' },
    });
  });

  it('refuses a huge statement without counting it', () => {
    expect(problemsOf({ statement: 'x'.repeat(20_001) })).toEqual({
      statement: { key: 'problem.text.huge' },
    });
  });

  it('keeps the lines of a statement', () => {
    expect(inputOf({ statement: 'one\r\n\r\ntwo' }).statement).toBe('one\n\ntwo');
  });

  it('reads work samples one a line, and supplies https://', () => {
    expect(
      inputOf({ samples: '\nexample.ca/work \r\nhttp://example.org/a?b=c\n' }).workSamples,
    ).toEqual(['https://example.ca/work', 'http://example.org/a?b=c']);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'two words',
    'localhost',
    'https://user:pw@example.ca',
    'file:///etc/passwd',
  ])('refuses %j as a work sample, quoting it', (sample) => {
    expect(problemsOf({ samples: sample })).toEqual({
      samples: { key: 'problem.samples.shape', args: { value: sample } },
    });
  });

  it('refuses a sixth work sample', () => {
    expect(problemsOf({ samples: 'example.ca\n'.repeat(6) })).toEqual({
      samples: { key: 'problem.samples.count' },
    });
  });

  it('refuses choices that are not on the form', () => {
    expect(problemsOf({ heard: 'carrier-pigeon', correspondence: 'la', consent: 'maybe' })).toEqual(
      {
        heard: { key: 'problem.heard.choice' },
        correspondence: { key: 'problem.correspondence.missing' },
        consent: { key: 'problem.consent.missing' },
      },
    );
  });
});

describe('the questions of a process', () => {
  const both = (text: string) => ({ en: text, fr: text });
  const facts = {
    areaOfSelection: { kind: 'external' },
    criteria: [
      { id: 'research', kind: 'essential', text: both('Research') },
      { id: 'law', kind: 'asset', text: both('Law') },
    ],
    application: {
      statement: { asked: false },
      eachEssential: true,
      questions: [{ criterion: 'law', wordLimit: 20 }],
      documents: [{ id: 'diploma', label: both('Diploma'), required: true }],
      languageOfAssessment: true,
      orderOfPreference: true,
    },
  } as unknown as ProcessFacts;
  const questions = askedQuestions(facts);
  const whole = {
    ...good,
    statement: '',
    'criterion-research': 'Ten studies.',
    assessment: 'both',
    citizenship: 'citizen',
    veteran: 'no',
    priority: 'no',
  };

  it('are all needed, but for assets', () => {
    const parsed = parseApplication(questions, {});
    expect(parsed.ok ? [] : Object.keys(parsed.problems).sort()).toEqual([
      'assessment',
      'citizenship',
      'consent',
      'correspondence',
      'criterion-research',
      'email',
      'name',
      'priority',
      'veteran',
    ]);
  });

  it('are answered by their ids, who somebody is apart from what they can do', () => {
    const parsed = parseApplication(questions, whole);
    expect(parsed).toMatchObject({
      ok: true,
      input: {
        statement: '',
        answers: { 'criterion-research': 'Ten studies.', assessment: 'both' },
        preference: { citizenship: 'citizen', veteran: 'no', priority: 'no' },
      },
    });
  });

  it('have their own limits', () => {
    const { problems } = checkAnswers(questions, { ...whole, 'criterion-law': 'mot '.repeat(21) });
    expect(problems).toEqual({
      'criterion-law': { key: 'problem.text.long' },
      resume: { key: 'problem.resume.missing' },
      'document-diploma': { key: 'problem.document.missing' },
    });
  });

  it('may stay unanswered where a program sends the least, but never wrongly answered', () => {
    const least = { name: 'Zoë', email: 'zoe@example.ca', correspondence: 'fr', consent: 'yes' };
    expect(parseApplication(questions, least, 'least').ok).toBe(true);
    const wrong = parseApplication(questions, { ...least, veteran: 'perhaps' }, 'least');
    expect(wrong).toEqual({
      ok: false,
      problems: { veteran: { key: 'problem.veteran.missing' } },
    });
  });

  it('keep a statement that a program sends all the same', () => {
    const parsed = parseApplication(questions, { ...whole, statement: 'Because.' }, 'least');
    expect(parsed.ok && parsed.input.statement).toBe('Because.');
  });
});
