import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '#main/project-root.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { plainLines, readAnyYaml, readYaml } from './yaml.ts';

/** Fails where the short way reads anything that the library would read otherwise, or refuse. */
function compare(text: string): boolean {
  const plain = readPlainYaml(text);
  if (!plain) return false;
  const truth = readAnyYaml(text, 3);
  if (!truth.ok) throw new Error(`read although it is wrong: ${JSON.stringify(text)}`);
  expect([text, plain.value]).toEqual([text, truth.yaml.value]);
  const short = readYaml(text, 3);
  if (!short.ok) throw new Error('refused');
  for (const path of [[], ['absent'], ...Object.keys(plain.value).map((key) => [key])]) {
    expect([text, path, short.yaml.placeOf(path)]).toEqual([text, path, truth.yaml.placeOf(path)]);
    expect([text, path, short.yaml.rangeOf(path)]).toEqual([text, path, truth.yaml.rangeOf(path)]);
    expect(short.yaml.writtenAt(path)).toBe(truth.yaml.writtenAt(path));
  }
  return true;
}

describe('readPlainYaml', () => {
  it.each([
    'title: Some words: no\n',
    'a: b\na: c',
    'a: *x',
    'a: |\n  x',
    'a: >-\n  x\n\n  y',
    'a: 007',
    'a: ~',
    'a: True',
    'a: b\n  c',
    'a:\n- b',
    'a: "x\\n"',
    'a:\tb',
    '- a',
    'a: {b: c, b: d}',
    'a: [b: c]',
    'a: .inf',
    '',
    '# only a comment',
  ])('leaves %j to the library', (text) => {
    expect(readPlainYaml(text)).toBe(null);
  });

  it.each([
    'a: b\nc: 2\nd: 2.50\ne: true\nf: null\ng:\nh: 2026-05-11T09:00:00-04:00',
    "a: 'it''s: # fine'\nb: \"x: y\"",
    'a: >-\n  one\n  two # three\nb: c',
    'a: >-   \n  one\n\n\nb: >-\n  two',
    'a:\n  b:\n    c: d\n  e: { f: g h, i: { j: 1 }, k: [x, y] }\nl: m',
    'a:\n  - b: 1\n    c: { d: e }\n  - b: 2\n  - plain\n  - [1, 2]\n# end',
    '# first\n\na: b   \n\n# more\nc: d',
    'a: L’été, c\'est "beau" & bon!',
  ])('reads %j', (text) => {
    expect(compare(text)).toBe(true);
  });

  it('agrees with the library on fifty thousand texts made of pieces', () => {
    const pieces = [
      '\n', '\n', '\n', '  ', '    ', 'a: ', 'b: ', 'c:', 'd:', '- ', '-', '{ ', ' }', '[', ']', ', ',
      "'", "''", '"', 'word', 'é’s', '12', '0', '1.5', '007', 'true', 'null', 'True', '>-', '|', '#',
      ' # x', ': ', ':', ' ', 'x: y', '2026-01-02', '09:00', '&x', '*x', '!', '~', '?', '%', '\\', '---',
    ]; // prettier-ignore
    let state = 7;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    let read = 0;
    for (let round = 0; round < 50_000; round += 1) {
      const text = Array.from({ length: 2 + random(12) }, () => pieces[random(pieces.length)]!);
      if (compare(`a: ${text.join('')}`) || compare(text.join(''))) read += 1;
    }
    expect(read).toBeGreaterThan(1000);
  });

  it('agrees with the library on every file at hand, and reads our own', () => {
    const folders = ['content', '../shared/corpus/content', '../../shared/corpus/content'];
    const files = folders.flatMap((folder) =>
      globSync(join(projectRoot, folder, '{{en,fr}/**/*.md,process/*.yml}')),
    );
    expect(files.length).toBeGreaterThan(20);
    const left: string[] = [];
    for (const file of files) {
      const source = plainLines(readFileSync(file, 'utf8'));
      const text = /^---\n([\s\S]*?\n)---\n/.exec(source)?.[1] ?? source;
      if (!compare(text)) left.push(file);
    }
    expect(left.filter((file) => file.startsWith(join(projectRoot, 'content/')))).toEqual([]);
  });
});
