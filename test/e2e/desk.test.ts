import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideways } from '../support/browser.ts';
import { desktop, narrow, signIn, useSite } from '../support/site.ts';

const site = useSite();

beforeAll(async () => {
  await site.cli('demo');
});

const people = {
  en: { email: 'admin@sample.example', home: '/en/staff/', process: 'Digital Advisor' },
  fr: { email: 'gestion@sample.example', home: '/fr/personnel/', process: 'Conseillère' },
} as const;

describe.each(['en', 'fr'] as const)('the desk in %s', (lang) => {
  const { email, home, process } = people[lang];

  it('leads from the processes to an application, and every page is accessible', async () => {
    const page = await signIn(site, email);
    await page.goto(home);
    await expectAccessible(page, 'the processes');
    await page.getByRole('link', { name: process }).first().click();
    await page.locator('table').waitFor();
    await expectAccessible(page, 'the applications');
    await page.setViewportSize(narrow);
    await expectNoSideways(page, 'the applications');
    await page.setViewportSize(desktop);
    await page.locator('tbody a').first().click();
    await page.waitForURL(/\/(applications|candidatures)\/[0-9a-f-]{36}/);
    await expectAccessible(page, 'an application');
    await page.setViewportSize(narrow);
    await expectNoSideways(page, 'an application');
  });

  it('says what a decision lacks, then takes it, and tells it in the history', async () => {
    const page = await signIn(site, email);
    await page.getByRole('link', { name: process }).first().click();
    await page.locator('select[name="status"]').selectOption('received');
    await page.locator('form button[type="submit"]', { hasText: /results|résultats/ }).click();
    await page.locator('tbody a').first().click();
    await page.waitForURL(/\/(applications|candidatures)\/[0-9a-f-]{36}/);

    const form = page.locator('form', { has: page.locator('[name="words"]') }).first();
    const send = () => form.locator('button[type="submit"]').click();
    await send();
    expect(await page.locator('.error-summary a').count()).toBeGreaterThan(0);
    await expectAccessible(page, 'a decision to complete');
    expect(await page.locator('[name^="finding-"][value="not-met"]').count()).toBeGreaterThan(5);

    // A reason that what was found contradicts: told at each criterion, wide and narrow.
    const first = page.locator('[name^="finding-"][value="not-met"]').first();
    const why = page.locator('[name^="why-"]');
    expect(await why.first().isVisible()).toBe(false);
    await first.check();
    expect(await why.first().isVisible()).toBe(true);
    await page.locator('[name="reason"][value="meets-essentials"]').check();
    await send();
    expect(await page.locator('.error-summary a').count()).toBeGreaterThan(4);
    await page.locator('.error-summary a').first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^finding-/);
    await expectAccessible(page, 'findings to complete');
    await page.setViewportSize(narrow);
    await expectNoSideways(page, 'findings to complete');
    await expectAccessible(page, 'findings to complete, narrow');
    await page.setViewportSize(desktop);

    const essentials = page.locator('.criteria fieldset.fieldset').first();
    for (const met of await essentials.locator('[value="met"]').all()) await met.check();
    await page.locator('[name^="finding-"][value="not-met"]').last().check();
    await why.last().fill('An asset, no more. / Un atout, sans plus.');
    const words =
      'Thank you. Your experience answers what we ask. / Merci, votre expérience répond à nos exigences.';
    await page.locator('[name="words"]').first().fill(words);
    await page.locator('[name="reason"][value="meets-essentials"]').check();
    await send();
    await page.waitForLoadState();
    expect(await page.locator('.error-summary').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain(words);
    expect(await page.locator('main').innerText()).toMatch(/An asset, no more/);
    await expectAccessible(page, 'a decided application');
    await page.locator('summary', { hasText: /Change the decision|Modifier la décision/ }).click();
    await expectAccessible(page, 'a decision to change');
    await page.setViewportSize(narrow);
    await expectNoSideways(page, 'a decision to change');
  });

  it('shows an application that its candidate took back, and nothing to decide', async () => {
    const page = await signIn(site, email);
    await page.getByRole('link', { name: process }).first().click();
    await page.locator('select[name="status"]').selectOption('withdrawn');
    await page.locator('form button[type="submit"]', { hasText: /results|résultats/ }).click();
    await page.locator('tbody a').first().click();
    await page.waitForURL(/\/(applications|candidatures)\/[0-9a-f-]{36}/);
    expect(await page.locator('[name="words"]').count()).toBe(0);
    expect(await page.locator('[name="note"]').count()).toBe(1);
    expect(await page.locator('main').innerText()).toMatch(
      /Withdrawn by the candidate on|Désistement de la personne candidate le/,
    );
    await expectAccessible(page, 'an application that was withdrawn');
    await page.setViewportSize(narrow);
    await expectNoSideways(page, 'an application that was withdrawn');
  });

  it('shows each language its own desk, and the toggle keeps the place', async () => {
    const page = await signIn(site, email);
    const other = lang === 'en' ? 'fr' : 'en';
    await page.locator(`header a[hreflang="${other}"]`).click();
    expect(await page.locator('html').getAttribute('lang')).toBe(other);
    await page.locator('table, main ul, main article').first().waitFor();
  });
});

describe('the assessor', () => {
  it('reads answers without a name, an address or a résumé anywhere in the page', async () => {
    const page = await signIn(site, 'assessor@sample.example');
    await page.getByRole('link', { name: 'Digital Advisor' }).first().click();
    const table = await page.locator('main').innerHTML();
    expect(table).not.toContain('@sample.example');
    expect(table).not.toMatch(/Specimen|Exemplar|Échantillon/);
    await page.locator('tbody a').first().click();
    await page.waitForURL(/\/applications\/[0-9a-f-]{36}/);
    const application = await page.content();
    expect(
      application
        .replaceAll('assessor@sample.example', '')
        .replaceAll('admin@sample.example', '')
        .replaceAll('gestion@sample.example', ''),
    ).not.toContain('@sample.example');
    await expectAccessible(page, 'an application without identity');
    const resume = await page.goto(`${page.url()}/resume/download`);
    expect(resume?.status()).toBe(403);
  });
});

describe('the other pages of the desk', () => {
  it('are accessible in both languages, wide and narrow', async () => {
    const page = await signIn(site, 'admin@sample.example');
    for (const path of [
      '/en/staff/postings',
      '/fr/personnel/affiches',
      '/en/staff/status',
      '/fr/personnel/etat',
      '/en/staff/outbox',
      '/fr/personnel/boite-d-envoi',
      '/en/staff/sign-in',
      '/fr/personnel/connexion',
    ]) {
      await page.setViewportSize(desktop);
      expect((await page.goto(path))?.status()).toBe(200);
      await expectAccessible(page, path);
      await page.setViewportSize(narrow);
      await expectNoSideways(page, path);
    }
    await page.goto('/en/staff/outbox');
    await page.locator('main a[href*="/outbox/"]').first().click();
    await expectAccessible(page, 'an e-mail of the outbox');
  });
});
