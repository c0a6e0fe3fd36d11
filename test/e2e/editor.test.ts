import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideways } from '../support/browser.ts';
import { desktop, narrow, phone, signIn, useSite } from '../support/site.ts';

const folder = await mkdtemp(join(tmpdir(), 'tandem-e2e-editor-'));
await cp(join(import.meta.dirname, '../../content'), folder, { recursive: true });
const site = useSite({ TANDEM_CONTENT: folder });

const email = 'author@sample.example';
const english = join(folder, 'en/jobs/software-developer-forms-and-notifications.md');
const shots = process.env['TANDEM_TEST_SHOTS'];
const shoot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
};

let edit: string;
beforeAll(async () => {
  await site.cli('staff', 'add', email, '--role', 'manager', '--name', 'Camille Auteure');
});

async function openEditor(page: Page, lang: 'en' | 'fr'): Promise<void> {
  if (!edit) {
    await page.goto('/en/staff/postings');
    const row = page.locator('tr', { hasText: 'software-developer-forms-and-notifications.md' });
    await row.locator('a', { hasText: 'History' }).click();
    await page.locator('a', { hasText: /^Edit$/ }).click();
    edit = new URL(page.url()).pathname;
  }
  await page.goto(edit);
  if (lang === 'fr') await page.locator('.lang-toggle').click();
}

describe('with JavaScript', () => {
  it('finds while one writes, marks the line, leads to it, and asks before leaving', async () => {
    const page = await signIn(site, email, desktop);
    await openEditor(page, 'fr');
    await shoot(page, 'fr-desktop-open');
    const body = page.locator('#fr-body');
    await body.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n\nUn paragraphe de plus : voir   ici.');
    const summary = page.locator('#findings');
    const before = await summary.textContent();
    await page.locator('#findings-fr .finding.is-here').first().waitFor();
    expect(await summary.textContent()).not.toBe(before);
    // The focus stays where one writes; the count is announced.
    expect(await page.evaluate('document.activeElement.id')).toBe('fr-body');
    expect(await page.locator('[role=status]').last().textContent()).toMatch(/erreur/);
    await expectAccessible(page, 'live findings');
    await shoot(page, 'fr-desktop-findings');
    await page.locator('#findings-fr .finding.is-here a').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('fr-body');
    let asked = 0;
    page.on('dialog', (dialog) => {
      asked += 1;
      void dialog.dismiss();
    });
    await page.goto('/fr/personnel/affiches').catch(() => {});
    expect(asked).toBe(1);
    expect(await body.inputValue()).toContain('Un paragraphe de plus');
  });

  it('is usable at 320 px and on a phone, in both languages', async () => {
    for (const device of [narrow, phone]) {
      const page = await signIn(site, email, device);
      for (const lang of ['en', 'fr'] as const) {
        await openEditor(page, lang);
        await expectNoSideways(page, `editor in ${lang}`);
        await expectAccessible(page, `editor in ${lang}`);
        await shoot(page, `${lang}-${device.width}`);
      }
    }
  });
});

describe('without JavaScript', () => {
  it('checks, previews, tells of a conflict, and saves', async () => {
    const signed = await signIn(site, email);
    await openEditor(signed, 'en');
    const page = await site.open({ javaScript: false });
    await page.context().addCookies(await signed.context().cookies());
    await page.goto(edit);
    const title = page.locator('#en-title');
    await title.fill('Software Developer: Forms');
    await page.locator('button', { hasText: 'Check' }).click();
    expect(new URL(page.url()).hash).toBe('#findings');
    expect(await title.inputValue()).toBe('Software Developer: Forms');
    expect(await page.locator('.finding').count()).toBeGreaterThan(0);
    await page.locator('button', { hasText: 'Preview' }).click();
    const frame = page.frameLocator('iframe[title="Preview in English"]');
    expect(await frame.locator('h1').textContent()).toBe('Software Developer: Forms');
    await page.locator('iframe[title="Preview in French"]').scrollIntoViewIfNeeded();
    await shoot(page, 'en-preview');

    const theirs = (await readFile(english, 'utf8')).replace('A parent enrols', 'Someone enrols');
    await writeFile(english, theirs);
    await page.locator('button', { hasText: 'Save' }).click();
    expect(await page.locator('main').textContent()).toContain('nothing was saved');
    expect(await page.locator('.change').count()).toBeGreaterThan(0);
    await shoot(page, 'en-conflict');
    await page.locator('#en-body').fill('## Work\n\nSomeone enrols a child.');
    await page.locator('button', { hasText: 'Save' }).click();
    expect(new URL(page.url()).search).toBe('?told=saved');
    const saved = await readFile(english, 'utf8');
    expect(saved).toContain("title: 'Software Developer: Forms'");
    expect(saved).toContain('Someone enrols a child.');
    expect(saved).toContain('translationKey: software-developer-forms-notifications\n');
  });

  it('has a conflict page and a new-posting page without barriers', async () => {
    const page = await signIn(site, email, phone);
    await page.goto(edit);
    await writeFile(english, (await readFile(english, 'utf8')).replace('a child', 'a pupil'));
    await page.locator('#en-title').fill('Developer');
    await page.locator('button', { hasText: 'Save' }).click();
    await page.waitForLoadState();
    expect(await page.locator('h2', { hasText: 'nothing was saved' }).count()).toBe(1);
    await expectAccessible(page, 'conflict');
    await expectNoSideways(page, 'conflict');
    await page.locator('button', { hasText: 'Preview' }).click();
    await expectAccessible(page, 'preview');
    await expectNoSideways(page, 'preview');
    await shoot(page, 'en-phone-preview');
    const fresh = await signIn(site, email, narrow);
    await fresh.goto('/fr/personnel/nouvelle-affiche');
    await fresh.locator('main form button').click();
    await expectAccessible(fresh, 'new posting with problems');
    await expectNoSideways(fresh, 'new posting');
    await shoot(fresh, 'fr-new');
  });
});
