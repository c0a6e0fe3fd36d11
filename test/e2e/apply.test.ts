import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleDocx, samplePdf } from '#platform/files/testing';
import { applyPath } from '../support/applicant.ts';
import { expectAccessible, expectNoSideways } from '../support/browser.ts';
import { desktop, narrow, phone, signIn, useSite } from '../support/site.ts';

const site = useSite();
const slugs = {
  en: 'general-applications-send-us-your-resume',
  fr: 'candidatures-spontanees-faites-nous-parvenir-votre-cv',
};

let pdf = '';
let program = '';
let docx = '';
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-e2e-'));
  pdf = join(folder, 'cv-été.pdf');
  program = join(folder, 'cv.pdf.exe');
  docx = join(folder, 'resume.docx');
  await writeFile(pdf, samplePdf('Curriculum vitæ, exemple'));
  await writeFile(program, Buffer.from('MZ\u0090\u0000 this program cannot be run as a résumé'));
  await writeFile(docx, sampleDocx(['Sample résumé']));
});

/** Slugs come from the titles of the sample content, which may be edited: ask the list. */
async function formPath(lang: 'en' | 'fr'): Promise<string> {
  const answer = await fetch(site.origin() + applyPath(lang, slugs[lang]));
  if (answer.status === 200) return applyPath(lang, slugs[lang]);
  const list = await (
    await fetch(`${site.origin()}${lang === 'en' ? '/en/jobs/' : '/fr/emplois/'}`)
  ).text();
  const slug = /href="\/(?:en\/jobs|fr\/emplois)\/([a-z0-9-]+)"/.exec(list)?.[1];
  if (!slug) throw new Error('No posting in the list');
  return applyPath(lang, slug);
}

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`).first();
const send = (page: Page) => page.locator('main form button[type="submit"]').click();

describe.each([
  ['fr', false, phone],
  ['fr', true, phone],
  ['en', false, desktop],
  ['en', true, desktop],
] as const)('applying in %s (JavaScript: %s)', (lang, javaScript, device) => {
  it('keeps everything while it says what to correct, then gives a receipt', async () => {
    const page = await site.open({ javaScript, device });
    const accessible = async (what: string): Promise<void> => {
      if (javaScript) await expectAccessible(page, what);
    };
    await page.goto(await formPath(lang));
    await accessible('the form');

    // Sent empty: each problem is in the summary, leads to its field, and says the same there.
    await send(page);
    const summary = page.locator('.error-summary a');
    expect(await summary.count()).toBe(5);
    for (const link of await summary.all()) {
      const target = (await link.getAttribute('href'))?.slice(1) ?? '';
      expect(await page.locator(`[id="${target}-problem"]`).innerText()).toBe(
        await link.innerText(),
      );
    }
    expect(await page.title()).not.toBe('');
    await accessible('the form with problems');
    await page.setViewportSize(narrow);
    await expectNoSideways(page, 'the form with problems');
    await page.setViewportSize(device);

    // A file that is no document, and a good statement: the text stays, the file is named.
    await field(page, 'name').fill('Zoë L’Écuyer-O’Neil (exemple) مثال 🍁');
    await field(page, 'email').fill('zoe@sample');
    await field(page, 'statement').fill(
      'Parce que j’ai fait ce travail, et que je veux le refaire ici.',
    );
    await field(page, 'resume').setInputFiles(program);
    await send(page);
    expect(await page.locator('#resume-problem').innerText()).toContain('cv.pdf.exe');
    expect(await field(page, 'statement').inputValue()).toContain('Parce que');

    // A good file with an address still wrong: the file is kept, and named.
    await field(page, 'resume').setInputFiles(lang === 'fr' ? pdf : docx);
    await send(page);
    expect(await page.locator('.kept-file').innerText()).toContain(
      lang === 'fr' ? 'cv-été.pdf' : 'resume.docx',
    );
    await accessible('the form with a kept file');

    // All corrected, without choosing the file again.
    await field(page, 'email').fill(`zoe-${lang}@sample.example`);
    await page.locator('[name="consent"]').check();
    await send(page);
    await page.waitForURL(/\/(receipt|accuse-de-reception)\//);
    const reference = /T-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.locator('main').innerText())?.[0];
    expect(reference).toBeDefined();
    expect(await page.locator('main').innerText()).toContain('مثال 🍁');
    await accessible('the receipt');
    await page.setViewportSize(narrow);
    await expectNoSideways(page, 'the receipt');

    // A reload shows the same receipt; going back and sending again makes no second application.
    await page.reload();
    expect(await page.locator('main').innerText()).toContain(reference ?? '?');
    await page.goBack();
    await field(page, 'email').fill(`zoe-${lang}@sample.example`);
    await page.locator('[name="consent"]').check();
    await send(page);
    await page.waitForURL(/\/(receipt|accuse-de-reception)\//);
    expect(await page.locator('main').innerText()).toContain(reference ?? '?');
  });
});

describe('the word counter', () => {
  it('counts as the server does, and speaks the language of the page', async () => {
    const page = await site.open();
    await page.goto(await formPath('fr'));
    await field(page, 'statement').fill('un deux trois l’équipe');
    await page.getByText('296').first().waitFor();
    expect(await page.locator('main').innerText()).toMatch(/296 mots/);
    await expectAccessible(page, 'the form with the counter');
  });
});

describe('a double click', () => {
  it('makes one application', async () => {
    const page = await site.open();
    await page.goto(await formPath('en'));
    await field(page, 'name').fill('Sample Double');
    await field(page, 'email').fill('double@sample.example');
    await field(page, 'statement').fill('Twice, by accident.');
    await field(page, 'resume').setInputFiles(pdf);
    await page.locator('[name="consent"]').check();
    await page.locator('main form button[type="submit"]').dblclick();
    await page.waitForURL(/\/receipt\//);
    await site.cli('staff', 'add', 'checker@sample.example', '--role', 'admin');
    const desk = await signIn(site, 'checker@sample.example');
    await desk.goto('/en/staff/outbox');
    const receipts = desk.getByText('double@sample.example');
    expect(await receipts.count()).toBe(1);
  });
});
