import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  applicationSections,
  applicationsPersonalData,
  remindDrafts,
  rescanFiles,
} from '#hiring/applications';
import { pairSources } from '#hiring/postings/testing';
import { samplePdf } from '#platform/files/testing';
import {
  type FormAnswers,
  applyThrough,
  fillDraft,
  filledForm,
  filledStep,
  post,
  revisionOf,
  sendDraft,
  tokenOf,
} from '../support/applicant.ts';
import { decide, writeNotice } from '../support/notices.ts';
import { type Intake, closesAt, startIntake } from './harness.ts';

const process = `
closes: 2026-12-01T06:59:00Z
timeZone: America/Vancouver
areaOfSelection: { kind: external, geographic: { national: true } }
criteria:
  - { id: research, kind: essential, text: { en: Research with people., fr: Recherche avec des gens. } }
  - { id: law, kind: asset, text: { en: Knowledge of law., fr: Connaissance du droit. } }
application:
  eachEssential: true
  questions:
    - { criterion: law, wordLimit: 20, guidance: { en: Briefly., fr: En bref. } }
  documents:
    - { id: diploma, required: true, label: { en: Diploma, fr: Diplôme } }
  languageOfAssessment: true
  orderOfPreference: true
`;
const plain = 'english-analyst';
const own = 'english-own';
const answers: FormAnswers = {
  name: 'Zoë Sample',
  email: 'zoe@sample.example',
  statement: 'I have done this work.',
  resume: { name: 'cv.pdf', bytes: samplePdf('A résumé') },
  lang: 'en',
};

let intake: Intake;
beforeEach(async () => {
  intake = await startIntake({}, { files: { ...pairSources('own'), 'process/own.yml': process } });
});
afterEach(() => intake.close());

const send = (path: string, init?: RequestInit) => intake.request(path, init);
const stepAt = (check: string, step: string) => check.replace(/check$/, step);
const form = (changes: Record<string, string | File>, base = answers): FormData => {
  const filled = filledStep({ ...base, resume: null });
  for (const [name, value] of Object.entries(changes)) filled.set(name, value);
  return filled;
};
const drafts = () => intake.database.db.selectFrom('application_drafts').selectAll().execute();
const keyOf = (path: string) => /[0-9a-f-]{36}/.exec(path)?.[0] ?? '';
const emails = (kind: string) =>
  intake.database.db.selectFrom('emails').selectAll().where('kind', '=', kind).execute();
const makeCandidate = async (email: string) => {
  const id = intake.deps.ids.uuid();
  await intake.database.db
    .insertInto('candidates')
    .values({ id, email, lang: 'en', created_at: intake.now.value, proven_at: intake.now.value })
    .execute();
  return { id, email, lang: 'en' as const };
};
const upkeepDeps = () => ({ ...intake.deps, reminderHours: 48 });

describe('the form of a process', () => {
  it('asks its own questions one by one, and keeps them with the answers', async () => {
    const token = tokenOf(await (await send(`/en/jobs/${own}/apply`)).text());
    const begun = await send(`/en/jobs/${own}/apply`, post(filledForm(token, answers)));
    const statement = begun.headers.get('location') ?? '';
    const visited: string[] = [];
    const diploma = new File([new Uint8Array(samplePdf('Diploma'))], 'diploma of Zoë.pdf');
    const resume = new File([new Uint8Array(samplePdf('Résumé'))], 'cv.pdf');
    let at = statement;
    while (!at.endsWith('/check')) {
      visited.push(at.split('/').at(-1) ?? '');
      const page = await (await send(at)).text();
      expect(page).toContain('Draft: not submitted');
      const files = at.endsWith('/documents') ? { resume, 'document-diploma': diploma } : {};
      const answer = await send(
        at,
        post(
          form({
            'criterion-research': 'Ten studies.',
            assessment: 'fr',
            citizenship: 'permanent-resident',
            veteran: 'no',
            priority: 'no',
            revision: revisionOf(page),
            ...files,
          }),
        ),
      );
      expect(answer.status, at).toBe(303);
      at = answer.headers.get('location') ?? '';
    }
    expect(visited).toEqual([
      'statement',
      'criterion-research',
      'criterion-law',
      'documents',
      'languages',
      'order-of-preference',
    ]);
    expect((await sendDraft(send, at)).status).toBe(303);
    const { db } = intake.database;
    const application = await db.selectFrom('applications').selectAll().executeTakeFirstOrThrow();
    expect(application.answers).toEqual({ 'criterion-research': 'Ten studies.', assessment: 'fr' });
    expect(application.questions).toContainEqual({
      id: 'criterion-law',
      label: { en: 'Knowledge of law.', fr: 'Connaissance du droit.' },
      guidance: { en: 'Briefly.', fr: 'En bref.' },
      criterion: 'law',
      required: false,
      limit: { words: 20 },
    });
    // Who somebody is stands apart, what the order of preference asks included.
    expect(JSON.stringify(application)).not.toMatch(/Zoë|permanent-resident/);
    const identity = await db
      .selectFrom('applicant_identities')
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(identity.preference).toEqual({
      citizenship: 'permanent-resident',
      veteran: 'no',
      priority: 'no',
    });
    const files = await db
      .selectFrom('application_files')
      .select(['document', 'file_name'])
      .orderBy('document')
      .execute();
    expect(files).toEqual([
      { document: 'document-diploma', file_name: 'diploma of Zoë.pdf' },
      { document: 'resume', file_name: 'cv.pdf' },
    ]);
  });

  it('refuses a longer answer than the process allows, and keeps it', async () => {
    const token = tokenOf(await (await send(`/en/jobs/${own}/apply`)).text());
    const begun = await send(`/en/jobs/${own}/apply`, post(filledForm(token, answers)));
    const law = (begun.headers.get('location') ?? '').replace(/statement$/, 'criterion-law');
    const long = 'mot '.repeat(21);
    const answer = await send(law, post(form({ 'criterion-law': long })));
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('Shorten your answer to 20 words. It has 21.');
    expect(html).toContain(long.trim());
  });
});

