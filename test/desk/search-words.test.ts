import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTexts } from '#hiring/applications';
import { sampleDocx, samplePdf } from '#platform/files/testing';
import { type Applied, type Desk, startDesk } from './harness.tsx';

let desk: Desk;
let posting: string;
let inAnswer: Applied;
let inPdf: Applied;
let inDocx: Applied;
beforeAll(async () => {
  desk = await startDesk();
  posting = desk.posting('designer');
  inAnswer = await desk.apply({ statement: 'J’ai géré une équipe d’accessibilité. C’est +2 $.' });
  inPdf = await desk.apply({
    resume: { type: 'pdf', bytes: samplePdf('Expérience: Œuvre de métallurgie'), name: 'a.pdf' },
  });
  inDocx = await desk.apply({
    resume: {
      type: 'docx',
      bytes: sampleDocx(['Hydroponics, and a team of welders']),
      name: 'b.docx',
    },
  });
  for (const { id } of [inPdf, inDocx]) await attach(id);
  await read();
});
afterAll(() => desk.stop());

/** Names the résumé among the files of the first version, as sending does. */
async function attach(id: string): Promise<void> {
  const { posting_version, resume_sha256 } = await desk.db
    .selectFrom('applications')
    .select(['posting_version', 'resume_sha256'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const version = { application_id: id, number: 1 };
  await desk.db
    .insertInto('application_versions')
    .values({
      ...version,
      posting_version,
      page_lang: 'en',
      answers: '{}',
      questions: '[]',
      privacy_notice: '2026-11-24',
      within_grace: false,
      submitted_at: desk.deps.clock(),
      sent_sha256: null,
    })
    .execute();
  await desk.db
    .insertInto('application_files')
    .values({
      ...version,
      document: 'resume',
      file_sha256: resume_sha256 ?? '',
      file_name: 'resume',
    })
    .execute();
}

const read = (): Promise<number> => readTexts(desk.deps);

async function found(search: string, role: 'manager' | 'assessor' = 'manager'): Promise<string[]> {
  const browser = await desk.as(role);
  const query = new URLSearchParams({ q: search, in: 'words' });
  const answer = await browser.get(`/fr/personnel/processus/${posting}/candidatures?${query}`);
  expect(answer.status).toBe(200);
  const page = await answer.text();
  return [inAnswer, inPdf, inDocx]
    .filter(({ id }) => page.includes(id))
    .map(({ reference }) => reference);
}

describe('searching the words of applications', () => {
  it('finds beginnings of words in answers, PDF and DOCX, whatever their accents', async () => {
    expect(await found('ACCESSIBILITE')).toEqual([inAnswer.reference]);
    expect(await found('métall experience')).toEqual([inPdf.reference]);
    expect(await found('hydroponic weld')).toEqual([inDocx.reference]);
    expect(await found('hydroponic métallurgie')).toEqual([]);
  });

  it('takes whatever is typed for words, not for a language of queries', async () => {
    for (const search of ["d'acc", "' | 'x", 'a:* & b', '\\', '!!', '+2', '(', "'"]) {
      await found(search);
    }
    expect(await found("equipe d'accessibilite")).toEqual([inAnswer.reference]);
  });

  it('searches no document for those who may not read any', async () => {
    expect(await found('métallurgie', 'assessor')).toEqual([]);
    expect(await found('accessibilité', 'assessor')).toEqual([inAnswer.reference]);
  });

  it('reads a later version anew, and forgets a document that was put away', async () => {
    await desk.db
      .updateTable('applications')
      .set({ statement: 'Another statement of clockmaking', version: 2 })
      .where('id', '=', inAnswer.id)
      .execute();
    expect(await read()).toBe(1);
    expect(await read()).toBe(0);
    expect(await found('accessibilité')).toEqual([]);
    expect(await found('clockmaking')).toEqual([inAnswer.reference]);

    await desk.db
      .updateTable('stored_files')
      .set({ scan_status: 'infected' })
      .where('sha256', 'in', (eb) =>
        eb
          .selectFrom('application_files')
          .select('file_sha256')
          .where('application_id', '=', inPdf.id),
      )
      .execute();
    await desk.db.deleteFrom('application_texts').where('application_id', '=', inPdf.id).execute();
    expect(await read()).toBe(1);
    expect(await found('métallurgie')).toEqual([]);
  });

  it('leaves to the next time what it was told to stop at, and lets no application stop the others', async () => {
    const hard = await desk.apply({ statement: '가나다라마바사'.repeat(30_000) });
    const next = await desk.apply({ statement: 'Beekeeping' });
    const stopping = { asked: 0 };
    expect(await readTexts(desk.deps, () => (stopping.asked += 1) > 1)).toBe(0);
    await desk.db.schema
      .alterTable('application_texts')
      .addCheckConstraint('refuses_one', sql`application_id <> ${sql.lit(hard.id)}`)
      .execute();
    expect(await read()).toBe(1);
    const rows = await desk.db.selectFrom('application_texts').select('application_id').execute();
    expect(rows.map(({ application_id: id }) => id)).toContain(next.id);
    await desk.db.schema.alterTable('application_texts').dropConstraint('refuses_one').execute();
    expect(await read()).toBe(1);
  });

  it('goes with its application', async () => {
    const { rows } = await sql<{ action: string }>`
      select confdeltype as action from pg_constraint
      where conrelid = 'application_texts'::regclass and contype = 'f'`.execute(desk.db);
    expect(rows).toEqual([{ action: 'c' }]);
  });
});
