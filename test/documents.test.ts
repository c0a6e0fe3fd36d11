import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settings } from '#config';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'bench/README.md',
  ...readdirSync(join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`),
];

describe('the documents', () => {
  it('explain every setting in the README', () => {
    const readme = read('README.md');
    expect(
      settings.filter(({ name }) => !readme.includes(`\`${name}\``)).map(({ name }) => name),
    ).toEqual([]);
  });

  it.each(documents)('%s links to files that are there', (path) => {
    const links = [...read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(
      ([, link]) => link ?? '',
    );
    expect(links.filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([]);
  });

  it('name every benchmark', () => {
    const readme = read('bench/README.md');
    const benchmarks = readdirSync(join(root, 'bench')).filter((name) => name.endsWith('.ts'));
    expect(benchmarks.filter((name) => !readme.includes(name.replace('.ts', '')))).toEqual([]);
  });
});
