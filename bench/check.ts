// `tandem check` over 1,000 and 10,000 pairs, with all rules, on the built program.
//
//   npm run build && npm run bench -- check
//   npm run bench -- check --pairs 2000
//
// The pairs are made of those in content/, each with a key and amounts of its own, some bullets in
// another order; and 1,000 more with words of their own in most lines, as in a folder of postings that
// repeat each other little. Beside it, in the same run and as a process of its own, the same files are
// only read and rendered with markdown-it: the ratio is what to compare between versions and machines.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { indexFolder } from '#hiring/check';
import { type Lang, langs } from '#platform/i18n';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { pairs: { type: 'string' } } });
const sizes = values.pairs === undefined ? [1000, 10_000] : [Number(values.pairs)];
const runs = [
  ...sizes.map((pairs) => ({ pairs, ownShare: 0 })),
  { pairs: Math.min(1000, ...sizes), ownShare: 0.6 },
];

/** Stand for digits in names: numbers are compared by themselves. */
const letters = 'kmtrsvzplb';

/** Ticks of the kernel's clock in a second, as Linux reports times. */
const ticks = 100;

/** Reads every file and renders it, and nothing else. */
const baseline = `
  import { readFileSync, globSync } from 'node:fs';
  import MarkdownIt from 'markdown-it';
  const markdown = new MarkdownIt({ html: true });
  let length = 0;
  for (const file of globSync(process.argv[1] + '/{en,fr}/**/*.md')) {
    length += markdown.render(readFileSync(file, 'utf8')).length;
  }
  if (length === 0) process.exit(1);
`;

type Measured = { seconds: number; cpuSeconds: number; peakMb: number; output: string };

console.log(`${availableParallelism()} cores, node ${process.version}`);
for (const { pairs, ownShare } of runs) {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-bench-'));
  try {
    await makePairs(folder, pairs, ownShare);
    const plain = await measure(['--input-type=module', '--eval', baseline, folder]);
    const checked = await measure([join(root, 'dist/cli.js'), 'check', folder, '--format', 'json']);
    const { summary } = JSON.parse(checked.output) as {
      summary: { postings: number; findings: object };
    };
    if (summary.postings !== pairs) throw new Error(`${summary.postings} pairs were checked`);
    const rate = Math.round(pairs / checked.seconds);
    const kind = ownShare === 0 ? 'pairs' : 'pairs unlike each other';
    console.log(`${pairs} ${kind}: ${inWords(checked)}, ${rate} pairs/s`);
    console.log(`  reading and rendering alone: ${inWords(plain)}`);
    const ratio = (checked.cpuSeconds / plain.cpuSeconds).toFixed(1);
    console.log(`  CPU ratio ${ratio}; found ${JSON.stringify(summary.findings)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function inWords({ seconds, cpuSeconds, peakMb }: Measured): string {
  return `${seconds.toFixed(1)} s (CPU ${cpuSeconds.toFixed(1)} s), peak ${peakMb} MB`;
}

/** Runs node and watches its time and memory, that of its threads included. */
async function measure(args: string[]): Promise<Measured> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (part: Buffer) => {
    output += part.toString();
  });
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.on('close', resolve);
  let [peakMb, cpuSeconds] = [0, 0];
  const timer = setInterval(() => {
    void (async () => {
      const usage = await usageOf(child);
      peakMb = Math.max(peakMb, usage.peakMb);
      cpuSeconds = Math.max(cpuSeconds, usage.cpuSeconds);
    })();
  }, 50);
  const code = await promise;
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  // 1: there are findings, as there should be in 10,000 postings.
  if (code !== 0 && code !== 1) throw new Error(`node ${args.join(' ')} ended with ${code}`);
  return { seconds, cpuSeconds, peakMb, output };
}

async function usageOf({ pid }: ChildProcess): Promise<{ peakMb: number; cpuSeconds: number }> {
  const read = (file: string): Promise<string> =>
    readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
  const [status, stat] = await Promise.all([read('status'), read('stat')]);
  const peakMb = Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  // User and system time stand 12th and 13th after the name in parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { peakMb, cpuSeconds: (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticks };
}

async function makePairs(folder: string, count: number, ownShare: number): Promise<void> {
  const samples = await readSamples();
  for (let n = 0; n < count; n += 1) {
    const sample = samples[n % samples.length]!;
    await Promise.all(
      langs.map(async (lang) => {
        const path = join(folder, lang, String(n % 50), `${n}.md`);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, withOwnWords(varied(sample[lang], n), { n, lang, ownShare }));
      }),
    );
  }
}

async function readSamples(): Promise<Record<(typeof langs)[number], string>[]> {
  const content = join(root, 'content');
  const index = await indexFolder(content);
  const byKey = Map.groupBy(index?.entries() ?? [], ([, { key }]) => key);
  const samples = [];
  for (const files of byKey.values()) {
    const [en, fr] = langs.map((lang) => files.find(([, { branch }]) => branch === lang)?.[0]);
    if (en === undefined || fr === undefined) continue;
    const read = (file: string): Promise<string> => readFile(join(content, file), 'utf8');
    samples.push({ en: await read(en), fr: await read(fr) });
  }
  return samples;
}

/** The same posting in other words: a key and amounts of its own, some bullets in another order. */
function varied(source: string, n: number): string {
  return source
    .replace(/^translationKey:.*$/m, `translationKey: bench-${n}`)
    .replace(/^leverId:.*\n/m, '')
    .replaceAll(/(?<=\d)\d(?=\d[\u00A0\u202F ,]\d{3})/g, String(n % 10))
    .replaceAll(/^((?:[-*] .*\n){3,})/gm, (list) => rotated(list.trimEnd().split('\n'), n));
}

/** The same with a name and a number in a share of the lines of its body that no other posting has. */
function withOwnWords(
  source: string,
  { n, lang, ownShare }: { n: number; lang: Lang; ownShare: number },
): string {
  const [, front = '', body = ''] = /^(---\n[^]*?\n---\n)([^]*)$/.exec(source) ?? [];
  const lines = body.split('\n').map((line, k) => {
    const chance = (((n + 1) * 2_654_435_761 + k * 40_503) % 1000) / 1000;
    if (chance >= ownShare || line.trim() === '' || /^[#|<>`]/.test(line)) return line;
    const name = `Brelan${(n * 1000 + k).toString(36).replaceAll(/\d/g, (digit) => letters[Number(digit)]!)}`;
    const count = 20 + (n % 70);
    return line.replace(
      /\.?$/,
      ` ${lang === 'en' ? `with ${name} and ${count} partners` : `avec ${name} et ${count} partenaires`}.`,
    );
  });
  return front + lines.join('\n');
}

function rotated(items: string[], n: number): string {
  const by = n % items.length;
  return `${[...items.slice(by), ...items.slice(0, by)].join('\n')}\n`;
}
