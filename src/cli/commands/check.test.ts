import { spawn } from 'node:child_process';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findConfig } from '#hiring/check';
import { check as command } from './check.ts';
import { messages } from '../messages/index.ts';
import {
  type ContentFolder,
  contentFolder,
  pairSources,
  postingSource,
} from '#hiring/postings/testing';

/** Each run starts a program, on a machine that may be busy. */
const timeLimit = 240_000;

const main = join(import.meta.dirname, '../main.ts');

let folder: ContentFolder;
afterEach(() => folder.removeAll());

type Ended = { code: number | null; out: string; err: string };

/** Runs `tandem check` as people do, from the folder above the content. */
function check(args: string[], { cwd = folder.path, env = {} } = {}): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>();
  const child = spawn(process.execPath, ['--no-warnings', main, 'check', ...args], {
    cwd,
    env: { PATH: process.env['PATH'], TANDEM_LANG: 'en', ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString();
  });
  child.on('close', (code) => resolve({ code, out, err }));
  return promise;
}

/** A repository: postings in `content/`, and what else it holds. */
async function repository(postings: Record<string, string>, others: Record<string, string> = {}) {
  const inContent = Object.entries(postings).map(([file, text]) => [`content/${file}`, text]);
  folder = await contentFolder({ ...Object.fromEntries(inContent), ...others });
}

const only = ['--rule', 'content,check'];

