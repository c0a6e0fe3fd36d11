import { expect, it } from 'vitest';
import { createSeal } from './sealing.ts';

const seal = createSeal('a secret of the tests, as long as it has to be', 'test');

it('opens what it closed, for the same context only', () => {
  const sealed = seal.close('row 1', 'Zoë');
  expect(sealed).not.toContain('Zo');
  expect(seal.open('row 1', sealed)).toBe('Zoë');
  expect(seal.open('row 2', sealed)).toBeNull();
});

it('never opens what was changed, cut or closed under another key', () => {
  const sealed = seal.close('row 1', 'text');
  expect(seal.open('row 1', `A${sealed.slice(1)}`)).toBeNull();
  expect(seal.open('row 1', sealed.slice(0, 20))).toBeNull();
  expect(seal.open('row 1', '')).toBeNull();
  expect(createSeal('another secret', 'test').open('row 1', sealed)).toBeNull();
});
