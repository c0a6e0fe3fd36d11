import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideways } from '../support/browser.ts';
import { desktop, narrow, useSite } from '../support/site.ts';

const site = useSite();
const passphrase = 'quatre chevaux bien sages';

/** Pictures of every state, where a folder for them is named. */
const pictures = process.env['SCREENSHOTS'];

const addresses = {
  en: { ask: '/en/accommodation', desk: '/en/staff/accommodation', cases: '/en/my/cases' },
  fr: {
    ask: '/fr/mesures-adaptation',
    desk: '/fr/personnel/mesures-adaptation',
    cases: '/fr/moi/dossiers',
  },
} as const;

/** A page with JavaScript, which axe needs, that shows what another was given: see `look`. */
type Looker = { page: Page; html: string };
let looker: Looker | undefined;

async function openLooker(): Promise<Looker> {
  const opened: Looker = { page: await site.open(), html: '' };
  await opened.page.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ body: opened.html, contentType: 'text/html; charset=utf-8' })
      : route.continue(),
  );
  return opened;
}

/** What was reached without JavaScript, looked at by axe in a page that has it. */
async function look(page: Page, what: string): Promise<void> {
  await page.setViewportSize(narrow);
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${what}-320.png`, fullPage: true });
    await page.setViewportSize(desktop);
    await page.screenshot({ path: `${pictures}/${what}-1280.png`, fullPage: true });
  }
  await page.setViewportSize(desktop);
  // Pages answered to a POST cannot be asked for again: their markup is looked at as it stands.
  looker ??= await openLooker();
  looker.html = await page.content();
  await looker.page.setViewportSize(desktop);
  await looker.page.goto(page.url());
  await expectAccessible(looker.page, what);
  await looker.page.setViewportSize(narrow);
  await expectNoSideways(looker.page, what);
}

const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();

async function signIn(lang: 'en' | 'fr', email: string): Promise<Page> {
  const printed = await site.cli('staff', 'link', email);
  const link = /https?:\/\/\S+/.exec(printed)?.[0] ?? '';
  const page = await site.open({ javaScript: false });
  await page.goto(link);
  await page.locator('main form button[type="submit"]').first().click();
  await page.goto(addresses[lang].desk);
  return page;
}

beforeAll(async () => {
  await site.cli('staff', 'add', 'en@sample.example', '--role', 'custodian', '--lang', 'en');
  await site.cli('staff', 'add', 'fr@sample.example', '--role', 'custodian', '--lang', 'fr');
});

it('sends a custodian to their own section when they sign in', async () => {
  const page = await signIn('en', 'en@sample.example');
  await page.goto('/en/staff/processes');
  expect(page.url()).toContain('/en/staff/accommodation');
});

describe.each(['en', 'fr'] as const)('a story without JavaScript in %s', (lang) => {
  it('goes from a request to an arrangement, and every state is accessible', async () => {
    const at = addresses[lang];
    const custodian = await signIn(lang, `${lang}@sample.example`);
    await look(custodian, `${lang}-desk-no-key`);
    await custodian.goto(`${at.desk}/${lang === 'en' ? 'keys' : 'cles'}`);
    await custodian.locator('#passphrase').fill('short');
    await press(custodian, /^(Make the key|Créer la clé)$/);
    await look(custodian, `${lang}-keys-problem`);
    await custodian.locator('#passphrase').fill(passphrase);
    await custodian.locator('#passphrase-again').fill(passphrase);
    await press(custodian, /^(Make the key|Créer la clé)$/);
    if (lang === 'fr') {
      // Not the first: the other custodian lets it in.
      await look(custodian, 'fr-keys-waiting');
      const first = await signIn('fr', 'en@sample.example');
      await first.locator('#passphrase').fill(passphrase);
      await press(first, /Déverrouiller/);
      await first.goto(`${at.desk}/cles`);
      await look(first, 'fr-keys-admit');
      await press(first, /Admettre/);
      await look(first, 'fr-keys-admitted');
    }
    await custodian.goto(at.desk);
    await custodian.locator('#passphrase').fill('not the one at all');
    await press(custodian, /Unlock|Déverrouiller/);
    await look(custodian, `${lang}-unlock-problem`);
    await custodian.locator('#passphrase').fill(passphrase);
    await press(custodian, /Unlock|Déverrouiller/);

    const candidate = await site.open({ javaScript: false });
    await candidate.goto(at.ask);
    await look(candidate, `${lang}-ask`);
    await press(candidate, /Send the request|Envoyer la demande/);
    await look(candidate, `${lang}-ask-problems`);
    const title = await candidate.locator('#posting option').nth(1).innerText();
    await candidate.locator('#posting').selectOption({ index: 1 });
    await candidate.locator('#help').fill('Screens of dense text take me longer.\n\nDes pauses?');
    await candidate.locator('[name="stages"][value="written"]').check();
    await candidate.locator('#name').fill('Quixotine Vandermolen');
    await candidate.locator('#email').fill(`q-${lang}@sample.example`);
    await press(candidate, /Send the request|Envoyer la demande/);
    const code = await candidate.locator('.case-code').first().innerText();
    expect(code).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
    await look(candidate, `${lang}-case-asked`);

    await custodian.goto(at.desk);
    await look(custodian, `${lang}-desk-list`);
    await custodian.getByRole('link', { name: 'Quixotine' }).first().click();
    await custodian.locator('#message').fill('Bonjour! Would 30 percent do?');
    await custodian.locator('#message').press('Tab');
    await press(custodian, /^(Send|Envoyer)$/);
    await look(custodian, `${lang}-desk-case`);
    await press(custodian, /Preview|Aperçu/);
    await look(custodian, `${lang}-desk-case-problems`);
    await custodian.locator('#more-time').fill('30');
    await custodian.locator('[name="measures"][value="breaks"]').check();
    await custodian.locator('#more-days').fill('3');
    await press(custodian, /Preview|Aperçu/);
    await look(custodian, `${lang}-desk-case-preview`);
    await press(custodian, /Send this proposal|Envoyer cette proposition/);

    await candidate.goto(candidate.url().split('?')[0] ?? '');
    expect(await candidate.locator('.proposal').innerText()).toContain(title);
    expect(await candidate.locator('.proposal').innerText()).toMatch(/30\s?%/);
    await look(candidate, `${lang}-case-proposed`);
    await press(candidate, /I agree|J’accepte/);
    await look(candidate, `${lang}-case-agreed`);
    await candidate.locator('summary').last().click();
    await press(candidate, /^(Delete|Supprimer)$/);
    await look(candidate, `${lang}-case-delete-problem`);

    const other = await site.open({ javaScript: false });
    await other.goto(candidate.url().replace(/\/(do|faire)$/, ''));
    await look(other, `${lang}-door`);
    await other.goto(at.cases);
    await other.locator('#code').fill('wrong');
    await press(other, /^(Open|Ouvrir)$/);
    await look(other, `${lang}-door-problem`);
    await other.locator('#code').fill(code);
    await press(other, /^(Open|Ouvrir)$/);
    expect(await other.locator('main').innerText()).toContain('30');
    await other.goto(at.cases);
    await look(other, `${lang}-cases`);
  }, 600_000);
});

it('prints the recovery key once, and takes it on standard input only', async () => {
  const printed = await site.cli('custodian', 'recovery-key');
  expect(printed.trim()).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
  const list = await site.cli('custodian', 'list');
  expect(list).toContain('recovery key');
  expect(list).not.toContain('SECRET');
});
