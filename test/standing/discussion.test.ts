import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { AppBrowser } from '../support/app-browser.ts';
import { hiddenFields } from '../support/html.ts';
import { decide, writeNotice } from '../support/notices.ts';
import { type Sent, type StandingSite, origin, pageOf, plainOf, startStanding } from './harness.ts';

let site: StandingSite;
beforeAll(async () => {
  site = await startStanding();
});
const start = new Date('2026-11-24T12:00:00Z');
afterEach(() => {
  site.intake.now.value = start;
});
afterAll(() => site.close());
const db = () => site.intake.database.db;
const ask = '?about=informal-discussion';

let count = 0;
/** Somebody who was told of a decision now. */
async function told(
  outcome: 'screened-in' | 'screened-out',
  slug?: string,
): Promise<{ sent: Sent; browser: AppBrowser }> {
  count += 1;
  const email = `talks-${count}@sample.example`;
  const sent = await site.apply(email, slug);
  const decisionId = await decide(db(), sent.id, { outcome });
  await writeNotice(db(), sent.id, { decisionId, leftAt: site.intake.now.value });
  return { sent, browser: await site.signIn(email) };
}
const asked = ({ id }: Sent) =>
  db()
    .selectFrom('application_messages')
    .select(['about', 'body'])
    .where('application_id', '=', id)
    .execute();

it('is offered with the law where there is one, and as our own wish elsewhere', async () => {
  const inside = await told('screened-out', 'english-inside');
  const page = plainOf(await pageOf(inside.browser, inside.sent.fr));
  expect(page).toContain('la Loi sur l’emploi dans la fonction publique (article 47)');
  expect(page).toContain('jusqu’à la fin de la journée du 9 décembre 2026');
  const outside = await told('screened-out');
  const open = plainOf(await pageOf(outside.browser, outside.sent.en));
  expect(open).toContain('We are willing to talk this decision over with you');
  expect(open).toContain('until the end of December 9, 2026');
  expect(open).not.toMatch(/Act|section 47|right/);
  const kept = await told('screened-in');
  expect(await pageOf(kept.browser, kept.sent.en)).not.toContain('nformal discussion');
  // The form is not there for them either: the page of questions is.
  expect(plainOf(await pageOf(kept.browser, `${kept.sent.en}/questions${ask}`))).not.toContain(
    'Ask for an informal discussion',
  );
});

it('keeps what was typed where it is too long, too late, or the session has ended', async () => {
  const { sent, browser } = await told('screened-out');
  const path = `${sent.fr}/questions`;
  const form = hiddenFields(await pageOf(browser, path + ask));
  const long = await browser.post(path, { ...form, message: 'mot '.repeat(900) });
  expect(long.status).toBe(422);
  const refused = await long.text();
  expect(plainOf(refused)).toContain('Ramenez votre demande à 3000 caractères');
  expect(hiddenFields(refused)).toMatchObject({ about: 'informal-discussion', key: form['key'] });

  const guest = new AppBrowser(site.intake.app, origin);
  const typed = { ...form, message: 'Mon expérience à Moncton.' };
  expect((await guest.post(path, typed)).status).toBe(303);
  const kept = await pageOf(browser, path);
  expect(kept).toContain('Mon expérience à Moncton.');
  expect(hiddenFields(kept)['about']).toBe('informal-discussion');
  expect(await asked(sent)).toEqual([]);

  site.intake.now.value = new Date('2026-12-10T12:00:00Z');
  const now = await site.signIn(sent.email);
  const fresh = hiddenFields(await pageOf(now, `${sent.en}/questions`));
  const late = await now.post(`${sent.en}/questions`, {
    ...typed,
    ...fresh,
    about: form['about'] ?? '',
  });
  expect(late.status).toBe(422);
  const words = await late.text();
  expect(plainOf(words)).toContain('can no longer be asked for');
  expect(words).toContain('Mon expérience à Moncton.');
  expect(hiddenFields(words)['about']).toBeUndefined();
  expect(plainOf(await pageOf(now, sent.en))).toContain('It could be asked for until the end of');
  const question = { ...hiddenFields(words), message: 'Mon expérience à Moncton.' };
  expect((await now.post(`${sent.en}/questions`, question)).status).toBe(303);
  expect(await asked(sent)).toEqual([{ about: 'question', body: 'Mon expérience à Moncton.' }]);
});

it('is told on the page once it was asked for', async () => {
  const { sent, browser } = await told('screened-out');
  const path = `${sent.en}/questions`;
  const form = hiddenFields(await pageOf(browser, path + ask));
  const answers = await Promise.all([browser.post(path, form), browser.post(path, form)]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect(await asked(sent)).toEqual([{ about: 'informal-discussion', body: '' }]);
  const page = plainOf(await pageOf(browser, sent.en));
  expect(page).toContain('You asked for one on November 24, 2026');
  expect(page).toContain('You asked for an informal discussion');
  expect(plainOf(await pageOf(browser, path + ask))).not.toContain('Send my request');
});

it('is asked for once from two tabs, and what was written in the second is a question', async () => {
  const { sent, browser } = await told('screened-out');
  const path = `${sent.fr}/questions`;
  const [one, two] = [
    hiddenFields(await pageOf(browser, path + ask)),
    hiddenFields(await pageOf(browser, path + ask)),
  ];
  expect(one['key']).not.toBe(two['key']);
  await Promise.all([
    browser.post(path, { ...one, message: 'Mardi.' }),
    browser.post(path, { ...two, message: 'Jeudi.' }),
  ]);
  const messages = await asked(sent);
  expect(messages.map(({ about }) => about).sort()).toEqual(['informal-discussion', 'question']);
  expect(messages.map(({ body }) => body).sort()).toEqual(['Jeudi.', 'Mardi.']);
});
