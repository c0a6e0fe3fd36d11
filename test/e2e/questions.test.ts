import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { makeApplication } from '../self-declaration/make-application.ts';
import { expectAccessible, expectNoSideways } from '../support/browser.ts';
import { createTestDatabase } from '../support/database.ts';
import { lastEmail } from '../support/emails.ts';
import { desktop, narrow, signIn, useSite } from '../support/site.ts';

const database = await createTestDatabase();
// Before the site's own, so that it is done last: nobody is connected any more then.
afterAll(() => database.drop());
const site = useSite({
  ...database.env,
});

const shots = process.env['TANDEM_SHOTS'];
const look = async (page: Page, what: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/q-${what}.png`, fullPage: true });
  await expectNoSideways(page, what);
};

it.each([
  ['fr', narrow, false],
  ['en', desktop, true],
] as const)('a question and its answer, in %s', async (lang, device, javaScript) => {
  const posting = await database.db
    .selectFrom('posting_slugs')
    .select('posting_id')
    .executeTakeFirstOrThrow();
  const { applicationId, email } = await makeApplication(database.db, posting.posting_id);
  const page = await site.open({ device, javaScript });
  const check = async (what: string): Promise<void> => {
    await look(page, `${lang}-${what}`);
    if (javaScript) await expectAccessible(page, what);
  };
  await page.goto({ en: '/en/my/applications', fr: '/fr/moi/candidatures' }[lang]);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('main form button[type="submit"]').first().click();
  await page.waitForURL(/sent|envoi/);
  await page.goto((await lastEmail(database.db, email))?.url ?? '');
  await page.locator('main form button[type="submit"]').first().click();
  await page.waitForURL(/applications|candidatures/);
  await check('mine');
  await page.locator('main .own-list a').click();
  await page.locator('main a[href$="/questions"]').click();
  const send = () => page.locator('main form button[type="submit"]').last().click();
  await send();
  await page.locator('.error-summary').waitFor();
  await check('problem');
  const question = { en: 'When are the interviews?', fr: 'Quand auront lieu les entrevues?' }[lang];
  await page.locator('textarea').fill(question);
  await send();
  await page.waitForURL(/told=asked/);
  await check('asked');

  const staff = `manager-${lang}@example.org`;
  await site.cli('staff', 'add', staff, '--role', 'manager');
  const desk = await signIn(site, staff, device);
  await desk.goto({ en: '/en/staff/questions', fr: '/fr/personnel/questions' }[lang]);
  await look(desk, `${lang}-waiting`);
  await expectAccessible(desk, 'waiting');
  await desk.locator(`main a[href*="${applicationId}"]`).click();
  await look(desk, `${lang}-desk`);
  await expectAccessible(desk, 'answering');
  expect(await desk.locator('main').textContent()).not.toContain(email);
  await desk.locator('textarea').fill({ en: 'In January.', fr: 'En janvier.' }[lang]);
  await desk.locator('main form button[type="submit"]').last().click();
  await desk.waitForURL(/told=answered/);
  await page.reload();
  expect(await page.locator('main').textContent()).toContain(
    { en: 'In January.', fr: 'En janvier.' }[lang],
  );
  await check('answered');
});
