import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { families } from '#hiring/check';

const root = join(import.meta.dirname, '../../src/hiring/check/rules');

describe.each(families.map((family) => [family.name, family] as const))('%s', (name, family) => {
  it('has rules named after it, each once', () => {
    const ids = family.rules.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(new RegExp(`^${name}/[a-z0-9]+(-[a-z0-9]+)*$`));
  });

  const catalog = join(root, name, 'messages/en.json');
  it.skipIf(!existsSync(catalog))(
    'says of each rule what is wrong and what to do, and no more',
    () => {
      const keys = Object.keys(JSON.parse(readFileSync(catalog, 'utf8')) as object);
      const names = family.rules.map(({ id }) => id.slice(name.length + 1));
      for (const rule of names) {
        expect(keys).toContain(`${rule}.remedy`);
        const says = (key: string): boolean =>
          key === `${rule}.message` || key.startsWith(`${rule}.message.`);
        expect(keys.some(says), rule).toBe(true);
      }
      const form = /^([a-z0-9-]+)\.(?:remedy|message(?:\.[a-z0-9-]+)?)$/;
      for (const key of keys) expect(names, key).toContain(form.exec(key)?.[1]);
    },
  );
});
