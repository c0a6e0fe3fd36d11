import { describe, expect, it } from 'vitest';
import { newCode, parseCode, keyPairOfCode } from './codes.ts';
import { parsePassphrase, parseProposal, parseRequest } from './forms.ts';
import type { Arrangement, OpenEntry } from './model.ts';
import {
  afterEntry,
  agreedArrangement,
  hourOf,
  isLate,
  openProposal,
  provenAddress,
} from './rules.ts';
import { toldWords } from './told-words.ts';

const at = '2026-11-24T12:00:00.000Z';
const arrangement: Arrangement = {
  postingId: null,
  moreTime: 30,
  measures: ['breaks'],
  other: { en: 'A tall desk', fr: 'Un bureau haut' },
  stages: ['written', 'interview'],
  closesAt: null,
  told: { en: [], fr: [] },
};
const proposal: OpenEntry = { id: 'p', entry: { kind: 'proposal', at, arrangement, words: '' } };
const answer = (agrees: boolean): OpenEntry => ({
  id: 'a',
  entry: { kind: 'answer', at, proposal: 'p', agrees, words: '', arrangementId: null },
});

describe('a case', () => {
  it.each([
    ['open', { kind: 'message', at, by: 'candidate', words: '' }, 'open', 'custodian'],
    ['open', { kind: 'message', at, by: 'custodian', words: '' }, 'open', 'candidate'],
    ['arranged', { kind: 'message', at, by: 'candidate', words: '' }, 'arranged', 'custodian'],
    ['closed', { kind: 'message', at, by: 'candidate', words: '' }, 'open', 'custodian'],
    ['open', proposal.entry, 'proposed', 'candidate'],
    ['proposed', answer(true).entry, 'arranged', 'nobody'],
    ['proposed', answer(false).entry, 'open', 'custodian'],
    ['arranged', { kind: 'closed', at }, 'closed', 'nobody'],
  ] as const)('that is %s, after %j, is %s and waits for %s', (state, entry, next, waitsFor) => {
    expect(afterEntry(state, entry)).toEqual({ state: next, waitsFor });
  });

  it('stands as it stood where a device was let in, or an address proven', () => {
    expect(afterEntry('proposed', { kind: 'readmitted', at })).toBeNull();
    expect(afterEntry('proposed', { kind: 'proven', at, email: 'a@b.example' })).toBeNull();
  });

  it('has an open proposal until it is answered, and what was agreed after', () => {
    expect(openProposal([proposal])?.id).toBe('p');
    expect(openProposal([proposal, answer(false)])).toBeNull();
    expect(agreedArrangement([proposal, answer(false)])).toBeNull();
    expect(agreedArrangement([proposal, answer(true)])?.arrangement.moreTime).toBe(30);
    expect(openProposal([proposal, answer(true), { ...proposal, id: 'q' }])?.id).toBe('q');
  });

  it('is late from its hours on, for a custodian only', () => {
    const since = new Date('2026-11-24T12:00:00Z');
    const now = new Date('2026-11-26T12:00:00Z');
    const facts = { waitsFor: 'custodian', waitingSince: since } as const;
    expect(isLate(facts, now, 48)).toBe(true);
    expect(isLate(facts, new Date(now.getTime() - 1), 48)).toBe(false);
    expect(isLate({ ...facts, waitsFor: 'candidate' }, now, 48)).toBe(false);
    expect(hourOf(new Date('2026-11-24T12:59:59Z'))).toEqual(since);
  });

  it('knows an address as proven whatever its case, and no other', () => {
    const request: OpenEntry = {
      id: 'r',
      entry: {
        kind: 'request',
        at,
        lang: 'en',
        name: 'N',
        email: 'Some@Body.example',
        phone: '',
        reach: 'email',
        help: 'x',
        stages: ['unsure'],
        postingId: null,
      },
    };
    const proven = (email: string): OpenEntry => ({
      id: email,
      entry: { kind: 'proven', at, email },
    });
    expect(provenAddress([request, proven('some@body.example')])).toBe(true);
    expect(provenAddress([request, proven('other@body.example')])).toBe(false);
  });
});

