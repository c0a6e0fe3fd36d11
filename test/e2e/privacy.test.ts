import { readFile, readdir } from 'node:fs/promises';
import { join, matchesGlob, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSchedule } from '#hiring/privacy';
import { href } from '#web/routes.ts';
import { expectAccessible, expectNoSideways } from '../support/browser.ts';
import { type Device, desktop, narrow, signIn, useSite } from '../support/site.ts';

const site = useSite();
const admin = 'admin@sample.example';

/** Addresses of sample candidates, one for each test, and the desk on which they are found. */
const people: string[] = [];
let desk: Page;
beforeAll(async () => {
  await site.cli('demo');
  desk = await signIn(site, admin);
  await desk.getByRole('link', { name: 'Digital Advisor' }).first().click();
  const found = await desk.locator('tbody a').all();
  const links = await Promise.all(
    found.map(async (link) => (await link.getAttribute('href')) ?? ''),
  );
  for (const address of links
    .filter((link) => /applications\/[0-9a-f-]{36}/.test(link))
    .slice(0, 8)) {
    await desk.goto(address);
    people.push(await desk.locator('a[href^="mailto:"]').first().innerText());
  }
});

const button = (page: Page, name: RegExp) => page.locator('main').getByRole('button', { name });

/** Signs in as a candidate by the link in the outbox, coming back to the page that was asked for. */
async function signInAs(page: Page, lang: 'en' | 'fr', email: string): Promise<void> {
  await page.goto(href('my.privacy', lang));
  await page.locator('main [name="email"]').fill(email);
  await page.locator('main form button[type="submit"]').first().click();
  await page.waitForURL(/sent|envoi/);
  await desk.goto('/en/staff/outbox');
  await desk.locator('tr', { hasText: email }).locator('a').first().click();
  const text = await desk.locator('main').innerText();
  const link = /https?:\/\/\S+\/(?:confirm|connexion\/confirmation)\S*/.exec(text)?.[0];
  if (!link) throw new Error(`No link in: ${text}`);
  await page.goto(link);
  await page.locator('main form button[type="submit"]').first().click();
  await page.waitForURL((url) => url.pathname === href('my.privacy', lang));
}

async function look(page: Page, what: string, javaScript: boolean): Promise<void> {
  if (javaScript) await expectAccessible(page, what);
  await expectNoSideways(page, what);
}

describe.each([
  ['en', true, narrow],
  ['fr', false, narrow],
  ['fr', true, desktop],
] as const)('a candidate in %s (JavaScript: %s)', (lang, javaScript, device: Device) => {
  it('copies, corrects and deletes what is held, and sees each clock', async () => {
    const page = await site.open({ device, javaScript });
    const see = (what: string) => look(page, what, javaScript);
    const email = people.shift() ?? '';
    await signInAs(page, lang, email);
    await see('the page of privacy');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, /ZIP/).click(),
    ]);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.length).toBeGreaterThan(5000);

    await page.goto(href('my.privacyCorrection', lang));
    await button(page, /request|demande/).click();
    expect(await page.locator('.error-summary a').count()).toBeGreaterThan(1);
    await see('a correction to complete');
    await page.locator('[name="application"]').first().check();
    await page.locator('[name="item"][value="phone"]').check();
    await page.locator('[name="asked"]').fill('613 555-0100');
    await see('a correction filled in');
    await button(page, /request|demande/).click();
    await page.waitForURL(/\/(requests|demandes)\//);
    expect(await page.locator('main').innerText()).toMatch(/2[0-9] days left|reste 2[0-9] jours/);
    await see('a request for a correction');

    await page.goto(href('my.privacyAccess', lang));
    await button(page, /request|demande/).click();
    await see('a request for access to complete');

    await page.goto(href('my.privacyDeletion', lang));
    await see('what can be deleted');
    await button(page, /deletion|suppression/).click();
    await see('a deletion to complete');
    await page.locator('[name="scope"][value="all"]').check();
    await page.locator('[name="consent"]').check();
    await button(page, /deletion|suppression/).click();
    await page.waitForURL(/\/(requests|demandes)\//);
    // The correction is not answered yet: that is a reason to wait, and it says so.
    expect(await page.locator('main').innerText()).toMatch(
      /not answered yet|pas encore reçu de réponse/,
    );
    await see('a deletion that waits');
    await page.goto(href('my.privacy', lang));
    await see('the page of privacy, with requests');
    await page.locator('main h3 a').first().click();
    await button(page, /back|Retirer/).click();
    await page.waitForURL(/told=withdrawn/);
    await see('a request taken back');

    // Somebody else's request is nowhere to be found.
    const stranger = await site.open({ device, javaScript });
    await signInAs(stranger, lang, people.shift() ?? '');
    await page.locator('main h3 a').first().click();
    const answer = await stranger.goto(page.url());
    expect(answer?.status()).toBe(404);
  });
});

