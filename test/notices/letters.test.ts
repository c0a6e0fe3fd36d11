import { afterEach, beforeEach, expect, it } from 'vitest';
import { noticesTo } from '#hiring/notices';
import {
  type Browser,
  type Notices,
  letters,
  origins,
  pressing,
  startNotices,
  textOf,
  toPreview,
} from './harness.ts';

let notices: Notices;
let manager: Browser;
beforeEach(async () => {
  notices = await startNotices();
  manager = await notices.as('manager');
});
afterEach(() => notices.stop());

const hard = 'Zoë O’Neil <b>&"\' ⵣⵉⵔⵉ';

it('sends what the preview showed, to the letter, to each in their language', async () => {
  const english = await notices.applyAndDecide('screened-out', {
    name: hard,
    email: 'Zoe@sample.example',
    reason: 'experience-not-shown',
    words: 'You tell of <one> year & more.\n\nThe process asks for two.',
  });
  const french = await notices.applyAndDecide('screened-out', {
    name: 'Andrée Lévis',
    email: 'andree@sample.example',
    lang: 'fr',
    words: 'Il manque la deuxième partie.',
  });
  const answers = {
    template: 'screened-out',
    'words-en': 'We read 40 applications.\nThank you <all>.',
    'words-fr': 'Nous avons lu 40 candidatures.',
  };
  const preview = await toPreview(notices, manager, answers);
  expect(textOf(preview)).toContain('2 letters: 1 in English, 1 in French.');
  expect(textOf(preview)).toContain('Send 2 notices');
  expect(textOf(await toPreview(notices, manager, answers, 'fr'))).toContain('Envoyer 2 avis');
  expect(preview).not.toContain('<one>');
  const answer = await manager.post(notices.path(), pressing(preview, 'confirm'));
  expect(answer.status).toBe(303);
  const waiting = textOf(await (await manager.get(answer.headers.get('location') ?? '')).text());
  expect(waiting).toContain('2 notices are confirmed. Sending starts in 10 minutes');

  notices.pass(9);
  expect(await notices.sender.look()).toEqual({ left: 0, heldBack: 0 });
  expect(await noticesTo(notices.db, english.id)).toEqual([]);
  expect(await letters(notices)).toEqual([]);
  notices.pass(1);
  expect(await notices.sender.look()).toEqual({ left: 2, heldBack: 0 });

  const sent = await letters(notices);
  expect(sent.map(({ recipient, lang }) => [recipient, lang])).toEqual([
    ['Zoe@sample.example', 'en'],
    ['andree@sample.example', 'fr'],
  ]);
  for (const [{ id, reference, decision }, email] of [
    [english, sent[0]],
    [french, sent[1]],
  ] as const) {
    const [notice, ...more] = await noticesTo(notices.db, id);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({
      template: 'screened-out',
      decisionId: decision,
      leftAt: notices.time.now,
      subject: email?.subject,
    });
    const body = notice?.body ?? '';
    expect(email?.text_body.startsWith(`${body}\n\n`)).toBe(true);
    // Every paragraph stands in the preview, with its line breaks.
    const shown = textOf(preview);
    for (const line of body.split(/\n+/)) expect(shown).toContain(line.replaceAll(/ +/g, ' '));
    expect(shown).toContain(notice?.subject);
    expect(body).toContain(reference);
    expect(email?.html_body).not.toMatch(/<one>|<all>|<b>/);
    expect(email?.html_body).toContain(`<html lang="${notice?.lang ?? ''}">`);
    // Blanked once it has left: the link in it opens a door.
    expect(email?.forget_once_sent).toBe(true);
  }
  const [toZoe, toAndree] = sent.map((email) => email.text_body);
  const html = sent[0]?.html_body ?? '';
  expect(html).toContain(
    'The reason for this decision:<br/>The experience asked for is not shown.</p>',
  );
  expect(html).toContain(`<br/><a href="${origins.en}/en/accommodation">`);
  expect(html).toMatch(/<p><a href="http:\/\/jobs\.test\/en\/my\/sign-in\/confirm\?token=[^"]+">/);
  expect(toZoe).toContain(`Hello ${hard},`);
  expect(toZoe).toContain('Designer for public counters');
  expect(toZoe).toContain('The experience asked for is not shown');
  expect(toZoe).toContain('You tell of <one> year & more.\n\nThe process asks for two.');
  expect(toZoe).toContain('We read 40 applications.\nThank you <all>.');
  expect(toZoe).toContain('informal discussion');
  expect(toZoe).toContain(`${origins.en}/en/accommodation`);
  expect(toAndree).toContain('Bonjour Andrée Lévis,');
  expect(toAndree).toContain('«\u00A0Conception de guichets à l’échelle\u00A0»');
  expect(toAndree).toContain('discussion informelle');
  expect(toAndree).toContain(`${origins.fr}/fr/mesures-adaptation`);
  expect(toAndree).not.toMatch(/applications|Thank/);

  const links = await notices.db.selectFrom('candidate_links').selectAll().execute();
  expect(Object.fromEntries(links.map(({ email, path_fr }) => [email, path_fr]))).toEqual({
    'andree@sample.example': `/fr/moi/candidatures/${french.reference}`,
    'zoe@sample.example': `/fr/moi/candidatures/${english.reference}`,
  });
  const events = await notices.db
    .selectFrom('application_events')
    .select(['application_id', 'actor_id', 'detail'])
    .where('kind', '=', 'notice-sent')
    .execute();
  expect(events.map((event) => event.application_id).sort()).toEqual(
    [english.id, french.id].sort(),
  );
  expect(events[0]?.actor_id).toBe(manager.person.id);
  expect(JSON.stringify(events)).not.toMatch(/Zo|Andr|sample/);
});