it('says what is told in both languages, and where it applies', () => {
  expect(toldWords(arrangement)).toEqual({
    en: [
      '30% more time',
      'Breaks as needed',
      'A tall desk',
      'Applies to: written tests and interviews',
    ],
    fr: [
      '30\u00A0% de temps de plus',
      'Pauses au besoin',
      'Un bureau haut',
      'S’applique à\u00A0: les examens écrits et les entrevues',
    ],
  });
  const nothing = { ...arrangement, moreTime: null, measures: [], other: null };
  expect(toldWords(nothing)).toEqual({ en: [], fr: [] });
});

describe('codes', () => {
  it('are read however they are typed', async () => {
    const code = newCode();
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(parseCode(` ${code.toLowerCase().replaceAll('-', ' – ')}`)).toBe(code);
    expect(parseCode('oooo-iiii-llll-0000-1111')).toBe('0000-1111-1111-0000-1111');
    for (const bad of [undefined, '', code.slice(1), `${code}0`, code.replace(/.$/, 'U')]) {
      expect(parseCode(bad)).toBeNull();
    }
    expect(await keyPairOfCode(code)).toEqual(await keyPairOfCode(code));
    expect(await keyPairOfCode(code)).not.toEqual(await keyPairOfCode(newCode()));
  });
});

describe('forms', () => {
  it('asks for what is needed, and takes no posting that is not there', () => {
    expect(parseRequest({ reach: 'phone' }, [])).toEqual({
      ok: false,
      problems: {
        help: 'missing',
        stages: 'missing',
        name: 'missing',
        email: 'missing',
        phone: 'missing',
      },
    });
    const typed = {
      help: ' x\r\ny ',
      stages: 'written\nnonsense',
      name: 'N',
      email: 'a@b.example',
    };
    const parsed = parseRequest({ ...typed, posting: 'gone', lang: 'xx' }, ['here']);
    expect(parsed).toMatchObject({
      ok: true,
      input: { help: 'x\ny', stages: ['written'], postingId: null, lang: 'en', reach: 'email' },
    });
  });

  it('reads a proposal, and says what it lacks', () => {
    const closing = new Date('2026-12-01T06:59:00Z');
    const closings = new Map([
      ['p', closing],
      ['q', null],
    ]);
    expect(parseProposal({}, closings)).toEqual({ ok: false, problems: { measures: 'nothing' } });
    expect(
      parseProposal({ 'more-time': '0', 'more-days': '91', 'other-fr': 'x' }, closings),
    ).toEqual({
      ok: false,
      problems: {
        'more-time': 'range',
        'more-days': 'range',
        'other-en': 'both',
        stages: 'missing',
      },
    });
    expect(parseProposal({ 'more-days': '2', posting: 'q' }, closings)).toEqual({
      ok: false,
      problems: { 'more-days': 'no-closing' },
    });
    expect(parseProposal({ 'more-days': '2', posting: 'p' }, closings)).toMatchObject({
      ok: true,
      arrangement: { closesAt: '2026-12-03T06:59:00.000Z', postingId: 'p', moreTime: null },
    });
  });

  it('takes a passphrase of fifteen letters, typed twice', () => {
    const typed = (passphrase: string, again = passphrase) =>
      parsePassphrase({ passphrase, 'passphrase-again': again });
    expect(typed('é'.repeat(14))).toEqual({ ok: false, problems: { passphrase: 'short' } });
    expect(typed('é'.repeat(15))).toEqual({ ok: true, passphrase: 'é'.repeat(15) });
    expect(typed('a'.repeat(15), 'b')).toEqual({ ok: false, problems: { again: 'different' } });
  });
});
