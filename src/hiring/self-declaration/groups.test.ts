import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readEquityGroups } from './groups.ts';

const file = join(import.meta.dirname, '../../../reference/equity/groups.yml');

it('puts the groups of the Employment Equity Act on the form, and no others yet', async () => {
  const groups = readEquityGroups(await readFile(file, 'utf8')) ?? [];
  const ids = (inForce: boolean) =>
    groups.filter((group) => group.inForce === inForce).map(({ id }) => id);
  expect(ids(true)).toEqual(['women', 'indigenous', 'disabilities', 'visible-minorities']);
  expect(ids(false)).toEqual(['black', '2slgbtqi']);
  for (const { inForce, basis } of groups) expect(basis.kind === 'law').toBe(inForce);
});

it.each([
  ['no YAML', ': :'],
  ['no group', 'groups: []'],
  ['a language missing', 'groups: [{ id: a, inForce: true, name: { en: A } }]'],
  [
    'the name of another answer',
    `groups:
  - id: none
    inForce: true
    name: { en: A, fr: A }
    definition: { en: A, fr: A }
    basis: { kind: law, words: { en: A, fr: A } }`,
  ],
])('refuses a file with %s', (_, source) => {
  expect(readEquityGroups(source)).toBeNull();
});
