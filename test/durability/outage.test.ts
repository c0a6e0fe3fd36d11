import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Embedded, startEmbeddedPostgres } from '#platform/embedded-postgres';
import { samplePdf } from '#platform/files/testing';
import {
  applyPath,
  applyThrough,
  fillDraft,
  filledStep,
  post,
  sendDraft,
  sendTo,
  tokenOf,
  filledForm,
} from '../support/applicant.ts';
import {
  type RunningTandem,
  freePort,
  newDataFolder,
  removeFolder,
  startTandem,
} from '../support/server.ts';

const silent = { info() {}, warn() {}, error() {} };
const slug = 'general-applications-send-us-your-resume';

let databaseFolder = '';
let dataFolder = '';
let database: Embedded;
let tandem: RunningTandem;

async function startDatabase(): Promise<Embedded> {
  const started = await startEmbeddedPostgres({
    dataFolder: databaseFolder,
    purpose: 'serve',
    holder: 'a server that others manage',
    log: silent,
  });
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  return started.server;
}

beforeAll(async () => {
  [databaseFolder, dataFolder] = await Promise.all([newDataFolder(), newDataFolder()]);
  database = await startDatabase();
  const { host, user, database: name } = database.connection;
  const url = (role: string) => `postgres://${role}@/${name}?host=${encodeURIComponent(host)}`;
  tandem = await startTandem({
    dataFolder,
    port: await freePort(),
    env: { DATABASE_URL: url(user), TANDEM_EQUITY_DATABASE_URL: url('tandem_equity') },
  });
});
afterAll(async () => {
  await tandem?.stop();
  await database?.stop();
  await Promise.all([removeFolder(databaseFolder), removeFolder(dataFolder)]);
});

it('answers 503 with a page while its database is stopped, and works again by itself', async () => {
  const french = 'candidatures-spontanees-faites-nous-parvenir-votre-cv';
  const send = sendTo(tandem.origin);
  const answers = {
    name: 'Zoë Exemple',
    email: 'zoe@sample.example',
    statement: 'Envoyé pendant la panne.',
    resume: { name: 'cv.pdf', bytes: samplePdf('CV') },
    lang: 'fr',
  } as const;
  const token = tokenOf(await (await send(applyPath('fr', french))).text());
  const check = await fillDraft(send, french, answers);
  const statement = check.replace(/verification$/, 'presentation');

  await database.stop();
  for (const [path, form] of [
    [applyPath('fr', french), filledForm(token, answers)],
    [statement, filledStep({ ...answers, resume: null })],
  ] as const) {
    const down = await send(path, post(form));
    expect(down.status).toBe(503);
    const html = await down.text();
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain(path === statement ? 'Envoyé pendant la panne.' : 'Zoë Exemple');
    expect(html).not.toMatch(/ECONNREFUSED|stack|at \w+ \(/);
  }
  expect((await fetch(`${tandem.origin}/health`)).status).toBe(503);
  // Postings are in memory: reading goes on.
  expect((await fetch(tandem.origin + applyPath('en', slug))).status).toBe(200);

  database = await startDatabase();
  const up = await sendDraft(send, check);
  expect(up.status).toBe(303);
  const receipt = await send(up.headers.get('location') ?? '');
  expect(await receipt.text()).toContain('Envoyé pendant la panne.');
  const begun = await applyThrough(send, french, answers, token);
  expect(begun.status).toBe(303);
});

it('survives connections that break while they are in use', async () => {
  const { Client } = await import('pg');
  const killer = new Client({ ...database.connection, user: 'tandem' });
  await killer.connect();
  const form =
    tandem.origin + applyPath('fr', 'candidatures-spontanees-faites-nous-parvenir-votre-cv');
  let over = false;
  const senders = Array.from({ length: 6 }, async () => {
    while (!over) await (await fetch(`${form}/accuse-de-reception/${crypto.randomUUID()}`)).text();
  });
  for (let round = 0; round < 20; round += 1) {
    await killer.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'tandem' and pid <> pg_backend_pid()`,
    );
  }
  over = true;
  await Promise.all(senders);
  await killer.end();
  expect(tandem.process.exitCode).toBeNull();
  expect((await fetch(`${tandem.origin}/health`)).status).toBe(200);
});
