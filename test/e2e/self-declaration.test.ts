import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideways, press } from '../support/browser.ts';
import { createTestDatabase } from '../support/database.ts';
import { lastEmail } from '../support/emails.ts';
import { desktop, narrow, useSite } from '../support/site.ts';
import { makeApplication } from '../self-declaration/make-application.ts';

/** The server works on a database of the tests, so that an application can be put into it. */
const database = await createTestDatabase();
// Before the site's own, so that it is done last: nobody is connected any more then.
afterAll(() => database.drop());
const site = useSite({
  ...database.env,
  TANDEM_LOG: 'debug',
});

async function receiptPath(
  lang: 'en' | 'fr',
): Promise<{ path: string; applicationId: string; email: string }> {
  const posting = await database.db
    .selectFrom('posting_slugs')
    .select(['posting_id', 'slug'])
    .where('lang', '=', lang)
    .executeTakeFirstOrThrow();
  const { key, applicationId, email } = await makeApplication(database.db, posting.posting_id);
  const path = {
    en: `/en/jobs/${posting.slug}/apply/receipt/${key}`,
    fr: `/fr/emplois/${posting.slug}/postuler/accuse-de-reception/${key}`,
  }[lang];
  return { path, applicationId, email };
}

const words = {
  en: { open: 'Go to the self-declaration', send: 'Send my self-declaration', other: 'FR' },
  fr: { open: 'Passer à l’autodéclaration', send: 'Envoyer mon autodéclaration', other: 'EN' },
} as const;

const shots = process.env['TANDEM_SHOTS'];
const shoot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};

describe.each(['fr', 'en'] as const)('self-declaration in %s', (lang) => {
  it.each([
    ['a narrow window', narrow, false],
    ['a wide window, with JavaScript', desktop, true],
  ] as const)('goes from receipt to withdrawal in %s', async (_, device, javaScript) => {
    const page = await site.open({ device, javaScript });
    const w = words[lang];
    const name = (what: string) => `${lang}-${device.width}-${what}`;
    const look = async (what: string): Promise<void> => {
      await shoot(page, name(what));
      await expectNoSideways(page, what);
      if (javaScript) await expectAccessible(page, what);
    };
    const { path } = await receiptPath(lang);
    await page.goto(path);
    await look('receipt');
    await press(page, page.getByRole('button', { name: w.open }));
    expect(new URL(page.url()).pathname).not.toMatch(/[0-9a-f]{8}-/);
    await look('form');

    await press(page, page.getByRole('button', { name: w.send }));
    expect(await page.title()).toMatch({ en: /^To fix|fix/i, fr: /^À corriger/ }[lang]);
    await look('problems');

    await page.locator('input[value="women"]').check();
    await page.locator('input[value="visible-minorities"]').check();
    await press(page, page.getByRole('button', { name: w.send }));
    // What was chosen is still chosen, and the use is asked for.
    expect(await page.locator('input[value="women"]').isChecked()).toBe(true);
    expect(await page.locator('.error-summary a').getAttribute('href')).toBe('#use');
    await look('use-missing');
    await page.locator('input[value="statistics"]').check();
    await press(page, page.getByRole('button', { name: w.send }));
    expect(page.url()).toContain('told=saved');
    await look('declared');

    // The other language is the same page of the same person.
    await press(page, page.locator('.lang-toggle').first());
    expect(new URL(page.url()).pathname).toBe(
      { en: '/fr/moi/autodeclaration', fr: '/en/my/self-declaration' }[lang],
    );
    expect(await page.locator('main').textContent()).toContain(
      { en: 'Minorités visibles', fr: 'Members of visible minorities' }[lang],
    );
    await page.goBack();

    await press(page, page.locator('main a[href$="/withdraw"], main a[href$="/retrait"]'));
    await look('withdraw');
    await press(page, page.locator('main .button-danger'));
    expect(page.url()).toContain('told=withdrawn');
    await look('withdrawn');
  });

  it('can be answered by keyboard alone', async () => {
    const page = await site.open({ device: desktop });
    await page.goto((await receiptPath(lang)).path);
    await page.getByRole('button', { name: words[lang].open }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/declaration$/);
    await page.locator('input[value="undisclosed"]').focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: words[lang].send }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/told=saved/);
    expect(await page.locator('main').textContent()).toContain(
      { en: 'I prefer not to say', fr: 'Je préfère ne pas répondre' }[lang],
    );
  });
});

it.each(['fr', 'en'] as const)('shows it again, days later, to who signs in: %s', async (lang) => {
  const { path, email } = await receiptPath(lang);
  const first = await site.open({ javaScript: false });
  await first.goto(path);
  await press(first, first.getByRole('button', { name: words[lang].open }));
  await first.locator('input[value="indigenous"]').check();
  await first.locator('input[value="selection-and-statistics"]').check();
  await press(first, first.getByRole('button', { name: words[lang].send }));
  expect(first.url()).toContain('told=saved');

  const page = await site.open({ device: narrow, javaScript: false });
  await page.goto({ en: '/en/my/self-declaration', fr: '/fr/moi/autodeclaration' }[lang]);
  await page.locator('input[name="email"]').fill(email);
  await press(page, page.locator('main form button[type="submit"]').first());
  const sent = await lastEmail(database.db, email);
  await page.goto(sent?.url ?? '');
  await press(page, page.locator('main form button[type="submit"]').first());
  // Back where they were going, with their applications to choose from.
  await page.waitForURL(/self-declaration|autodeclaration/);
  await shoot(page, `${lang}-320-choose`);
  await expectNoSideways(page, 'choice');
  await press(page, page.locator('main form button[type="submit"]').first());
  const main = await page.locator('main').textContent();
  expect(main).toContain({ en: 'Indigenous peoples', fr: 'Autochtones' }[lang]);
  expect(main).toContain(
    { en: 'Selection processes and statistics', fr: 'Processus de sélection et statistiques' }[
      lang
    ],
  );
  await page.goto({ en: '/en/my/applications', fr: '/fr/moi/candidatures' }[lang]);
  await shoot(page, `${lang}-320-mine`);
  expect(await page.locator('main').textContent()).not.toContain(
    { en: 'Indigenous', fr: 'Autochtones' }[lang],
  );
});

it('leaves no trace in what the program prints', async () => {
  const { path, applicationId } = await receiptPath('en');
  const page = await site.open({ javaScript: false });
  await page.goto(path);
  await press(page, page.getByRole('button', { name: words.en.open }));
  await page.locator('input[value="none"]').check();
  await press(page, page.getByRole('button', { name: words.en.send }));
  expect(page.url()).toContain('told=saved');
  const printed = site.tandem().output();
  expect(printed).not.toContain(applicationId);
  expect(printed).not.toMatch(/declaration|women|told=/i);
  expect(printed).not.toContain(path.split('/').at(-1));
});