describe('two tabs or devices', () => {
  it('never write over each other: both versions are shown, and one is chosen', async () => {
    const check = await fillDraft(send, plain, answers);
    const statement = stepAt(check, 'statement');
    const base = revisionOf(await (await send(statement)).text());
    const one = form({ statement: 'From the phone.', revision: base, page: 'phone' });
    expect((await send(statement, post(one))).status).toBe(303);
    const two = form({ statement: 'From the desk.', revision: base, page: 'desk' });
    const both = await send(statement, post(two));
    expect(both.status).toBe(409);
    const html = await both.text();
    expect(html).toContain('From the phone.');
    expect(html).toContain('From the desk.');
    expect((await drafts())[0]?.answers['statement']?.fields['statement']).toBe('From the phone.');

    const chosen = form({ statement: 'From the desk.', revision: revisionOf(html), page: 'new' });
    expect((await send(statement, post(chosen))).status).toBe(303);
    expect((await drafts())[0]?.answers['statement']?.fields['statement']).toBe('From the desk.');
  });

  it('write different steps without disturbing each other', async () => {
    const check = await fillDraft(send, plain, answers);
    const base = revisionOf(await (await send(check)).text());
    const [a, b] = await Promise.all([
      send(
        stepAt(check, 'statement'),
        post(form({ statement: 'New.', revision: base, page: 'a' })),
      ),
      send(stepAt(check, 'contact'), post(form({ name: 'New Name', revision: base, page: 'b' }))),
    ]);
    expect([a.status, b.status]).toEqual([303, 303]);
    expect((await drafts())[0]?.answers).toMatchObject({
      statement: { fields: { statement: 'New.' } },
      contact: { fields: { name: 'New Name' } },
    });
  });

  it('of twenty saves at once, lets one win and tells the others', async () => {
    const check = await fillDraft(send, plain, answers);
    const base = revisionOf(await (await send(check)).text());
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async (_, tab) => {
        const typed = form({ statement: `Tab ${tab}.`, revision: base, page: `tab ${tab}` });
        return (await send(stepAt(check, 'statement'), post(typed))).status;
      }),
    );
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(19);
  });

  it('send what was checked, or nothing', async () => {
    const check = await fillDraft(send, plain, answers);
    const html = await (await send(check)).text();
    const base = revisionOf(html);
    await send(stepAt(check, 'statement'), post(form({ statement: 'Later.', revision: base })));
    const stale = form({ consent: 'yes', revision: base });
    const answer = await send(check, post(stale));
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Later.');
    expect(await intake.database.db.selectFrom('applications').select('id').execute()).toEqual([]);
    expect((await sendDraft(send, check)).status).toBe(303);
  });
});

