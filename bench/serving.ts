// Posting page and list, served by Tandem and by nginx from files with the same bytes.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { freePort, newDataFolder, removeFolder, startTandem } from '../test/support/server.ts';
import { median, report } from './support/stats.ts';
import { needPrograms } from './support/tools.ts';

const pages = {
  'posting page': '/en/jobs/digital-advisor-research-and-service-improvement',
  list: '/en/jobs/',
};
const seconds = 5;
const rounds = 3;

needPrograms({ nginx: 'nginx-light', wrk: 'wrk' });
const dataFolder = await newDataFolder();
const tandem = await startTandem({ dataFolder, port: await freePort() });
const port = await freePort();
const folder = mkdtempSync(join(tmpdir(), 'tandem-nginx-'));
try {
  const paths: Record<string, string> = {};
  mkdirSync(join(folder, 'html'));
  for (const [name, path] of Object.entries(pages)) {
    const slug = name.replace(' ', '-');
    const answer = await fetch(tandem.origin + path, { headers: { 'accept-encoding': 'gzip' } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    const html = await answer.text();
    writeFileSync(join(folder, 'html', `${slug}.html`), html);
    writeFileSync(join(folder, 'html', `${slug}.html.gz`), gzipSync(html));
    paths[name] = `/${slug}.html`;
  }
  writeFileSync(
    join(folder, 'nginx.conf'),
    `worker_processes auto; pid ${folder}/pid; error_log ${folder}/error.log;
     events { worker_connections 1024; }
     http { access_log off; gzip_static on; open_file_cache max=100; sendfile on;
       types { text/html html; }
       server { listen 127.0.0.1:${port}; root ${folder}/html; } }`,
  );
  const nginx = spawn(
    'nginx',
    ['-c', join(folder, 'nginx.conf'), '-p', folder, '-g', 'daemon off; user root;'],
    {
      stdio: 'inherit',
    },
  );
  await sleep(500);
  for (const [name, path] of Object.entries(pages)) {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(requestsPerSecond(tandem.origin + path));
      theirs.push(requestsPerSecond(`http://127.0.0.1:${port}${paths[name]}`));
    }
    const reference = median(theirs);
    report(`${name}: nginx`, `${reference.toFixed(0)} req/s`);
    report(`${name}: Tandem`, `${median(ours).toFixed(0)} req/s`, median(ours) / reference);
  }
  nginx.kill();
} finally {
  await tandem.stop();
  await removeFolder(dataFolder);
  rmSync(folder, { recursive: true, force: true });
}

function requestsPerSecond(url: string): number {
  const { stdout } = spawnSync(
    'wrk',
    ['-t1', '-c32', `-d${seconds}s`, '-H', 'Accept-Encoding: gzip', url],
    { encoding: 'utf8' },
  );
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(stdout);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
}
