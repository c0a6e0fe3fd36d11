import { describe, expect, it } from 'vitest';
import { keyOf, parseDraft, parseSelection, parseStep, wordsLimit } from './forms.ts';

const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;

describe('what the first page asks for', () => {
  it('is a template, and words in both languages or in none', () => {
    expect(parseDraft({ template: 'screened-in' })).toEqual({
      ok: true,
      draft: { template: 'screened-in', statuses: [], words: { en: '', fr: '' } },
    });
    const typed = {
      template: 'screened-out',
      'words-en': ' One\r\ntwo\0 ',
      'words-fr': 'Un\ndeux',
    };
    expect(parseDraft(typed)).toMatchObject({
      draft: { words: { en: 'One\ntwo', fr: 'Un\ndeux' } },
    });
  });

  it.each([
    [{}, { template: 'missing' }],
    [{ template: 'offer' }, { template: 'missing' }],
    [{ template: 'screened-in', 'words-en': 'x' }, { 'words-fr': 'other-only' }],
    [{ template: 'screened-out', 'words-fr': 'x', 'words-en': ' ' }, { 'words-en': 'other-only' }],
    [{ template: 'update' }, { status: 'missing', 'words-en': 'missing', 'words-fr': 'missing' }],
    [
      { template: 'update', status: 'withdrawn', 'words-en': 'x', 'words-fr': 'y' },
      { status: 'missing' },
    ],
    [
      { template: 'screened-in', 'words-en': '😀'.repeat(wordsLimit + 1), 'words-fr': 'x' },
      { 'words-en': 'long' },
    ],
  ])('tells what to correct (%#)', (typed, problems) => {
    expect(parseDraft(typed)).toEqual({ ok: false, problems });
  });

  it('takes news for statuses, in the order of the process', () => {
    const typed = {
      template: 'update',
      status: 'screened-out\nreceived',
      'words-en': 'x',
      'words-fr': 'y',
    };
    expect(parseDraft(typed)).toMatchObject({ draft: { statuses: ['received', 'screened-out'] } });
  });
});

it('reads the button that was pressed, and falls back to what writes nothing', () => {
  expect(parseStep('preview-12')).toEqual({ to: 'preview', page: 12 });
  expect(parseStep('confirm')).toEqual({ to: 'confirm', page: 1 });
  for (const text of [undefined, '', 'send', 'confirm-', 'list-99999999']) {
    expect(parseStep(text)).toEqual({ to: 'list', page: 1 });
  }
});

it('reads the selection with what its page changed', () => {
  expect(parseSelection({})).toEqual({ mode: 'all', ids: new Set() });
  expect(parseSelection({ application: id(1) })).toEqual({ mode: 'only', ids: new Set([id(1)]) });
  const page = {
    mode: 'all',
    listed: `${id(9)} nonsense`,
    shown: `${id(1)}\n${id(2)}`,
    chosen: id(2),
  };
  expect(parseSelection(page)).toEqual({ mode: 'all', ids: new Set([id(9), id(1)]) });
  expect(parseSelection({ ...page, mode: 'only' })).toEqual({
    mode: 'only',
    ids: new Set([id(9), id(2)]),
  });
});

it('takes a key that can name a row, and no other', () => {
  expect([keyOf({ key: id(1) }), keyOf({ key: 'x' }), keyOf({})]).toEqual([id(1), null, null]);
});
