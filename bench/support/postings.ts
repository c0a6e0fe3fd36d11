import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const samples = join(import.meta.dirname, '../../content');

/**
 * Writes a content folder of so many Markdown files, in pairs, made of the samples: each with its
 * own title, key and closing date, all open, and words of its own in two lines of three. Shared
 * facts stand in `process/`, as in the samples.
 */
export function writePostings(folder: string, files: number): void {
  const read = (branch: string): string[] =>
    readdirSync(join(samples, branch)).map((name) =>
      readFileSync(join(samples, branch, name), 'utf8'),
    );
  const keyOf = (source: string): string => /^translationKey: (.*)$/m.exec(source)?.[1] ?? '';
  const french = new Map(read('fr/emplois').map((source) => [keyOf(source), source]));
  const english = read('en/jobs');
  for (const branch of ['en/jobs', 'fr/emplois', 'process']) {
    mkdirSync(join(folder, branch), { recursive: true });
  }
  copyFileSync(join(samples, 'site.yml'), join(folder, 'site.yml'));
  for (let n = 1; n <= files / 2; n += 1) {
    const source = english[n % english.length] ?? '';
    const key = keyOf(source);
    const own = `${key}-${n}`;
    const numbered = (text: string): string =>
      text
        .replace(/^translationKey: .*$/m, `translationKey: ${own}`)
        .replace(/^(title: ['"].*)(['"])$/m, `$1 (${n})$2`)
        .replace(/^leverId: .*\n/m, '')
        .replace('archived: true', 'archived: false');
    const write = (file: string, text: string): void =>
      writeFileSync(join(folder, file), withOwnWords(numbered(text), n));
    write(`en/jobs/${own}.md`, source);
    write(`fr/emplois/${own}.md`, french.get(key) ?? '');
    const closes = new Date(Date.UTC(2090, 0, 1 + (n % 3000))).toISOString().slice(0, 10);
    const facts = readFileSync(join(samples, 'process', `${key}.yml`), 'utf8')
      .replace(/^opens: .*$/m, 'opens: 2026-01-05T09:00:00-05:00')
      .replace(/^closes: .*$/m, `closes: ${closes}T23:59:00-08:00`);
    writeFileSync(join(folder, 'process', `${own}.yml`), facts);
  }
}

/**
 * As postings differ in truth: of 70 real ones of one organization, two thirds of the text stand in
 * lines that no other has. Without this, whatever remembers paragraphs would look faster than it is.
 */
function withOwnWords(source: string, n: number): string {
  const bodyAt = source.indexOf('\n---\n', 4) + 5;
  const lines = source.slice(bodyAt).split('\n');
  let prose = 0;
  const own = lines.map((line) => {
    if (!/^(?:[\p{L}*]|- |\d+\. )/u.test(line)) return line;
    prose += 1;
    return prose % 3 === 0 ? line : `${line} (${n})`;
  });
  return source.slice(0, bodyAt) + own.join('\n');
}
