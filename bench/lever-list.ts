// The Lever-compatible list of 300 postings, as every embed asks for it, against the same bytes from
// memory on the same server; and what the answers cost that are made for one request.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, newDataFolder, removeFolder, startTandem } from '../test/support/server.ts';
import { median, report } from './support/stats.ts';
import { needPrograms } from './support/tools.ts';

const postings = 300;
const seconds = 5;
const rounds = 3;

needPrograms({ wrk: 'wrk' });
const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
const content = join(folder, 'content');
writeContent();
const dataFolder = await newDataFolder();
const tandem = await startTandem({
  dataFolder,
  port: await freePort(),
  env: { TANDEM_CONTENT: content, TANDEM_LEVER_SITE: 'bench' },
});
const port = await freePort();
const list = `${tandem.origin}/v0/postings/bench-en?mode=json`;
let other;
try {
  const began = performance.now();
  const answer = await fetch(list, { headers: { 'accept-encoding': 'gzip' } });
  const text = await answer.text();
  report('Tandem: first answer after a change', `${(performance.now() - began).toFixed(0)} ms`);
  const count = (JSON.parse(text) as unknown[]).length;
  if (count !== postings) throw new Error(`${count} postings`);
  report('its size', `${(text.length / 1e6).toFixed(2)} MB`);
  writeFileSync(join(folder, 'list.json'), text);
  other = spawn(
    process.execPath,
    [join(import.meta.dirname, 'support/static-json.ts'), join(folder, 'list.json'), String(port)],
    { stdio: 'inherit' },
  );
  await sleep(1000);
  const tag = answer.headers.get('etag') ?? '';
  const targets = {
    bytes: [`http://127.0.0.1:${port}/`],
    whole: [list],
    unchanged: [list, `If-None-Match: ${tag}`],
    team: [`${list}&team=Team+7`],
    page: [`${list}&team=Team+7&limit=20`],
  } as const;
  const measured = { bytes: [], whole: [], unchanged: [], team: [], page: [] } as Record<
    string,
    number[]
  >;
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, [url, header]] of Object.entries(targets)) {
      measured[name]?.push(requestsPerSecond(url, header));
    }
  }
  const reference = median(measured['bytes'] ?? []);
  const line = (what: string, name: string): void => {
    const value = median(measured[name] ?? []);
    report(what, `${value.toFixed(0)} req/s`, name === 'bytes' ? undefined : value / reference);
  };
  line('the same bytes from memory, same server', 'bytes');
  line('Tandem: the whole list', 'whole');
  line('Tandem: the whole list, unchanged (304)', 'unchanged');
  line('Tandem: one team of 30', 'team');
  line('Tandem: 20 of a team, made each time', 'page');
} finally {
  other?.kill();
  await tandem.stop();
  await removeFolder(dataFolder);
  rmSync(folder, { recursive: true, force: true });
}

/** Postings as long as real ones: six sections, three with lists. */
function writeContent(): void {
  for (const part of ['en/jobs', 'fr/emplois', 'process']) {
    mkdirSync(join(content, part), { recursive: true });
  }
  const paragraph = 'People use what we make, and we watch them do it before we make more. '.repeat(
    6,
  );
  const items = Array.from({ length: 8 }, (_, n) => `- Item ${n} of the work, in some words`);
  const body = [1, 2, 3]
    .map((n) => `## Part ${n}\n\n${paragraph}\n\n## List ${n}\n\n${items.join('\n')}`)
    .join('\n\n');
  for (let n = 0; n < postings; n += 1) {
    for (const [lang, path] of [
      ['en', 'en/jobs'],
      ['fr', 'fr/emplois'],
    ] as const) {
      const front = `layout: job-posting\ntype: section\ntitle: Posting ${lang} ${n}\ndescription: Number ${n}\narchived: false\ntranslationKey: posting-${n}`;
      writeFileSync(
        join(content, path, `posting-${n}.md`),
        `---\n${front}\n---\n\n${paragraph}\n\n${body}\n`,
      );
    }
    writeFileSync(
      join(content, 'process', `posting-${n}.yml`),
      `unit: { en: Team ${n % 10}, fr: Équipe ${n % 10} }\nworkMode: remote\n`,
    );
  }
}

function requestsPerSecond(url: string, header?: string): number {
  const headers = ['Accept-Encoding: gzip', ...(header ? [header] : [])];
  const { stdout } = spawnSync(
    'wrk',
    [
      '-t1',
      '-c32',
      '--timeout',
      '20s',
      `-d${seconds}s`,
      ...headers.flatMap((one) => ['-H', one]),
      url,
    ],
    { encoding: 'utf8' },
  );
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(stdout);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
}