it('tells who is screened in what comes next, and news in the team’s own words', async () => {
  const { id } = await notices.applyAndDecide('screened-in', { lang: 'fr', words: '' });
  const preview = await toPreview(notices, manager, { template: 'screened-in' });
  await manager.post(notices.path(), pressing(preview, 'confirm'));
  const news = {
    template: 'update',
    status: 'screened-in',
    'words-en': 'x',
    'words-fr': 'Le 3 mai.',
  };
  await manager.post(notices.path(), pressing(await toPreview(notices, manager, news), 'confirm'));
  notices.pass(10);
  await notices.sender.look();
  const told = await noticesTo(notices.db, id);
  expect(told.map(({ template, decisionId }) => [template, decisionId === null])).toEqual(
    expect.arrayContaining([
      ['screened-in', false],
      ['update', true],
    ]),
  );
  const decided = told.find(({ template }) => template === 'screened-in')?.body ?? '';
  expect(decided).toContain('retenue à la présélection');
  expect(decided).toContain('Satisfait à tous les critères essentiels');
  expect(decided).toContain('pas encore une offre d’emploi');
  // Nothing was written with the decision: nothing is announced of it.
  expect(decided).not.toMatch(/Plus précisément|undefined|null|\n{3}/);
  const update = told.find(({ template }) => template === 'update')?.body ?? '';
  expect(update).toContain('Le 3 mai.');
  expect(update).not.toMatch(/présélection|retenue/);
});

it('makes one batch of a double click, and another of other words under the same key', async () => {
  await notices.applyAndDecide('screened-in');
  const news = { template: 'update', status: 'screened-in', 'words-en': 'x', 'words-fr': 'y' };
  const preview = await toPreview(notices, manager, news);
  const send = () => manager.post(notices.path(), pressing(preview, 'confirm'));
  const answers = await Promise.all([send(), send(), send()]);
  expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1);
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  const count = async () => (await notices.db.selectFrom('notices').select('id').execute()).length;
  expect(await count()).toBe(1);
  // Back in the browser, other words, sent on.
  const back = await manager.post(
    notices.path(),
    pressing(preview, 'preview', { 'words-en': 'z' }),
  );
  const other = await manager.post(notices.path(), pressing(await back.text(), 'confirm'));
  expect(other.status).toBe(303);
  expect(other.headers.get('location')).not.toBe(answers[0]?.headers.get('location'));
  expect(await count()).toBe(2);
});

