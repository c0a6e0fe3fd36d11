import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { makeApplication } from '../self-declaration/make-application.ts';
import { expectAccessible, expectNoSideways } from '../support/browser.ts';
import { createTestDatabase } from '../support/database.ts';
import { lastEmail } from '../support/emails.ts';
import { type Device, desktop, narrow, signIn, useSite } from '../support/site.ts';

const database = await createTestDatabase();
// Before the site's own, so that it is done last: nobody is connected any more then.
afterAll(() => database.drop());
const site = useSite({
  ...database.env,
});

const shots = process.env['TANDEM_SHOTS'];
const paths = {
  en: (posting: string) => `/en/staff/processes/${posting}`,
  fr: (posting: string) => `/fr/personnel/processus/${posting}`,
};

/** Applications of a posting of its own for each test, screened as asked. */
async function applyTo(
  posting: string,
  lang: 'en' | 'fr',
  outcome?: 'screened-in' | 'screened-out',
) {
  const { db } = database;
  const made = await makeApplication(db, posting);
  await db
    .updateTable('applications')
    .set({ correspondence_lang: lang, status: outcome ?? 'received' })
    .where('id', '=', made.applicationId)
    .execute();
  await db
    .updateTable('applicant_identities')
    .set({ full_name: { en: 'Jo Specimen', fr: 'Maëlle Échantillon' }[lang] })
    .where('application_id', '=', made.applicationId)
    .execute();
  if (outcome) {
    await db
      .insertInto('screening_decisions')
      .values({
        id: randomUUID(),
        application_id: made.applicationId,
        outcome,
        reason: { 'screened-in': 'meets-essentials', 'screened-out': 'experience-not-shown' }[
          outcome
        ],
        words: {
          en: 'You tell of your work with care. The process asks for two years of it; we found one.',
          fr: 'Vous racontez votre travail avec soin. Le processus en demande deux années; nous en avons trouvé une.',
        }[lang],
        words_lang: lang,
        decided_by: 'somebody',
        decided_at: new Date(),
      })
      .execute();
  }
  return made;
}

/** The postings of the sample content: one for each test. */
async function postingAt(place: number): Promise<string> {
  const rows = await database.db.selectFrom('postings').select('id').orderBy('id').execute();
  const id = rows[place]?.id;
  if (!id) throw new Error('No posting');
  return id;
}

async function manager(lang: 'en' | 'fr', device: Device, who: string): Promise<Page> {
  const email = `${who}@example.org`;
  await site.cli('staff', 'add', email, '--role', 'manager', '--lang', lang);
  return signIn(site, email, device);
}

const look = async (page: Page, what: string): Promise<void> => {
  await page.waitForLoadState();
  if (shots) await page.screenshot({ path: `${shots}/n-${what}.png`, fullPage: true });
  await expectNoSideways(page, what);
  await expectAccessible(page, what);
};
const press = (page: Page, value: string) =>
  page.locator(`main button[value="${value}"]`).first().click();

