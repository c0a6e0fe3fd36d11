// 500 candidates who keep a résumé and send in the last minute before closing, as a browser does it,
// against as many plain requests for a page of the same server in the same run. None may be lost,
// and none late: the time counted is the server's own.
import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { samplePdf } from '#platform/files/testing';
import { consent, fillDraft, post, revisionOf, sendTo } from '../test/support/applicant.ts';
import { freePort, newDataFolder, removeFolder, startTandem } from '../test/support/server.ts';
import { median, percentile, report } from './support/stats.ts';

const candidates = Number(process.env['CANDIDATES'] ?? 500);
const windowMs = 60_000;
const slug = 'general-applications-send-us-your-resume';

const content = await mkdtemp(join(tmpdir(), 'tandem-rush-'));
await cp('content', content, { recursive: true });
const facts = join(content, 'process/general-applications.yml');
const closeAt = async (at: Date | null): Promise<void> =>
  writeFile(
    facts,
    at
      ? `opens: 2026-01-12T09:00:00-05:00\ncloses: ${at.toISOString().slice(0, 19)}Z\ntimeZone: America/Vancouver\n`
      : `opens: 2026-01-12T09:00:00-05:00\nevergreen: true\ntimeZone: America/Vancouver\n`,
  );
await closeAt(null);

const dataFolder = await newDataFolder();
const tandem = await startTandem({
  dataFolder,
  port: await freePort(),
  env: { TANDEM_PROXIES: '1', TANDEM_CONTENT: content },
});
const sender = (count: number) =>
  sendTo(tandem.origin, { 'x-forwarded-for': `10.3.${Math.floor(count / 250)}.${count % 250}` });

const checks: string[] = [];
for (let count = 0; count < candidates; count += 1) {
  checks.push(
    await fillDraft(sender(count), slug, {
      name: `Sample Candidate ${count}`,
      email: `sample-${count}@sample.example`,
      statement: 'A statement of a dozen words or so, as people write them here.',
      resume: { name: 'first.pdf', bytes: samplePdf(`First ${count}`, { bytes: 2000 }) },
      lang: 'en',
    }),
  );
}

const closes = new Date(Math.ceil((Date.now() + windowMs + 8000) / 1000) * 1000);
await closeAt(closes);
const opensAt = closes.getTime() - windowMs;
const wait = (until: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, until - Date.now())));

const answers: number[] = [];
const plain: number[] = [];
let sent = 0;
const failures: string[] = [];
await wait(opensAt);
await Promise.all(
  checks.map(async (check, count) => {
    // The later, the more of them: most of a rush is at its end, the last 2 s left to the network.
    const share = Math.sqrt((count + 1) / candidates);
    await wait(opensAt + share * (windowMs - 2000));
    const send = sender(count);
    const timed = async (into: number[], work: () => Promise<Response>): Promise<Response> => {
      const began = performance.now();
      const answer = await work();
      into.push(performance.now() - began);
      return answer;
    };
    const form = new FormData();
    const bytes = samplePdf(`Résumé ${count}`, { bytes: 200_000 });
    form.set('revision', '99');
    form.set('resume', new File([new Uint8Array(bytes)], `resume-${count}.pdf`));
    const kept = await timed(answers, () => send(check.replace(/check$/, 'documents'), post(form)));
    const page = await timed(answers, () => send(check));
    if (kept.status !== 303 || page.status !== 200) {
      failures.push(`${kept.status} ${page.status}`);
      return;
    }
    const revision = revisionOf(await page.text());
    const answer = await timed(answers, () => send(check, post(consent(revision))));
    if (answer.status !== 303) failures.push(`sending: ${answer.status}`);
    else sent += 1;
    await timed(plain, () => send('/en/privacy'));
  }),
);

let found = 0;
let late = 0;
for (const check of checks) {
  const path = check.replace('/draft/', '/receipt/').replace(/\/check$/, '');
  const receipt = await fetch(tandem.origin + path);
  const html = await receipt.text();
  if (receipt.status === 200) found += 1;
  if (html.includes('grace period')) late += 1;
}
report(`sent by ${candidates} candidates`, `${sent}, ${failures.length} refused`);
report('receipts found afterwards', String(found));
report('late', String(late));
report('median answer', `${median(answers).toFixed(0)} ms`, median(answers) / median(plain));
report('99th percentile', `${percentile(answers, 0.99).toFixed(0)} ms`);
if (failures.length > 0) process.stdout.write(`${failures.slice(0, 5).join('\n')}\n`);
await tandem.stop();
await removeFolder(dataFolder);
await removeFolder(content);
if (found !== candidates) process.exitCode = 1;
