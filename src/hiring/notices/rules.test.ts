import { describe, expect, it } from 'vitest';
import type { Addressee, Draft } from './model.ts';
import {
  afterPage,
  inTurn,
  isChosen,
  pageOf,
  placeOf,
  sortOut,
  standingOf,
  stateOf,
} from './rules.ts';

const decision = { id: 'd', outcome: 'screened-in', reason: 'r', words: 'w' } as const;
const someone: Addressee = {
  id: 'a',
  reference: 'T-1',
  status: 'screened-in',
  lang: 'en',
  name: 'Zoë',
  decision,
  told: false,
  waiting: false,
};
const tell: Draft = { template: 'screened-in', statuses: [], words: { en: '', fr: '' } };
const news: Draft = { template: 'update', statuses: ['received'], words: { en: 'x', fr: 'y' } };

describe('whether a notice fits an application', () => {
  it.each([
    [tell, {}, 'fits'],
    [tell, { told: true }, 'told'],
    [tell, { waiting: true }, 'waiting'],
    [tell, { told: true, waiting: true }, 'told'],
    [tell, { decision: null, status: 'received' }, 'undecided'],
    // Sent again after that decision.
    [tell, { status: 'received' }, 'undecided'],
    [tell, { decision: { ...decision, outcome: 'screened-out' } }, 'decided-otherwise'],
    [tell, { status: 'withdrawn' }, 'withdrawn'],
    [{ ...tell, template: 'screened-out' }, {}, 'decided-otherwise'],
    [news, { status: 'received', decision: null }, 'fits'],
    [news, { status: 'screened-in' }, 'other-status'],
    [news, { status: 'withdrawn' }, 'withdrawn'],
    [{ ...news, statuses: ['screened-in'] }, { told: true, waiting: true }, 'fits'],
  ] as [Draft, Partial<Addressee>, string][])('%#', (draft, changes, expected) => {
    expect(standingOf({ ...someone, ...changes }, draft)).toBe(expected);
  });

  it('keeps the order, and says why of each that is left out', () => {
    const two = { ...someone, id: 'b', told: true };
    const three = { ...someone, id: 'c' };
    expect(sortOut([someone, two, three], tell)).toEqual({
      fits: [someone, three],
      leftOut: [{ addressee: two, why: 'told' }],
    });
  });
});

describe('a selection over pages', () => {
  const ids = (...list: string[]) => new Set(list);

  it('takes away what was unticked, and gives back what was ticked again', () => {
    const first = afterPage({ mode: 'all', ids: ids('z') }, ['a', 'b'], ids('a'));
    expect([...first.ids].sort()).toEqual(['b', 'z']);
    expect(['a', 'b', 'c', 'z'].map((id) => isChosen(first, id))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([...afterPage(first, ['b'], ids('b')).ids]).toEqual(['z']);
  });

  it('holds only what was ticked where nobody was to begin with', () => {
    const one = afterPage({ mode: 'only', ids: ids('z') }, ['a', 'b'], ids('b'));
    expect(['a', 'b', 'c', 'z'].map((id) => isChosen(one, id))).toEqual([false, true, false, true]);
  });
});

it('shows both languages in turn', () => {
  const of = (lang: 'en' | 'fr', n: number) => ({ lang, n });
  const rows = [of('en', 1), of('en', 2), of('en', 3), of('fr', 4)];
  expect(inTurn(rows).map(({ n }) => n)).toEqual([1, 4, 2, 3]);
});

it('bounds pages', () => {
  const rows = Array.from({ length: 21 }, (_, at) => at);
  expect(pageOf(rows, 3, 10)).toEqual({ rows: [20], page: 3, pages: 3, first: 21, total: 21 });
  expect(pageOf(rows, 99, 10).page).toBe(3);
  expect(pageOf([], 1, 10)).toEqual({ rows: [], page: 1, pages: 1, first: 0, total: 0 });
  expect(placeOf(20, 0, 10)).toEqual({ page: 1, pages: 2, first: 1, total: 20 });
});

it('says where a batch stands', () => {
  const at = new Date();
  const batch = { stoppedAt: null, leftAt: null, left: 0, heldBack: 0 };
  expect(stateOf(batch)).toBe('waiting');
  expect(stateOf({ ...batch, heldBack: 1 })).toBe('sending');
  expect(stateOf({ ...batch, left: 1, leftAt: at })).toBe('left');
  expect(stateOf({ ...batch, stoppedAt: at })).toBe('stopped');
});