it.each([
  ['fr', narrow, 0],
  ['en', desktop, 1],
] as const)(
  'from the list of applications to letters sent, and stopped, in %s',
  async (lang, device, at) => {
    const posting = await postingAt(at);
    const first = await applyTo(posting, lang, 'screened-out');
    await applyTo(posting, { en: 'fr', fr: 'en' }[lang] as 'en' | 'fr', 'screened-out');
    await applyTo(posting, lang, 'screened-in');
    await applyTo(posting, lang);
    const page = await manager(lang, device, `sender-${lang}`);
    const shoot = (what: string) => look(page, `${lang}-${what}`);
    await page.goto(`${paths[lang](posting)}/${{ en: 'applications', fr: 'candidatures' }[lang]}`);
    await page.locator(`main a[href$="${{ en: '/notices', fr: '/avis' }[lang]}"]`).click();
    await page.waitForURL(/notices|avis/);
    await shoot('1-form');
    await press(page, 'list');
    await page.locator('.error-summary').waitFor();
    await shoot('2-problem');
    await page.locator('input[value="screened-out"][name="template"]').check();
    await page
      .locator('[name="words-en"]')
      .fill('We read forty applications for this job.\n\nThank you.');
    await press(page, 'list');
    await page.locator('.error-summary').waitFor();
    await page
      .locator('[name="words-fr"]')
      .fill('Nous avons lu quarante candidatures à cette offre.\n\nMerci.');
    await press(page, 'list');
    await page.locator('input[name="chosen"]').first().waitFor();
    await shoot('3-recipients');
    await page.locator('main details summary').click();
    for (const box of await page.locator('input[name="chosen"]').all()) await box.uncheck();
    await press(page, 'preview');
    await page.locator('.error-summary').waitFor();
    await shoot('4-nobody');
    for (const box of await page.locator('input[name="chosen"]').all()) await box.check();
    await press(page, 'preview');
    const send = page.locator('main button[value="confirm"]');
    await send.waitFor();
    expect(await send.innerText()).toBe({ en: 'Send 2 notices', fr: 'Envoyer 2 avis' }[lang]);
    await shoot('5-letters');
    // A decision changes before it is confirmed.
    await database.db
      .updateTable('screening_decisions')
      .set({ words: 'Said again. / Redit.' })
      .where('application_id', '=', first.applicationId)
      .execute();
    await send.click();
    await page.locator('.notice-warning').waitFor();
    await shoot('6-changed');
    await page.locator('main button[value="confirm"]').click();
    await page.waitForURL(/told=confirmed/);
    await shoot('7-waiting');
    const batch = /([0-9a-f-]{36})\?told/.exec(page.url())?.[1] ?? '';
    expect(await lastEmail(database.db, first.email)).toBeNull();
    await database.db
      .updateTable('notice_batches')
      .set({ leaves_at: new Date() })
      .where('id', '=', batch)
      .execute();
    // The program sends by itself.
    await expect
      .poll(async () => (await lastEmail(database.db, first.email))?.kind, { timeout: 20_000 })
      .toBe('notice');
    const stop = page.locator('main button[value="stop"]');
    await stop.click();
    await page.locator('.notice-warning').waitFor();
    await shoot('8-late');
    await page.locator('main details summary').first().click();
    await shoot('9-sent');

    // The link leads the reader to their own page.
    const reader = await site.open({ device });
    const letter = (await lastEmail(database.db, first.email))?.text_body ?? '';
    await reader.goto(/https?:\S+token=\S+/.exec(letter)?.[0] ?? '');
    await reader.locator('main form button[type="submit"]').first().click();
    await reader.waitForURL(/my\/applications\/|moi\/candidatures\//);

    // News to the one who waits, stopped in time.
    await page.goto(`${paths[lang](posting)}/${{ en: 'notices', fr: 'avis' }[lang]}`);
    await page.locator('input[value="update"][name="template"]').check();
    await page.locator('[name="words-en"]').fill('We need one more week.');
    await page.locator('[name="words-fr"]').fill('Il nous faut encore une semaine.');
    await press(page, 'list');
    await page.locator('input[name="chosen"]').first().waitFor();
    await press(page, 'preview');
    await send.waitFor();
    await send.click();
    await page.waitForURL(/told=confirmed/);
    await page.goto(`${paths[lang](posting)}/${{ en: 'notices', fr: 'avis' }[lang]}`);
    await shoot('10-all');
    await press(page, 'stop');
    await page.waitForURL(/told=stopped/);
    await shoot('11-stopped');
  },
);

it('goes by the keyboard alone, and without JavaScript', async () => {
  const posting = await postingAt(2);
  const one = await applyTo(posting, 'en', 'screened-in');
  await applyTo(posting, 'fr', 'screened-in');
  const page = await manager('en', desktop, 'keys');
  const cookies = await page.context().cookies();
  const plain = await site.open({ javaScript: false });
  await plain.context().addCookies(cookies);
  await plain.goto(`${paths.en(posting)}/notices?application=${one.applicationId}`);
  const tabTo = async (selector: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      await plain.keyboard.press('Tab');
      if ((await plain.locator(`${selector}:focus`).count()) > 0) return;
    }
    throw new Error(`Tab never reached ${selector}`);
  };
  // The template of the decision is chosen already: on to the list.
  await tabTo('button[value="list"]');
  await plain.keyboard.press('Enter');
  await plain.locator('input[name="chosen"]').first().waitFor();
  expect(await plain.locator('input[name="chosen"]:checked').count()).toBe(1);
  await tabTo('button[value="preview"]');
  await plain.keyboard.press('Enter');
  await plain.locator('button[value="confirm"]').waitFor();
  await tabTo('button[value="confirm"]');
  expect(await plain.locator('button[value="confirm"]').innerText()).toBe('Send one notice');
  await plain.keyboard.press('Enter');
  await plain.waitForURL(/told=confirmed/);
  await tabTo('button[value="stop"]');
  await plain.keyboard.press('Enter');
  await plain.waitForURL(/told=stopped/);
  expect(await lastEmail(database.db, one.email)).toBeNull();
});