it('sends nothing where something changed after the preview, and says so', async () => {
  const one = await notices.applyAndDecide('screened-in', { name: 'Ann First' });
  await notices.applyAndDecide('screened-in', { name: 'Ben Second' });
  const path = notices.path();
  const stale = async (change: () => Promise<unknown>): Promise<string> => {
    const preview = await toPreview(notices, manager, { template: 'screened-in' });
    await change();
    const answer = await manager.post(path, pressing(preview, 'confirm'));
    expect(answer.status).toBe(409);
    expect(await notices.db.selectFrom('notice_batches').select('id').execute()).toEqual([]);
    const page = await answer.text();
    expect(textOf(page)).toContain('Something changed since you saw the letters');
    return page;
  };
  await stale(() => notices.decide(one.id, 'screened-in', { words: 'Better said.' }));
  await stale(() =>
    notices.db.updateTable('applicant_identities').set({ full_name: 'Anna First' }).execute(),
  );
  await stale(() =>
    notices.writePosting('designer', { en: 'Designer, renamed', fr: 'Conception, renommée' }),
  );
  const fresh = await stale(() => notices.decide(one.id, 'screened-out'));
  expect(textOf(fresh)).toContain('Send one notice');
  // Looked at again, it can be confirmed at once.
  expect((await manager.post(path, pressing(fresh, 'confirm'))).status).toBe(303);
});

it('of two people who confirm the same decision lets one, and tells the other', async () => {
  await notices.applyAndDecide('screened-in');
  const admin = await notices.as('admin');
  const previews = [
    await toPreview(notices, manager, { template: 'screened-in' }),
    await toPreview(notices, admin, { template: 'screened-in' }),
  ];
  const answers = await Promise.all(
    [manager, admin].map((browser, at) =>
      browser.post(notices.path(), pressing(previews[at] ?? '', 'confirm')),
    ),
  );
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([303, 409]);
  expect(await notices.db.selectFrom('notices').select('id').execute()).toHaveLength(1);
});

it('leaves at once where no time to think again is wanted', async () => {
  const hasty = await startNotices(0);
  const browser = await hasty.as('manager');
  await hasty.applyAndDecide('screened-in');
  const preview = await toPreview(hasty, browser, { template: 'screened-in' });
  expect(textOf(preview)).toContain(
    'Sending starts as soon as you confirm, and cannot be stopped.',
  );
  const confirmed = await browser.post(hasty.path(), pressing(preview, 'confirm'));
  const page = textOf(await (await browser.get(confirmed.headers.get('location') ?? '')).text());
  expect(page).toContain('One notice is confirmed. Sending starts right away.');
  expect(await hasty.sender.look()).toEqual({ left: 1, heldBack: 0 });
  await hasty.stop();
});

it('reaches an address that gets mail but cannot sign in, without a link', async () => {
  await notices.applyAndDecide('screened-in', { email: 'josé@exämple.test' });
  const preview = await toPreview(notices, manager, { template: 'screened-in' });
  await manager.post(notices.path(), pressing(preview, 'confirm'));
  notices.pass(10);
  expect(await notices.sender.look()).toEqual({ left: 1, heldBack: 0 });
  const [email] = await letters(notices);
  expect(email?.recipient).toBe('josé@exämple.test');
  expect(email?.text_body).not.toMatch(/token=|private link/);
  expect(email?.text_body.trim()).toMatch(/The hiring team, .+$/);
});
