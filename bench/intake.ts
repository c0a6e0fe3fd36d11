// Applications with a 200 KB PDF through the whole program, committed and synced, against the least
// that keeps the same promise: write the same bytes, fsync, INSERT one row, commit.
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Pool } from 'pg';
import { samplePdf } from '#platform/files/testing';
import { startThrowawayPostgres } from '#platform/embedded-postgres';
import { fillDraft, revisionOf, consent, post, sendTo } from '../test/support/applicant.ts';
import { freePort, newDataFolder, removeFolder, startTandem } from '../test/support/server.ts';
import { median, percentile, report } from './support/stats.ts';

const senders = 8;
const each = 25;
const rounds = 3;
const slug = 'general-applications-send-us-your-resume';

const ours: number[] = [];
const bare: number[] = [];
const latencies: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  bare.push(await measureBare());
  ours.push(await measureTandem());
}
const reference = median(bare);
report('bare: file + fsync + INSERT + commit', `${reference.toFixed(1)} /s`);
report('Tandem: résumé and sending', `${median(ours).toFixed(1)} /s`, median(ours) / reference);
report('Tandem: median of both', `${median(latencies).toFixed(0)} ms`);
report('Tandem: 99th percentile', `${percentile(latencies, 0.99).toFixed(0)} ms`);

/** Runs `senders` at once, each doing the work `each` times; gives the rate per second. */
async function rate(work: (count: number) => Promise<void>): Promise<number> {
  const started = performance.now();
  await Promise.all(
    Array.from({ length: senders }, async (_, sender) => {
      for (let index = 0; index < each; index += 1) await work(sender * each + index);
    }),
  );
  return (senders * each * 1000) / (performance.now() - started);
}

async function measureBare(): Promise<number> {
  const started = await startThrowawayPostgres({ fsync: true });
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  const { server } = started;
  const pool = new Pool({ ...server.connection, max: senders });
  await pool.query('create table bare (id int primary key, name text, size int)');
  const folder = join(server.dataFolder, 'bare-files');
  await mkdir(folder);
  const result = await rate(async (count) => {
    const bytes = samplePdf(`bare ${count}`, { bytes: 200_000 });
    const file = await open(join(folder, String(count)), 'w');
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    await pool.query('insert into bare values ($1, $2, $3)', [
      count,
      `name ${count}`,
      bytes.length,
    ]);
  });
  await pool.end();
  await server.stop();
  return result;
}

async function measureTandem(): Promise<number> {
  const dataFolder = await newDataFolder();
  const tandem = await startTandem({
    dataFolder,
    port: await freePort(),
    env: { TANDEM_PROXIES: '1' },
  });
  const sender = (count: number) =>
    sendTo(tandem.origin, { 'x-forwarded-for': `10.2.0.${count % 250}` });
  // Filling in the form is drafting (see drafts.ts): here it is what comes from the last two steps.
  const drafts: { documents: string; check: string }[] = [];
  for (let index = 0; index < senders * each; index += 1) {
    const check = await fillDraft(sender(index), slug, answersOf(index));
    drafts.push({ check, documents: check.replace(/check$/, 'documents') });
  }
  const result = await rate(async (count) => {
    const send = sender(count);
    const { documents = '', check = '' } = drafts[count] ?? {};
    const bytes = samplePdf(`Résumé ${count}`, { bytes: 200_000 });
    const form = new FormData();
    form.set('revision', '99');
    form.set('resume', new File([new Uint8Array(bytes)], `resume-${count}.pdf`));
    const began = performance.now();
    const kept = await send(documents, post(form));
    if (kept.status !== 303) throw new Error(`Answered ${kept.status}`);
    const answer = await send(check, post(consent(revisionOf(await (await send(check)).text()))));
    if (answer.status !== 303) throw new Error(`Answered ${answer.status}`);
    latencies.push(performance.now() - began);
  });
  await tandem.stop();
  await removeFolder(dataFolder);
  return result;
}

function answersOf(count: number) {
  return {
    name: `Sample Candidate ${count}`,
    email: `sample-${count}@sample.example`,
    statement: 'A statement of a dozen words or so, as people write them here.',
    resume: { name: 'first.pdf', bytes: samplePdf('First', { bytes: 2000 }) },
    lang: 'en' as const,
  };
}
