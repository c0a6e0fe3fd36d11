import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { candidatesWeb, createCandidates } from '#hiring/candidates';
import { standingWeb } from '#hiring/standing';
import { randomIds } from '#platform/ids';
import { createMail } from '#platform/mail';
import { makeApplication } from '../self-declaration/make-application.ts';
import { Browser, type Site, clock, log, newPerson, secret, startSite } from '../staff/harness.tsx';
import { AppBrowser } from '../support/app-browser.ts';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';
import { lastEmail } from '../support/emails.ts';
import { hiddenFields, textOf } from '../support/html.ts';
import { decide, writeNotice } from '../support/notices.ts';

let database: TestDatabase;
let site: Site;
beforeEach(async () => {
  database = await createTestDatabase();
  const { db } = database;
  const mail = await createMail({ db, clock, ids: randomIds, sending: null });
  site = await startSite(db, 'http://desk.test', (staff, render) => {
    const origins = { en: 'http://desk.test', fr: 'http://desk.test' };
    const common = { db, clock, ids: randomIds, log, mail, render, origins, secret };
    const organization = { en: 'Sample Office', fr: 'Bureau modèle' };
    const candidates = createCandidates({
      ...common,
      organization: () => organization,
      clientAddress: () => '192.0.2.2',
    });
    const postings = {
      snapshot: () => ({ byId: () => undefined, site: { organization } }) as never,
      stateOf: () => 'open' as const,
    };
    const app = new Hono();
    app.route('/', candidatesWeb({ candidates, render, sections: [] }));
    app.route(
      '/',
      standingWeb({
        ...common,
        postings,
        candidates,
        requireStaff: staff.requireStaff,
        advertised: async () => null,
        extensions: { laterClosing: async () => null },
        discussionDays: 15,
      }),
    );
    return app;
  });
});
afterEach(() => database.drop());

async function signedIn(email: string): Promise<AppBrowser> {
  const browser = new AppBrowser(site.app, site.origin);
  await browser.post('/en/my/sign-in', { email });
  const link = (await lastEmail(database.db, email))?.link;
  const page = await browser.get(`${link?.pathname}${link?.search}`);
  await browser.post(link?.pathname ?? '', hiddenFields(await page.text()));
  return browser;
}

async function apply() {
  const made = await makeApplication(database.db, randomUUID());
  const reference = made.applicationId.slice(0, 11);
  return { ...made, reference, path: `/en/my/applications/${reference}/questions` };
}

const emailsTo = (recipient: string) =>
  database.db.selectFrom('emails').selectAll().where('recipient', '=', recipient).execute();

it('takes a question to the team and the answer back, once each', async () => {
  const manager = await newPerson(database.db, 'manager', 'fr');
  const assessor = await newPerson(database.db, 'assessor');
  const mine = await apply();
  const candidate = await signedIn(mine.email);
  const form = hiddenFields(await (await candidate.get(mine.path)).text());
  const question = { ...form, message: 'When are the interviews?\n\nThank you' };
  for (const status of [303, 303]) {
    expect((await candidate.post(mine.path, question)).status).toBe(status);
  }
  expect(await database.db.selectFrom('application_messages').selectAll().execute()).toHaveLength(
    1,
  );

  // The team is told that there is one: in its language, without its words or whose it is.
  const [told, ...more] = await emailsTo(manager.email);
  expect(more).toEqual([]);
  expect(told?.lang).toBe('fr');
  expect(told?.text_body).toContain(mine.reference);
  expect(told?.text_body).not.toMatch(/interviews|candidate-/);
  expect(await emailsTo(assessor.email)).toEqual([]);

  const desk = new Browser(site);
  await desk.signIn(manager.email);
  expect(await (await desk.get('/en/staff/questions')).text()).toContain(mine.reference);
  const answerPath = `/en/staff/applications/${mine.applicationId}/questions`;
  const page = await (await desk.get(answerPath)).text();
  expect(textOf(page)).toContain('When are the interviews?');
  expect(page).not.toContain(mine.email);
  const answer = { ...hiddenFields(page), message: 'In the second week of January.' };
  expect((await desk.post(answerPath, answer)).status).toBe(303);
  expect(await (await desk.get('/en/staff/questions')).text()).not.toContain(mine.reference);

  const notice = (await emailsTo(mine.email)).find(({ kind }) => kind === 'question-answered');
  expect(notice?.text_body).not.toContain('January');
  const seen = textOf(await (await candidate.get(mine.path)).text());
  expect(seen).toContain('In the second week of January.');
  expect(seen).not.toContain(manager.email);
});

