import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { checkFolder, describeFinding } from '#hiring/check';
import { readPayTables } from '#hiring/process-facts';

const root = join(import.meta.dirname, '../..');
const tables = globSync(join(root, 'reference/pay/*.yml')).flatMap(
  (path) => readPayTables(readFileSync(path, 'utf8')) ?? [],
);

it('finds nothing in the sample postings that law or policy would have decided', async () => {
  const results = await checkFolder(join(root, 'content'), {
    now: new Date('2026-06-15T12:00:00Z'),
    payTables: tables,
    selection: { only: ['law'], atLeast: 'info' },
  });
  const found = [];
  const withFacts: string[] = [];
  for await (const { findings, files } of results!) {
    found.push(...findings);
    withFacts.push(...files.filter((file) => file.startsWith('process/')));
  }
  expect(withFacts.map((file) => basename(file)).length).toBeGreaterThan(5);
  expect(
    found
      .filter(({ severity }) => severity !== 'info')
      .map((one) => describeFinding(one, 'en').message),
  ).toEqual([]);
  // Suggestions stand in the file of facts, where they can be followed.
  for (const { place } of found) expect(place.file).toMatch(/^process\//);
});
