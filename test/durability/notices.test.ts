import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { makeApplication } from '../self-declaration/make-application.ts';
import { createTestDatabase } from '../support/database.ts';
import {
  type RunningTandem,
  freePort,
  newDataFolder,
  removeFolder,
  startTandem,
} from '../support/server.ts';

const letters = 2000;
const kills = 3;

const database = await createTestDatabase();
const { db } = database;
let tandem: RunningTandem | undefined;
let dataFolder = '';
afterAll(async () => {
  await tandem?.stop();
  await database.drop();
  if (dataFolder) await removeFolder(dataFolder);
});

/** Applications, and a batch with a letter to each, whose time has come. */
async function prepareBatch(): Promise<string> {
  const { applicationId } = await makeApplication(db, randomUUID());
  await sql`insert into applications (id, reference, posting_id, posting_version, submission_key,
      page_lang, correspondence_lang, statement, work_samples, heard_from, questions,
      privacy_notice, within_grace, submitted_at)
    select gen_random_uuid(), 'T-' || n, posting_id, posting_version, gen_random_uuid(), page_lang,
      case n % 2 when 0 then 'en' else 'fr' end, statement, work_samples, heard_from, questions,
      privacy_notice, within_grace, submitted_at
    from applications, generate_series(1, ${letters}::int) n
    where id = ${applicationId}`.execute(db);
  await sql`insert into applicant_identities (application_id, full_name, name_sort, email, search_text)
    select id, reference, reference, lower(reference) || '@sample.example', reference
    from applications where id <> ${applicationId}`.execute(db);
  const batch = randomUUID();
  await sql`insert into notice_batches (id, posting_id, template, prepared_by,
      confirmed_at, leaves_at)
    select ${batch}, posting_id, 'update', 'somebody', now(), now()
    from applications where id = ${applicationId}`.execute(db);
  await sql`insert into notices (id, batch_id, application_id, lang, subject, body)
    select gen_random_uuid(), ${batch}, id, correspondence_lang, reference, 'For ' || reference
    from applications where id <> ${applicationId}`.execute(db);
  return batch;
}

const count = async (): Promise<number> => {
  const { n } = await db
    .selectFrom('emails')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
};

it(`sends every letter once, killed ${kills} times while it sends`, async () => {
  const batch = await prepareBatch();
  dataFolder = await newDataFolder();
  const { env } = database;
  const port = await freePort();
  const seen: number[] = [];
  for (let round = 0; round < kills; round += 1) {
    const before = await count();
    const starting = startTandem({ dataFolder, port, env });
    tandem = await starting;
    while ((await count()) === before) await sleep(5);
    await tandem.kill();
    seen.push(await count());
  }
  expect(seen.at(-1), 'killed while it was sending').toBeLessThan(letters);
  tandem = await startTandem({ dataFolder, port, env });
  const isDone = async (): Promise<boolean> => {
    const row = await db
      .selectFrom('notice_batches')
      .select('left_at')
      .where('id', '=', batch)
      .executeTakeFirstOrThrow();
    return row.left_at !== null;
  };
  while (!(await isDone())) await sleep(50);
  const { rows } = await sql<{ emails: number; readers: number; events: number; own: number }>`
    select count(*)::int as emails, count(distinct recipient)::int as readers,
      (select count(distinct application_id)::int from application_events
        where kind = 'notice-sent') as events,
      count(*) filter (where lower(subject) || '@sample.example' = recipient
        and text_body like 'For ' || subject || E'\n%')::int as own
    from emails`.execute(db);
  expect(rows).toEqual([{ emails: letters, readers: letters, events: letters, own: letters }]);
  process.stdout.write(`letters sent when it was killed: ${seen.join(', ')} of ${letters}\n`);
}, 240_000);
