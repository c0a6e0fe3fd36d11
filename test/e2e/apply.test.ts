import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleDocx, samplePdf } from '#platform/files/testing';
import { applyPath } from '../support/applicant.ts';
import { expectAccessible, expectNoSideways, press } from '../support/browser.ts';
import { type Device, desktop, narrow, phone, signIn, useSite } from '../support/site.ts';

const site = useSite();
/** A posting with its own questions, documents and preference, and one with nothing of its own. */
const slugs = {
  own: {
    en: 'digital-advisor-research-and-service-improvement',
    fr: 'conseillere-ou-conseiller-numerique-recherche-et-amelioration-des-services',
  },
  plain: {
    en: 'general-applications-send-us-your-resume',
    fr: 'candidatures-spontanees-faites-nous-parvenir-votre-cv',
  },
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

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`).first();
/** Presses the last that fits. */
const pressLast = (page: Page, button: string) => press(page, page.locator(button).last());
const next = (page: Page) => pressLast(page, 'main form button[value="next"]');
const send = (page: Page) => pressLast(page, 'main form button[type="submit"]');

async function lookAt(page: Page, what: string, device: Device, javaScript: boolean) {
  if (javaScript) await expectAccessible(page, what);
  await page.setViewportSize(narrow);
  await expectNoSideways(page, what);
  await page.setViewportSize(device);
  expect(await page.title(), what).toMatch(/not submitted|non envoyée|Apply|Postuler/);
}

/** Each problem is in the summary, leads to its field, and says the same there. */
async function expectProblems(page: Page, count: number): Promise<void> {
  const summary = page.locator('.error-summary a');
  expect(await summary.count()).toBe(count);
  for (const link of await summary.all()) {
    const target = (await link.getAttribute('href'))?.slice(1) ?? '';
    expect(await page.locator(`[id="${target}-problem"]`).innerText()).toBe(await link.innerText());
  }
}

describe.each([
  ['fr', false, phone],
  ['fr', true, phone],
  ['en', false, desktop],
  ['en', true, desktop],
] as const)('applying in %s (JavaScript: %s)', (lang, javaScript, device) => {
  it('goes step by step, keeps everything while it says what to correct, then gives a receipt', async () => {
    const page = await site.open({ javaScript, device });
    const look = (what: string) => lookAt(page, what, device, javaScript);
    await page.goto(applyPath(lang, slugs.own[lang]));
    await look('the first step');

    await next(page);
    await expectProblems(page, 2);
    await look('the first step with problems');
    await field(page, 'name').fill('Zoë L’Écuyer-O’Neil (exemple) مثال 🍁');
    await field(page, 'email').fill('zoe@sample');
    await next(page);
    await expectProblems(page, 1);
    expect(await field(page, 'name').inputValue()).toContain('مثال 🍁');
    await field(page, 'email').fill(`zoe-${lang}@sample.example`);
    await next(page);

    // One question a page, as many as the process asks.
    let questions = 0;
    while ((await page.locator('textarea[name="samples"]').count()) === 0) {
      questions += 1;
      if (questions <= 2) await look(`question ${questions}`);
      if (questions === 2) {
        await next(page);
        await expectProblems(page, 1);
        await look('a question with a problem');
      }
      await page
        .locator('main textarea')
        .fill(`Réponse ${questions} : parce que j’ai fait ce travail.`);
      await next(page);
    }
    expect(questions).toBe(7);

    await look('the documents');
    await field(page, 'resume').setInputFiles(program);
    await next(page);
    expect(await page.locator('#resume-problem').innerText()).toContain('cv.pdf.exe');
    await look('the documents with a problem');
    await field(page, 'resume').setInputFiles(lang === 'fr' ? pdf : docx);
    await field(page, 'samples').fill('nowhere at all');
    await next(page);
    expect(await page.locator('.kept-file').innerText()).toContain(
      lang === 'fr' ? 'cv-été.pdf' : 'resume.docx',
    );
    await look('the documents with a kept file');
    await field(page, 'samples').fill('');
    await next(page);

    await look('the languages');
    await next(page);
    await expectProblems(page, 1);
    await page.locator('[name="assessment"][value="both"]').check();
    await next(page);

    await look('the order of preference');
    await next(page);
    await expectProblems(page, 3);
    await look('the order of preference with problems');
    // Left half done: the list of parts says so, and leads back.
    await pressLast(page, 'main form button[value="later"]');
    await look('the list of parts');
    expect(await page.locator('.task-list li').count()).toBe(12);
    await pressLast(page, 'main .actions a');
    await page.locator('[name="citizenship"][value="citizen"]').check();
    await page.locator('[name="veteran"][value="no"]').check();
    await page.locator('[name="priority"][value="no"]').check();
    await next(page);

    await look('checking');
    // A change leads there and back.
    await pressLast(
      page,
      '.answers-heading a[href*="statement"], .answers-heading a[href*="presentation"]',
    );
    await page.locator('main textarea').fill('Corrigé à la vérification.');
    await next(page);
    expect(await page.locator('main').innerText()).toContain('Corrigé à la vérification.');
    await send(page);
    await expectProblems(page, 1);
    await page.locator('[name="consent"]').check();
    await send(page);
    await page.waitForURL(/\/(receipt|accuse-de-reception)\//);
    const reference = /T-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.locator('main').innerText())?.[0];
    expect(reference).toBeDefined();
    expect(await page.locator('main').innerText()).toContain('مثال 🍁');
    if (javaScript) await expectAccessible(page, 'the receipt');
    await page.setViewportSize(narrow);
    await expectNoSideways(page, 'the receipt');

    // A reload shows the same receipt; going back and sending again makes no second application.
    await page.reload();
    expect(await page.locator('main').innerText()).toContain(reference ?? '?');
    await page.goBack();
    await page.locator('[name="consent"]').check();
    await send(page);
    expect(await page.locator('main').innerText()).toContain(reference ?? '?');
  });
});

describe('the word counter', () => {
  it('counts as the server does, and speaks the language of the page', async () => {
    const page = await site.open();
    await page.goto(applyPath('fr', slugs.plain.fr));
    await field(page, 'name').fill('Sample Counter');
    await field(page, 'email').fill('counter@sample.example');
    await next(page);
    await field(page, 'statement').fill('un deux trois l’équipe');
    await page.getByText('296').first().waitFor();
    expect(await page.locator('main').innerText()).toMatch(/296 mots/);
    await expectAccessible(page, 'the form with the counter');
  });
});

/** Begins a draft of the plain posting and stops at its statement. */
async function beginDraft(page: Page, email: string): Promise<void> {
  await page.goto(applyPath('en', slugs.plain.en));
  await field(page, 'name').fill('Sample Draft');
  await field(page, 'email').fill(email);
  await next(page);
  await page.waitForURL(/\/statement$/);
}

describe('a draft', () => {
  it('is saved from the first field on while the person writes, and says so', async () => {
    const page = await site.open();
    await page.goto(applyPath('en', slugs.plain.en));
    await field(page, 'name').fill('Sample Autosave');
    await page.getByText(/Draft saved at .* It is not submitted/).waitFor();
    expect(page.url()).toMatch(/\/draft\/[0-9a-f-]{36}\/contact$/);
    await page.reload();
    expect(await field(page, 'name').inputValue()).toBe('Sample Autosave');
    await field(page, 'email').fill('autosave@sample.example');
    await next(page);
    await page.waitForURL(/\/statement$/);
  });

  it.each([true, false])(
    'is never written over by another tab: both versions are shown (JavaScript: %s)',
    async (javaScript) => {
      const one = await site.open({ javaScript: false });
      await beginDraft(one, `two-tabs-${javaScript}@sample.example`);
      const two = await site.open({ javaScript });
      await two.goto(one.url());
      await field(one, 'statement').fill('From the first tab.');
      await next(one);
      await one.waitForURL(/\/documents$/);
      await field(two, 'statement').fill('From the second tab.');
      if (javaScript) {
        await two.getByText('saved in another tab or on another device').waitFor();
      }
      await next(two);
      const main = two.locator('main');
      await main.getByText('What you just wrote here').waitFor();
      expect(await main.innerText()).toContain('From the first tab.');
      expect(await main.innerText()).toContain('From the second tab.');
      if (javaScript) await expectAccessible(two, 'two versions');
      await two.setViewportSize(narrow);
      await expectNoSideways(two, 'two versions');
      await two.locator('button[value="next"]').click();
      await two.waitForURL(/\/documents$/);
      await one.goto(two.url().replace(/[^/]+$/, 'statement'));
      expect(await field(one, 'statement').inputValue()).toBe('From the second tab.');
    },
  );
});

describe('a double click', () => {
  it('makes one application', async () => {
    const page = await site.open();
    await beginDraft(page, 'double@sample.example');
    await field(page, 'statement').fill('Twice, by accident.');
    await page.locator('main form button[value="next"]').dblclick();
    await page.waitForURL(/\/documents$/);
    await field(page, 'resume').setInputFiles(pdf);
    await next(page);
    await page.waitForURL(/\/languages$/);
    await next(page);
    await page.waitForURL(/\/check$/);
    await page.locator('[name="consent"]').check();
    await page.locator('main form button[type="submit"]').last().dblclick();
    await page.waitForURL(/\/receipt\//);
    await site.cli('staff', 'add', 'checker@sample.example', '--role', 'admin');
    const desk = await signIn(site, 'checker@sample.example');
    await desk.goto('/en/staff/outbox');
    const receipts = desk.getByRole('row', { name: /Application received.*|double@sample/ });
    const received = receipts.filter({ hasText: 'double@sample.example' });
    expect(await received.filter({ hasText: 'received' }).count()).toBe(1);
  });
});
