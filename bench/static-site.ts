// The careers site as files: `tandem build`, Hugo (Debian's) and Eleventy (npm's) on the same postings.
//
//   npm run build && npm run bench -- static-site
//   npm run bench -- static-site 2000 1     one size, so many rounds
//
// All three write the same kind of site: a page for each posting in each language with its facts and
// JSON-LD, lists of 50, Atom, JSON Feed, Indeed's XML and iCalendar with the whole texts, what a page
// searches (up to 1,000 postings) and the sitemap. None compresses, which Hugo and Eleventy cannot;
// Tandem with its .br and .gz is measured beside that, and compared with both all the same.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cost, measure } from './support/measure.ts';
import { writePostings } from './support/postings.ts';
import { median, report } from './support/stats.ts';
import { needPrograms } from './support/tools.ts';

const [wanted, wantedRounds] = process.argv.slice(2).map(Number);
const runs = wanted
  ? [{ files: wanted, rounds: wantedRounds ?? 3 }]
  : [
      { files: 2000, rounds: 3 },
      { files: 20_000, rounds: 2 },
    ];
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'tandem-static-'));

type Contender = {
  name: string;
  run(content: string): Cost;
  out: string;
  posting: RegExp;
  /** More than this it cannot do in bearable time and memory. */
  maxFiles: number;
};

try {
  const contenders = [tandem(false), hugo(), eleventy()].filter((one) => one !== null);
  for (const { files, rounds } of runs) compare(contenders, files, rounds);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function compare(all: readonly Contender[], files: number, rounds: number): void {
  const contenders = all.filter(({ maxFiles }) => files <= maxFiles);
  for (const { name, maxFiles } of all.filter((one) => !contenders.includes(one))) {
    process.stdout.write(
      `\n${name} is left out: above ${maxFiles} files its memory runs to many GB\n`,
    );
  }
  const content = join(folder, `content-${files}`);
  writePostings(content, files);
  process.stdout.write(
    `\n${files} Markdown files, ${rounds} rounds, alternating; nothing compressed\n`,
  );
  const costs = new Map(contenders.map(({ name }) => [name, [] as Cost[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run, out } of contenders) {
      rmSync(out, { recursive: true, force: true });
      rmSync(`${out}.builds`, { recursive: true, force: true });
      costs.get(name)?.push(run(content));
    }
  }
  for (const { name, out, posting } of contenders) {
    const pages = pageFiles(out, posting);
    const bytes = pages.reduce((sum, file) => sum + statSync(file).size, 0);
    report(`${name}: posting pages`, String(pages.length));
    report(`${name}: average page`, `${(bytes / pages.length / 1000).toFixed(1)} KB`);
  }
  const middle = (name: string, part: keyof Cost): number =>
    median((costs.get(name) ?? []).map((cost) => cost[part]));
  for (const { name } of contenders) {
    for (const [part, label, unit] of [
      ['wall', 'time', 's'],
      ['cpu', 'processor time', 's'],
      ['memory', 'peak memory', 'MB'],
    ] as const) {
      const own = middle(name, part);
      const ours = middle('Tandem', part);
      const ratio = name === 'Tandem' ? undefined : ours / own;
      const value = `${own.toFixed(part === 'memory' ? 0 : 1)} ${unit}`;
      report(
        ratio === undefined ? `${name}: ${label}` : `${name}: ${label} (Tandem ÷ it)`,
        value,
        ratio,
      );
    }
  }
  const show = (what: string, { wall, cpu, memory }: Cost): void => {
    report(`${what}: time`, `${wall.toFixed(1)} s`);
    report(`${what}: processor time`, `${cpu.toFixed(1)} s`);
    report(`${what}: peak memory`, `${memory.toFixed(0)} MB`);
    for (const { name } of contenders) {
      if (name === 'Tandem') continue;
      report(`  its time ÷ ${name}'s whole build`, '', wall / middle(name, 'wall'));
      report(`  its processor time ÷ ${name}'s whole build`, '', cpu / middle(name, 'cpu'));
    }
  };
  const again = tandem(false);
  show('Tandem, nothing changed', again.run(content));
  changeOne(content);
  show('Tandem, one file changed', again.run(content));
  const compressing = tandem(true);
  show('Tandem with .br and .gz, from nothing', compressing.run(content));
  changeOne(content);
  show('Tandem with .br and .gz, one file changed', compressing.run(content));
}

/** Adds a sentence to one posting. */
function changeOne(content: string): void {
  const [file = ''] = readdirSync(join(content, 'en/jobs'));
  appendFileSync(join(content, 'en/jobs', file), '\nOne more sentence.\n');
}

function tandem(compress: boolean): Contender {
  const out = join(folder, compress ? 'tandem-compressed' : 'tandem');
  return {
    name: 'Tandem',
    maxFiles: Number.POSITIVE_INFINITY,
    out,
    posting: /\/(?:jobs|emplois)\/[^/]+\.html$/,
    run: (content) =>
      measure(
        process.execPath,
        [
          // As bin/tandem.mjs starts it.
          '--max-semi-space-size=4', 'dist/cli.js', 'build', '--out', out, '--content', content, '--lang', 'en',
          '--url', 'https://jobs.example', '--server', 'https://apply.example',
          ...(compress ? [] : ['--no-compress']),
        ], // prettier-ignore
        root,
      ),
  };
}

function hugo(): Contender {
  needPrograms({ hugo: 'hugo', time: 'time' });
  process.stdout.write(spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout);
  const project = join(folder, 'hugo');
  cpSync(join(import.meta.dirname, 'static-site/hugo'), project, { recursive: true });
  const out = join(project, 'public');
  return {
    name: 'Hugo',
    maxFiles: Number.POSITIVE_INFINITY,
    out,
    posting: /\/(?:jobs|emplois)\/[^/]+\.html$/,
    run(content) {
      linkPostings(project, content);
      return measure('hugo', ['--quiet', '-d', out], project);
    },
  };
}

function eleventy(): Contender | null {
  const tool = join(folder, 'eleventy-tool');
  mkdirSync(tool);
  const npm = spawnSync(
    'npm',
    ['install', '--prefix', tool, '--no-audit', '--no-fund', '@11ty/eleventy@3.1.8'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (npm.status !== 0) {
    process.stdout.write('Eleventy could not be installed: skipped.\n');
    return null;
  }
  const project = join(folder, 'eleventy');
  cpSync(join(import.meta.dirname, 'static-site/eleventy'), project, { recursive: true });
  const out = join(project, '_site');
  const command = join(tool, 'node_modules/@11ty/eleventy/cmd.cjs');
  process.stdout.write(
    `Eleventy ${spawnSync(process.execPath, [command, '--version']).stdout.toString()}`,
  );
  return {
    name: 'Eleventy',
    maxFiles: 4000,
    out,
    posting: /\/(?:jobs|emplois)\/(?!index)[^/]+\.html$/,
    run(content) {
      linkPostings(project, content);
      return measure(process.execPath, [command, '--quiet'], project, { ELEVENTY_FOLDER: tool });
    },
  };
}

function linkPostings(project: string, content: string): void {
  rmSync(join(project, 'postings'), { force: true });
  symlinkSync(content, join(project, 'postings'));
}

function pageFiles(out: string, posting: RegExp): string[] {
  return readdirSync(out, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => posting.test(file) && !file.endsWith('/index.html'));
}