describe('saving while somebody writes', () => {
  const json = { accept: 'application/json' };
  const autosave = (path: string, fields: Record<string, string>) =>
    intake.request(path, {
      method: 'POST',
      headers: { ...json, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...fields, do: 'autosave' }).toString(),
    });

  it('makes a draft from the first field, mails nobody, and goes on where it was', async () => {
    const token = tokenOf(await (await send(`/en/jobs/${plain}/apply`)).text());
    const fields = { token, page: 'p', revision: '0', name: '', email: 'zoe@sample.exam' };
    const first = await autosave(`/en/jobs/${plain}/apply`, fields);
    expect(first.status).toBe(200);
    const { revision, action } = (await first.json()) as { revision: number; action: string };
    expect(action).toMatch(/\/draft\/[0-9a-f-]{36}\/contact$/);
    expect(await emails('application-draft')).toEqual([]);
    const second = await autosave(action, {
      ...fields,
      revision: String(revision),
      email: 'zoe@sample.example',
    });
    expect(second.status).toBe(200);
    expect(await (await send(action)).text()).toContain('value="zoe@sample.example"');
    expect(await drafts()).toHaveLength(1);
  });

  it('tells of another tab instead of writing over it', async () => {
    const check = await fillDraft(send, plain, answers);
    const base = revisionOf(await (await send(check)).text());
    const at = stepAt(check, 'statement');
    expect((await autosave(at, { page: 'a', revision: base, statement: 'A' })).status).toBe(200);
    expect((await autosave(at, { page: 'b', revision: base, statement: 'B' })).status).toBe(409);
  });
});

describe('the private address', () => {
  it('is sent once to the address given, and again where that changes', async () => {
    const check = await fillDraft(send, plain, answers);
    const [email, ...more] = await emails('application-draft');
    expect(more).toEqual([]);
    expect(email).toMatchObject({ recipient: answers.email, lang: 'en' });
    expect(email?.subject).toContain('not submitted');
    expect(email?.text_body).toContain(check.replace(/\/check$/, ''));
    const other = form({ email: 'other@sample.example', revision: '9', page: 'x' });
    await send(stepAt(check, 'contact'), post(other));
    expect((await emails('application-draft')).map(({ recipient }) => recipient)).toContain(
      'other@sample.example',
    );
  });

  it('opens nothing of anybody else', async () => {
    const check = await fillDraft(send, plain, answers);
    const key = keyOf(check);
    const page = await (await send(stepAt(check, 'documents'))).text();
    const file = /href="([^"]+\/files\/[0-9a-f-]+)"/.exec(page)?.[1] ?? '';
    const mine = await send(file);
    expect(mine.status).toBe(200);
    expect(mine.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(mine.headers.get('content-security-policy')).toContain('sandbox');
    expect(mine.headers.get('x-content-type-options')).toBe('nosniff');
    const guess = key.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    const otherDraft = await fillDraft(send, plain, { ...answers, email: 'o@sample.example' });
    for (const path of [
      check.replace(key, guess),
      stepAt(check, 'contact').replace(key, guess),
      check.replace(key, key.toUpperCase()),
      check.replace(key, "x' or '1'='1"),
      file.replace(key, guess),
      // A file of this draft, asked for at another's address.
      file.replace(key, keyOf(otherDraft)),
    ]) {
      expect((await send(path)).status, path).toBe(404);
    }
    const forged = await send(
      stepAt(check, 'statement').replace(key, guess),
      post(form({ statement: 'Mine, typed for nothing.' })),
    );
    expect(forged.status).toBe(404);
    expect(await forged.text()).toContain('Mine, typed for nothing.');
  });

  it('is told to no other site and no cache', async () => {
    const answer = await send(await fillDraft(send, plain, answers));
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.headers.get('cache-control')).toContain('private');
  });

  it('leads nowhere any more once the draft is deleted', async () => {
    const check = await fillDraft(send, plain, answers);
    expect(await (await send(stepAt(check, 'discard'))).text()).toContain('Delete this draft?');
    expect((await send(stepAt(check, 'discard'), post(new FormData()))).status).toBe(303);
    expect(await drafts()).toEqual([]);
    expect((await send(check)).status).toBe(404);
  });
});