it('takes a request for an informal discussion to the team, once, and the answer back', async () => {
  const manager = await newPerson(database.db, 'manager', 'fr');
  const mine = await apply();
  const candidate = await signedIn(mine.email);
  const decisionId = await decide(database.db, mine.applicationId);
  await writeNotice(database.db, mine.applicationId, { decisionId, leftAt: new Date() });
  const path = `${mine.path}?about=informal-discussion`;
  const page = await (await candidate.get(path)).text();
  expect(page).toContain('Ask for an informal discussion');
  // No words are needed, and three clicks ask once.
  const request = { ...hiddenFields(page), message: '' };
  const other = hiddenFields(await (await candidate.get(path)).text());
  for (const fields of [request, request, { ...other, message: '' }]) {
    const sent = await candidate.post(mine.path, fields);
    expect(sent.headers.get('location')).toMatch(/told=discussion$/);
  }
  const kept = await database.db.selectFrom('application_messages').selectAll().execute();
  expect(kept).toMatchObject([{ about: 'informal-discussion', body: '' }]);
  const [told, ...more] = await emailsTo(manager.email);
  expect(more).toEqual([]);
  expect(told?.subject).toContain('discussion informelle');

  const desk = new Browser(site);
  await desk.signIn(manager.email);
  expect(await (await desk.get('/en/staff/questions')).text()).toContain(
    'Request for an informal discussion',
  );
  const answerPath = `/fr/personnel/candidatures/${mine.applicationId}/questions`;
  const asked = await (await desk.get(answerPath)).text();
  expect(asked).toContain('Proposez-lui un moment');
  const answer = { ...hiddenFields(asked), message: 'Tuesday at ten?' };
  expect((await desk.post(answerPath, answer)).status).toBe(303);
  expect(await (await desk.get(answerPath)).text()).not.toContain('Proposez-lui un moment');
  const answered = (await emailsTo(mine.email)).find(({ kind }) => kind === 'question-answered');
  expect(answered?.subject).toContain('informal discussion');
  // A question after that is a question again.
  const form = hiddenFields(await (await candidate.get(mine.path)).text());
  await candidate.post(mine.path, { ...form, message: 'Where?' });
  expect(await (await desk.get('/en/staff/questions')).text()).not.toContain('informal');
  expect((await emailsTo(manager.email)).at(-1)?.subject).not.toContain('informelle');
});

it('shows a conversation to its candidate only, and to nobody who may not answer', async () => {
  const mine = await apply();
  const owner = await signedIn(mine.email);
  const form = hiddenFields(await (await owner.get(mine.path)).text());
  await owner.post(mine.path, { ...form, message: 'A private question' });

  const other = await apply();
  const stranger = await signedIn(other.email);
  expect((await stranger.get(mine.path)).status).toBe(404);
  const own = hiddenFields(await (await stranger.get(other.path)).text());
  expect((await stranger.post(mine.path, { ...own, message: 'x' })).status).toBe(404);
  expect(await database.db.selectFrom('application_messages').selectAll().execute()).toHaveLength(
    1,
  );
  const guest = await new AppBrowser(site.app, site.origin).get(mine.path);
  expect(guest.headers.get('location')).toMatch(/^\/en\/my\/sign-in/);

  const assessor = await newPerson(database.db, 'assessor');
  const desk = new Browser(site);
  await desk.signIn(assessor.email);
  for (const path of [
    '/en/staff/questions',
    `/en/staff/applications/${mine.applicationId}/questions`,
  ]) {
    expect((await desk.get(path)).status).toBe(403);
  }
  // A candidate's session opens no page of the desk.
  expect((await owner.get('/en/staff/questions')).status).toBe(303);
});

it('says what to correct, in both languages, and keeps what was typed', async () => {
  const mine = await apply();
  const candidate = await signedIn(mine.email);
  for (const [path, words] of [
    [mine.path, 'Write your question'],
    [`/fr/moi/candidatures/${mine.reference}/questions`, 'Écrivez votre question'],
  ] as const) {
    const form = hiddenFields(await (await candidate.get(path)).text());
    const empty = await candidate.post(path, { ...form, message: ' ' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain(words);
    const long = 'word '.repeat(700);
    const refused = await candidate.post(path, { ...form, message: long });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(long.trim());
  }
  // A token of no page of theirs: kept for them, not taken.
  const forged = await candidate.post(mine.path, { message: 'hello' });
  expect(forged.status).toBe(403);
  expect(await database.db.selectFrom('application_messages').selectAll().execute()).toEqual([]);
});
