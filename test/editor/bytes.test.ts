import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '#hiring/postings/loader';
import { editSource, readParts } from '#hiring/editor/source';
import { sharedPath } from '../support/shared.ts';

const samples = { path: join(import.meta.dirname, '../../content'), present: true, when: '' };
const folders = (
  [
    ['the samples', samples],
    ['the real files', sharedPath('corpus/content')],
    ['the first posting', sharedPath('seed/content')],
  ] as const
).map(([name, folder]) => [name + folder.when, folder] as const);

/** Titles that YAML, HTML and French make hard. */
const titles = [
  'Plain',
  "L'été: oui #1",
  '"Quoted" \\ back',
  '- dash',
  '@at',
  'Non\u00A0: 50 %',
  '2026',
  '',
];

describe.each(folders)('%s', (_, { path, present }) => {
  const files = present
    ? readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.md'),
      )
    : [];
  const sources = files.map((name) => readFileSync(join(path, name), 'utf8'));
  // As they are, and as Windows would have them.
  const all = sources.flatMap((source) => [
    source,
    `\uFEFF${source.replace(/^\uFEFF/, '').replaceAll(/\r?\n/g, '\r\n')}`,
  ]);

  it.skipIf(!present)('stay byte for byte when a browser sends back what it was given', () => {
    const changed = all.filter((source) => {
      const sent = (text: string) => text.replaceAll('\n', '\r\n');
      const parts = readParts(source);
      const typed =
        parts.kind === 'whole'
          ? { whole: sent(parts.text) }
          : { ...parts, description: sent(parts.description), body: sent(parts.body) };
      const edited = editSource(source, typed);
      return !edited.ok || edited.source !== source;
    });
    expect(all.length).toBeGreaterThan(1);
    expect(changed).toEqual([]);
  });

  it.skipIf(!present)('keep every other byte when title and body change', () => {
    let edits = 0;
    for (const source of all) {
      if (readParts(source).kind === 'whole') continue;
      for (const title of titles) {
        const edited = editSource(source, { title });
        if (!edited.ok) throw new Error(`${title} in ${source.slice(0, 200)}`);
        expect(readParts(edited.source)).toEqual({ ...readParts(source), title });
        expect(othersOf(edited.source)).toEqual(othersOf(source));
        edits += 1;
      }
      const body = editSource(source, { body: 'New.\n\nText.' });
      if (!body.ok) throw new Error('body');
      expect(body.source.slice(0, frontLength(source))).toBe(source.slice(0, frontLength(source)));
      expect(readParts(body.source)).toMatchObject({ body: 'New.\n\nText.' });
    }
    expect(edits).toBeGreaterThan(0);
  });
});

/** Every line of the front matter that is not of the title. */
function othersOf(source: string): string[] {
  const lines = source.slice(0, frontLength(source)).split('\n');
  const start = lines.findIndex((line) => /^(\uFEFF)?title:/.test(line));
  if (start < 0) return lines.filter((line) => !line.startsWith('title:'));
  let end = start + 1;
  while (/^[ \t]/.test(lines[end] ?? '')) end += 1;
  return [...lines.slice(0, start), ...lines.slice(end)];
}

function frontLength(source: string): number {
  const split = splitFrontMatter('', source);
  if (!split.ok) return 0;
  // Counted from the end, where line ends may differ from those of the text that was split.
  let left = split.parts.body.length;
  let at = source.length;
  for (; left > 0; left -= 1) at -= source[at - 1] === '\n' && source[at - 2] === '\r' ? 2 : 1;
  return at;
}
