import { describe, expect, it } from 'vitest';
import { parseApplication } from './forms.ts';

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
  const parsed = parseApplication({ ...good, ...change });
  return parsed.ok ? {} : parsed.problems;
}

function inputOf(change: Partial<Record<keyof typeof good, string>>) {
  const parsed = parseApplication({ ...good, ...change });
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
    });
  });

  it('reports every missing answer at once', () => {
    const parsed = parseApplication({});
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
    expect(problemsOf({ email: 'zoe@example.ca\r\nBcc: x@example.ca' }).email?.key).toBe(
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
      statement: { key: 'problem.statement.long' },
    });
  });

  it('refuses a huge statement without counting it', () => {
    expect(problemsOf({ statement: 'x'.repeat(20_001) })).toEqual({
      statement: { key: 'problem.statement.huge' },
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
