import { describe, expect, it } from 'vitest';
import { formOf } from '../asked-questions.ts';
import { judgeSave, mayChange, stateOf, stepAfter } from './rules.ts';

const saved = (fields: Record<string, string>, revision = 5, page = 'other') => ({
  revision,
  savedAt: '2026-11-24T12:00:00.000Z',
  page,
  fields,
});

describe('saving a step', () => {
  const mine = { base: 4, page: 'mine', fields: { statement: 'mine' } };

  it('writes where nothing was saved, or nothing since the page was read', () => {
    expect(judgeSave(undefined, mine)).toBe('write');
    expect(judgeSave(saved({ statement: 'theirs' }, 4), mine)).toBe('write');
  });

  it('writes nothing over what another page saved since', () => {
    expect(judgeSave(saved({ statement: 'theirs' }), mine)).toBe('conflict');
    expect(judgeSave(saved({ statement: '' }), mine)).toBe('conflict');
  });

  it('has nothing to decide where both say the same', () => {
    expect(judgeSave(saved({ statement: 'mine' }), mine)).toBe('same');
    expect(judgeSave(saved({ statement: 'mine', phone: '' }), mine)).toBe('same');
  });

  it('goes on from its own save, even one that it never heard of', () => {
    expect(judgeSave(saved({ statement: 'min' }, 5, 'mine'), mine)).toBe('write');
  });
});

describe('the steps', () => {
  const steps = formOf(null);
  const contact = steps[0]!;

  it('are to do, to complete or done by what was saved', () => {
    expect(stateOf(contact, {})).toBe('todo');
    expect(stateOf(contact, { contact: saved({ name: 'Zoë', email: 'zoe' }) })).toBe('started');
    const fields = { name: 'Zoë', email: 'zoe@example.ca' };
    expect(stateOf(contact, { contact: saved(fields) })).toBe('done');
  });

  it('follow each other, then comes checking', () => {
    expect(stepAfter(steps, 'contact')?.id).toBe('statement');
    expect(stepAfter(steps, 'languages')).toBeNull();
  });
});

it('replaces what was sent until closing, and until somebody has decided', () => {
  expect(mayChange({ takesApplications: true, status: 'received' })).toBe(true);
  expect(mayChange({ takesApplications: false, status: 'received' })).toBe(false);
  expect(mayChange({ takesApplications: true, status: 'screened-out' })).toBe(false);
});