describe('tandem check', () => {
  it(
    'ends with 0 where nothing is in the way, 1 where something is, 2 where it cannot tell',
    async () => {
      await repository(pairSources('a'));
      expect(await check(only)).toMatchObject({
        code: 0,
        out: '1 posting checked: nothing to put right.\n',
      });
      await folder.remove('content/fr/emplois/a.md');
      const found = await check(only);
      expect(found).toMatchObject({ code: 1, err: '' });
      expect(found.out).toContain('content/en/jobs/a.md:7:1');
      expect(await check(['nowhere'])).toMatchObject({ code: 2, err: 'nowhere does not exist.\n' });
      expect(await check(['nowhere', '--lang', 'fr'])).toMatchObject({
        err: 'nowhere n’existe pas.\n',
      });
    },
    timeLimit,
  );

  it(
    'says what is wrong with its options',
    async () => {
      await repository({});
      for (const options of [
        { format: 'xml' },
        { severity: 'loud' },
        { rule: ['content/nothing'] },
        { 'max-warnings': 'many' },
        { 'dry-run': true },
        { watch: true, format: 'json' },
        { lang: 'de' },
        { explain: 'content/nothing' },
      ]) {
        const said: string[] = [];
        const out = (line: string): void => void said.push(line);
        const context = {
          lang: 'fr' as const,
          t: messages('fr'),
          args: [],
          env: {},
          sameSettings: '',
        };
        const code = await command({ ...context, options, out: expect.fail, say: out });
        expect([options, code, said.length]).toEqual([options, 2, 1]);
      }
      expect(await check(['--nothing'])).toMatchObject({ code: 2, out: '' });
    },
    timeLimit,
  );

  it(
    'takes a content folder, a folder that holds one, or some of its files',
    async () => {
      const bad = { en: { slug: 'Not A Slug' } };
      await repository({
        ...pairSources('a', bad),
        ...pairSources('b', bad),
        'process/b.yml': 'evergreen: true\n',
      });
      const findings = async (args: string[], cwd?: string) => {
        const { out } = await check([...args, ...only, '--format', 'json'], cwd ? { cwd } : {});
        return (JSON.parse(out) as { findings: { file: string }[] }).findings.map(
          ({ file }) => file,
        );
      };
      const [a, b] = ['content/en/jobs/a.md', 'content/en/jobs/b.md'];
      expect(await findings(['.'])).toEqual([a, b]);
      expect(await findings(['content'])).toEqual([a, b]);
      expect(await findings(['content/en'])).toEqual([a, b]);
      expect(await findings(['content/fr/emplois/b.md'])).toEqual([b]);
      expect(await findings(['content/process/b.yml'])).toEqual([b]);
      expect(await findings([a, b])).toEqual([a, b]);
      expect(await findings(['b.md'], join(folder.path, 'content/fr/emplois'))).toEqual([
        '../../en/jobs/b.md',
      ]);
    },
    timeLimit,
  );

  it(
    'reads the nearest configuration, and says where it is wrong',
    async () => {
      await repository(pairSources('a', { en: { slug: 'Not A Slug' } }), {
        'tandem-check.yml': 'max-warnings: 0\nlanguage: fr\n',
      });
      const strict = await check(only);
      expect(strict.code).toBe(1);
      expect(strict.out).toContain('avertissement');
      expect(strict.err).toContain('max-warnings');
      expect(await check([...only, '--max-warnings', '1'])).toMatchObject({ code: 0 });
      await folder.write('content/tandem-check.yml', 'ignore: ["en/jobs/*"]\n');
      expect(await check(only)).toMatchObject({ code: 0 });
      await folder.write('content/tandem-check.yml', 'rules:\n  content/bad-slugs: off\n');
      expect(await check(only)).toMatchObject({
        code: 2,
        out: '',
        err: 'content/tandem-check.yml:2:3: there is no rule “content/bad-slugs”. Is “content/bad-slug” meant?\n',
      });
      for (const [wrong, said] of [
        ['ignore: drafts', 'wants a list'],
        ['max-warnings: many', 'wants a number'],
        ['language: de', 'wants en or fr'],
        ['rules: { content: loud }', 'wants off, info'],
        ['rule: {}', 'no setting “rule”'],
        ['rules: {', 'not YAML'],
        ['- rules', 'not a list of fields'],
      ] as const) {
        await folder.write('content/tandem-check.yml', wrong);
        const found = await findConfig(join(folder.path, 'content'), null);
        const problems = found.ok ? [] : found.errors.map(({ problem }) => problem);
        const words = problems.map(({ kind, ...args }) =>
          messages('en')(`check.config.${kind}`, args),
        );
        expect(words.join()).toContain(said);
        for (const { kind, ...args } of problems) messages('fr')(`check.config.${kind}`, args);
      }
      await folder.write('terms.yml', '- en: only English\n');
      await folder.write('content/tandem-check.yml', 'terminology: ../terms.yml\n');
      expect((await check(only)).err).toMatch(/^terms\.yml: /);
    },
    timeLimit,
  );

  it(
    'explains and lists rules in both languages',
    async () => {
      await repository({});
      const page = await check(['--explain', 'content/missing-pair', '--lang', 'fr']);
      expect(page).toMatchObject({ code: 0 });
      expect(page.out).toMatch(/^# content\/missing-pair\n\nUne langue d’une affiche manque\.\n/);
      const list = await check(['--list-rules']);
      expect(list.out).toContain(
        'content/missing-pair  error\n    One language of a posting is missing.\n',
      );
    },
    timeLimit,
  );
});

describe('tandem check --fix', () => {
  const spaced = 'Du travail !\r\n';
  const before = `\uFEFF${postingSource('a', {}, spaced).replaceAll(/\r?\n/g, '\r\n')}`;
  const typography = ['--rule', 'typography'];

  it(
    'shows what it would write, writes it, and leaves the rest of the file alone',
    async () => {
      await repository({ ...pairSources('a'), 'fr/emplois/a.md': before });
      const path = join(folder.path, 'content/fr/emplois/a.md');
      const preview = await check([...typography, '--fix', '--dry-run']);
      expect(preview.out).toContain('--- a/content/fr/emplois/a.md');
      expect(preview.out).toContain('+Du travail!');
      expect(await readFile(path, 'utf8')).toBe(before);

      const other = await stat(join(folder.path, 'content/en/jobs/a.md'));
      expect(await check([...typography, '--fix'])).toMatchObject({ code: 0 });
      expect(await readFile(path, 'utf8')).toBe(before.replace('travail !', 'travail!'));
      expect(await stat(join(folder.path, 'content/en/jobs/a.md'))).toEqual(other);
      // Nothing is left beside the file.
      expect((await check([...typography, '--fix'])).out).toBe(
        '1 posting checked: nothing to put right.\n',
      );
    },
    timeLimit,
  );
});

describe('tandem check --watch', () => {
  it(
    'checks again what changes, until it is told to stop',
    async () => {
      await repository({ ...pairSources('a'), ...pairSources('b') });
      const child = spawn(process.execPath, ['--no-warnings', main, 'check', '--watch', ...only], {
        cwd: folder.path,
        env: { PATH: process.env['PATH'], TANDEM_LANG: 'en' },
      });
      let said = '';
      const waiting: { text: string; resolve: () => void }[] = [];
      const hear = (part: Buffer): void => {
        said += part.toString();
        for (const one of waiting) if (said.includes(one.text)) one.resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      const until = (text: string): Promise<void> => {
        const { promise, resolve } = Promise.withResolvers<void>();
        waiting.push({ text, resolve });
        hear(Buffer.from(''));
        return promise;
      };
      await until('Watching for changes');
      said = '';
      await writeFile(
        join(folder.path, 'content/en/jobs/b.md'),
        postingSource('b', { slug: 'Not A Slug' }),
      );
      await until('content/bad-slug');
      expect(said).toContain('content/en/jobs/b.md');
      expect(said).not.toContain('jobs/a.md');
      await until('Watching for changes');
      said = '';
      await mkdir(join(folder.path, 'content/en/more'));
      await writeFile(join(folder.path, 'content/en/more/c.md'), postingSource('c'));
      await until('content/missing-pair');
      child.kill('SIGTERM');
      const { promise, resolve } = Promise.withResolvers<number | null>();
      child.on('close', resolve);
      expect(await promise).toBe(0);
    },
    timeLimit,
  );
});