describe.each(['en', 'fr'] as const)('the desk in %s', (lang) => {
  it('answers requests, holds, and shows what was disposed of', async () => {
    const page = await signIn(site, admin);
    await page.goto(href('desk.privacy', lang));
    const see = async (what: string): Promise<void> => {
      await expectAccessible(page, what);
      await page.setViewportSize(narrow);
      await expectNoSideways(page, what);
      await page.setViewportSize(desktop);
    };
    await see('the requests');
    await page.locator('tbody tr', { hasText: 'Correction' }).first().locator('a').click();
    await see('a request');
    await button(page, /Send the answer|Envoyer la réponse/).click();
    await see('an answer to complete');
    await button(page, /Take more time|Prolonger/).click();
    await see('an extension to complete');
    await page.locator('[name="outcome"][value="refused"]').check();
    await page.locator('[name="answer"]').fill('The number is as it was given.');
    await button(page, /Send the answer|Envoyer la réponse/).click();
    await page.waitForURL(/told=answered/);
    await see('a request that is answered');

    await page.locator('main dl a').first().click();
    expect(await page.locator('main').innerText()).toContain('613 555-0100');
    await see('an application with a notation');
    await page.locator('main dl a[href$="/corrections"]').click();
    await button(page, /Write it down|Consigner/).click();
    await see('a disclosure to complete');
    await page.locator('[name="recipient"]').fill('Sample Tribunal');
    await page.locator('[name="email"]').fill('clerk@tribunal.example');
    await page.locator('[name="what"]').fill('The decision, under section 8(2)(b)');
    await button(page, /Write it down|Consigner/).click();
    await page.waitForURL(/told=recorded/);
    await see('what stands beside an application');

    await page.goto(href('desk.holds', lang));
    await see('the holds');
    await button(page, /Place the hold|Émettre l’ordre/).click();
    await see('a hold to complete');
    await page.locator('[name="target"][value="person"]').check();
    await page.locator('[name="person"]').fill(people.shift() ?? '');
    await page.locator('[name="reason"]').fill('A complaint to the tribunal');
    await button(page, /Place the hold|Émettre l’ordre/).click();
    await page.waitForURL(/told=placed/);
    await see('a hold in force');
    await button(page, /^(Lift|Lever)$/)
      .first()
      .click();
    await see('a lifting to complete');

    await page.goto(href('desk.disposals', lang));
    await see('what was disposed of');
  });

  it('tells the public how long what is kept', async () => {
    const page = await site.open();
    await page.goto(href('site.privacy', lang));
    await expectAccessible(page, 'the privacy notice');
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/2\s(years|ans)/);
    expect(text).toMatch(/(PSU|POU) 911/);
    await page.setViewportSize(narrow);
    await expectNoSideways(page, 'the privacy notice');
  });
});

it('has a rule for every file that the program keeps', async () => {
  const { schedule } = await loadSchedule(
    join(import.meta.dirname, '../../reference/retention/schedule.yml'),
  );
  const folder = site.tandem().dataFolder;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  expect(files.length).toBeGreaterThan(0);
  const unruled = files.filter(
    (file) => !schedule.fileClasses.some(({ path }) => matchesGlob(file, path)),
  );
  expect(unruled).toEqual([]);
});