describe('a receipt', () => {
  /** RFC 8785 once more, written apart from the program. */
  const canonical = (value: unknown): string =>
    value === null || typeof value !== 'object'
      ? JSON.stringify(value)
      : Array.isArray(value)
        ? `[${value.map(canonical).join(',')}]`
        : `{${Object.keys(value)
            .sort()
            .map((key) => `${JSON.stringify(key)}:${canonical((value as never)[key])}`)
            .join(',')}}`;
  const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

  it('names the SHA-256 of what was sent, which anybody can compute again', async () => {
    const sent = await applyThrough(send, plain, answers);
    const location = sent.headers.get('location') ?? '';
    const html = await (await send(location)).text();
    const copy = await send(`${location}/record/1`);
    const text = await copy.text();
    expect(html).toContain(sha256(text));
    const { db } = intake.database;
    const application = await db.selectFrom('applications').selectAll().executeTakeFirstOrThrow();
    const file = answers.resume?.bytes ?? new Uint8Array();
    const byHand = canonical({
      format: 'tandem-application/1',
      reference: application.reference,
      version: 1,
      submittedAt: application.submitted_at.toISOString(),
      posting: application.posting_version,
      answers: {
        name: answers.name,
        email: answers.email,
        phone: null,
        statement: answers.statement,
        samples: [],
        heard: 'event',
        correspondence: 'en',
      },
      files: [
        {
          document: 'resume',
          name: 'cv.pdf',
          sha256: createHash('sha256').update(file).digest('hex'),
          size: file.length,
        },
      ],
    });
    expect(text).toBe(byHand);
    const [email] = await emails('application-receipt');
    expect(email?.text_body).toContain(sha256(byHand));
  });

  it('lets its holder send another version until closing; each is kept, the last one counts', async () => {
    const first = await applyThrough(send, plain, answers);
    const receipt = first.headers.get('location') ?? '';
    const begun = await send(`${receipt}/change`, post(new FormData()));
    const check = begun.headers.get('location') ?? '';
    expect(check).toMatch(/\/check$/);
    // What was sent stands meanwhile, and the receipt says what is under way.
    expect(await (await send(receipt)).text()).toContain('begun and not submitted');
    const changed = form({ statement: 'I have done more.', revision: '9', page: 'x' });
    expect((await send(stepAt(check, 'statement'), post(changed))).status).toBe(303);
    const second = await sendDraft(send, check);
    expect(second.headers.get('location')).toBe(receipt);

    const { db } = intake.database;
    const applications = await db.selectFrom('applications').selectAll().execute();
    expect(applications).toMatchObject([{ statement: 'I have done more.', version: 2 }]);
    const versions = await db
      .selectFrom('application_versions')
      .select(['number', 'answers', 'sent_sha256'])
      .orderBy('number')
      .execute();
    expect(versions.map(({ answers: said }) => said['statement'])).toEqual([
      'I have done this work.',
      'I have done more.',
    ]);
    expect(versions[0]?.sent_sha256).not.toBe(versions[1]?.sent_sha256);
    const events = await db.selectFrom('application_events').select('kind').orderBy('id').execute();
    expect(events.map(({ kind }) => kind)).toEqual(['submitted', 'changed']);
    expect(sha256(await (await send(`${receipt}/record/1`)).text())).toBe(versions[0]?.sent_sha256);
    expect(sha256(await (await send(`${receipt}/record/2`)).text())).toBe(versions[1]?.sent_sha256);
    expect((await send(`${receipt}/files/2/resume`)).status).toBe(200);
    expect((await send(`${receipt}/files/2/transcript`)).status).toBe(404);
  });

  it('no longer does once somebody has decided, or the posting has closed', async () => {
    const sent = await applyThrough(send, plain, answers);
    const receipt = sent.headers.get('location') ?? '';
    const begun = await send(`${receipt}/change`, post(new FormData()));
    const check = begun.headers.get('location') ?? '';
    const { db } = intake.database;
    const { id } = await db.selectFrom('applications').select('id').executeTakeFirstOrThrow();
    const decisionId = await decide(db, id, { outcome: 'screened-in' });
    await writeNotice(db, id, { decisionId, leftAt: intake.now.value });
    const refused = await sendDraft(send, check);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('can no longer be replaced');
    expect(await (await send(receipt)).text()).not.toContain('Prepare a new version');
    await db.deleteFrom('notices').execute();
    intake.now.value = new Date(closesAt.getTime() + 1000);
    const late = await send(`${receipt}/change`, post(new FormData()));
    expect(late.headers.get('location')).toBe(receipt);
  });

  it('still does while nobody was told of a decision, which is then to be taken again', async () => {
    const sent = await applyThrough(send, plain, answers);
    const receipt = sent.headers.get('location') ?? '';
    const before = await (await send(receipt)).text();
    const { db } = intake.database;
    const { id } = await db.selectFrom('applications').select('id').executeTakeFirstOrThrow();
    const decisionId = await decide(db, id);
    const notice = await writeNotice(db, id, { decisionId });
    expect(await (await send(receipt)).text()).toBe(before);
    const begun = await send(`${receipt}/change`, post(new FormData()));
    const second = await sendDraft(send, begun.headers.get('location') ?? '');
    expect(second.headers.get('location')).toBe(receipt);
    expect(
      await db.selectFrom('applications').select(['status', 'version']).executeTakeFirst(),
    ).toEqual({ status: 'received', version: 2 });
    const held = db.selectFrom('notices').select(['id', 'held_back', 'left_at']);
    expect(await held.execute()).toEqual([
      { id: notice, held_back: 'decided-again', left_at: null },
    ]);
  });

  it('never does once its candidate has withdrawn, who may apply again instead', async () => {
    const sent = await applyThrough(send, plain, answers);
    const receipt = sent.headers.get('location') ?? '';
    const begun = await send(`${receipt}/change`, post(new FormData()));
    const { db } = intake.database;
    await db.updateTable('applications').set({ status: 'withdrawn' }).execute();
    const refused = await sendDraft(send, begun.headers.get('location') ?? '');
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('You have withdrawn the application');
    const page = await (await send(receipt)).text();
    expect(page).toContain('You have withdrawn this application');
    expect(page).toContain(`href="/en/jobs/${plain}/apply"`);
    expect(page).not.toContain('Prepare a new version');
    expect(page).not.toContain('begun and not submitted');
    expect(await db.selectFrom('application_versions').select('number').execute()).toHaveLength(1);
  });
});

