import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { samplePdf } from '#platform/files/testing';
import { applyThrough, sendTo } from '../support/applicant.ts';
import {
  type RunningTandem,
  freePort,
  newDataFolder,
  removeFolder,
  startTandem,
} from '../support/server.ts';

const rounds = 20;
const slug = 'general-applications-send-us-your-resume';

/** What a sender was told: the address of the receipt, and what was in the file sent. */
type Acknowledged = { receipt: string; sha256: string; name: string };

let tandem: RunningTandem | undefined;
let dataFolder = '';
afterAll(async () => {
  await tandem?.stop();
  await removeFolder(dataFolder);
});

/** Applies once; null where the server went away before it answered. */
async function apply(origin: string, count: number): Promise<Acknowledged | null> {
  const sender = { 'x-forwarded-for': `10.1.${Math.floor(count / 250) % 250}.${count % 250}` };
  const name = `Sample Candidate ${count}`;
  const bytes = samplePdf(`Résumé of ${name}`, { bytes: 20_000 });
  try {
    const answer = await applyThrough(sendTo(origin, sender), slug, {
      name,
      email: `sample-${count}@sample.example`,
      statement: `Sent in burst as number ${count}.`,
      resume: { name: `resume-${count}.pdf`, bytes },
      lang: 'en',
    });
    const receipt = answer.headers.get('location');
    if (answer.status !== 303 || !receipt)
      throw new Error(`Answered ${answer.status}: ${await answer.text()}`);
    return { receipt, name, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    if (error instanceof TypeError || (error as { cause?: unknown }).cause) return null; // the line broke
    throw error;
  }
}

async function verify(origin: string, { receipt, sha256, name }: Acknowledged): Promise<void> {
  const answer = await fetch(origin + receipt);
  const html = await answer.text();
  expect(answer.status, `receipt of ${name}`).toBe(200);
  expect(html).toContain(sha256);
  expect(html).toContain(name);
  const stored = await readFile(join(dataFolder, 'files', sha256.slice(0, 2), sha256));
  expect(createHash('sha256').update(stored).digest('hex')).toBe(sha256);
}

it(`loses nothing that was acknowledged, killed ${rounds} times in the middle of a burst`, async () => {
  dataFolder = await newDataFolder();
  const port = await freePort();
  const acknowledged: Acknowledged[] = [];
  let count = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const running = await startTandem({ dataFolder, port, env: { TANDEM_PROXIES: '1' } });
    tandem = running;
    let over = false;
    const senders = Array.from({ length: 8 }, async () => {
      while (!over) {
        count += 1;
        const done = await apply(running.origin, count);
        if (done) acknowledged.push(done);
        else return;
      }
    });
    // Killed a moment after some were acknowledged, while the others are under way.
    const enough = acknowledged.length + 2 + (round % 5);
    while (acknowledged.length < enough) await sleep(10);
    await sleep((round * 37) % 100);
    await running.kill();
    over = true;
    await Promise.all(senders);
    // Every third time the database goes too, as when the machine loses power.
    if (round % 3 === 0) await killPostmaster();
  }
  tandem = await startTandem({ dataFolder, port });
  expect(acknowledged.length, 'the bursts sent something').toBeGreaterThanOrEqual(rounds * 2);
  for (const one of acknowledged) await verify(tandem.origin, one);
  process.stdout.write(
    `${acknowledged.length} applications acknowledged in ${rounds} rounds, none lost\n`,
  );
});

async function killPostmaster(): Promise<void> {
  const pid = Number(
    (await readFile(join(dataFolder, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0],
  );
  process.kill(pid, 'SIGKILL');
}
