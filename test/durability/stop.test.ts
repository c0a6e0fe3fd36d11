import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freePort, newDataFolder, removeFolder, startTandem } from '../support/server.ts';

let dataFolder = '';
beforeEach(async () => {
  dataFolder = await newDataFolder();
});
afterEach(() => removeFolder(dataFolder));

const databaseRuns = (): boolean => existsSync(join(dataFolder, 'postgres/data/postmaster.pid'));

async function until(condition: () => boolean | Promise<boolean>, seconds: number): Promise<void> {
  for (let tries = 0; tries < seconds * 10; tries += 1) {
    if (await condition()) return;
    await sleep(100);
  }
  throw new Error(`It did not happen in ${seconds} seconds`);
}

it('stops although a request never ends, and takes its database along', async () => {
  const port = await freePort();
  const tandem = await startTandem({ dataFolder, port });
  const stalled = connect(port, '127.0.0.1');
  stalled.on('error', () => {});
  stalled.write('POST /en/staff/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf');
  await sleep(200);
  await Promise.race([
    tandem.stop(),
    sleep(30_000).then(() => Promise.reject(new Error('still running'))),
  ]);
  expect(tandem.process.exitCode).toBe(0);
  expect(databaseRuns()).toBe(false);
});

/** The program as `npm start` runs it. */
function launch(port: number) {
  return spawn(process.execPath, [join(import.meta.dirname, '../../bin/tandem.mjs'), 'start'], {
    env: { ...process.env, TANDEM_DATA: dataFolder, PORT: String(port), TANDEM_LANG: 'en' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

it.each(['SIGINT', 'SIGTERM'] as const)('ends with its launcher, by %s', async (signal) => {
  const port = await freePort();
  const launcher = launch(port);
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/health`).then(
      ({ status }) => status === 200,
      () => false,
    );
  await until(answers, 60);
  launcher.kill(signal);
  const [code] = (await once(launcher, 'exit', { signal: AbortSignal.timeout(30_000) })) as [
    number,
  ];
  expect(code).toBe(0);
  expect(databaseRuns()).toBe(false);
});

it('leaves nothing behind where its launcher is killed while it starts', async () => {
  const port = await freePort();
  const launcher = launch(port);
  let said = '';
  launcher.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  await until(() => said.includes('Starting the database'), 60);
  launcher.kill('SIGKILL');
  await once(launcher, 'exit');
  launcher.stderr.destroy();
  await sleep(3000);
  await until(() => !databaseRuns(), 60);
  await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow('fetch failed');
});