describe('a candidate', () => {
  it('is given what was sent from their address, once it is theirs, and sees drafts apart', async () => {
    await applyThrough(send, plain, { ...answers, email: 'ZOE@sample.example' });
    await fillDraft(send, 'english-open', answers);
    await applyThrough(send, plain, { ...answers, email: 'other@sample.example' });
    const candidate = await makeCandidate('zoe@sample.example');
    const { db } = intake.database;
    const sections = await applicationSections(intake.deps)(candidate, 'fr');
    expect(sections.map(({ id }) => id)).toEqual(['drafts', 'applications']);
    const data = await applicationsPersonalData(db, candidate.id);
    expect(data.map(({ kind, rows, files }) => [kind, rows.length, files?.length])).toEqual([
      ['application-drafts', 1, 1],
      ['applications', 1, 1],
    ]);
    expect(JSON.stringify(data)).not.toContain('other@sample.example');
  });

  it('who is signed in may use an earlier answer, which is added and not saved by itself', async () => {
    await intake.close();
    let id = '';
    intake = await startIntake({
      currentCandidate: () => Promise.resolve({ id, email: answers.email, lang: 'en' }),
    });
    const candidate = await makeCandidate(answers.email);
    ({ id } = candidate);
    await applyThrough(send, plain, answers);
    const { db } = intake.database;
    const [application] = await db.selectFrom('applications').select('id').execute();
    const check = await fillDraft(send, 'english-open', { ...answers, statement: 'New words.' });
    const statement = stepAt(check, 'statement');
    expect(await (await send(statement)).text()).toContain('Use an answer from an earlier');
    const typed = form({ statement: 'New words.', do: `reuse ${application?.id}` });
    const page = await send(statement, post(typed));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('New words.\n\nI have done this work.');
    const [draft] = await drafts();
    expect(draft?.answers['statement']?.fields['statement']).toBe('New words.');
  });
});

describe('in the background', () => {
  it('reminds once of a draft that is not sent, when its posting closes soon', async () => {
    await fillDraft(send, plain, answers);
    await fillDraft(send, 'english-open', answers);
    await applyThrough(send, plain, { ...answers, email: 'done@sample.example' });
    expect(await remindDrafts(upkeepDeps())).toBe(0);
    intake.now.value = new Date(closesAt.getTime() - 47 * 3_600_000);
    const written = await Promise.all([remindDrafts(upkeepDeps()), remindDrafts(upkeepDeps())]);
    expect(written[0] + written[1]).toBe(1);
    expect(await remindDrafts(upkeepDeps())).toBe(0);
    const [email] = await emails('application-reminder');
    expect(email).toMatchObject({ recipient: answers.email });
    expect(email?.text_body).toContain('it is not submitted');
  });

  it('puts a file away in which the scanner later finds something', async () => {
    const sent = await applyThrough(send, plain, answers);
    const path = `${sent.headers.get('location')}/files/1/resume`;
    expect((await send(path)).status).toBe(200);
    const scanner = {
      scan: () => Promise.resolve({ status: 'infected' as const, signature: 'Sample.Test' }),
    };
    expect(await rescanFiles({ ...intake.deps, scanner })).toEqual({ scanned: 1, infected: 1 });
    expect(await rescanFiles({ ...intake.deps, scanner })).toEqual({ scanned: 0, infected: 0 });
    expect((await send(path)).status).toBe(404);
    const events = await intake.database.db
      .selectFrom('application_events')
      .select('kind')
      .orderBy('id')
      .execute();
    expect(events.map(({ kind }) => kind)).toEqual(['submitted', 'document-quarantined']);
  });
});
