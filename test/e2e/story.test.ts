import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { samplePdf } from '#platform/files/testing';
import { expectAccessible, expectNoSideways, press } from '../support/browser.ts';
import { createTestDatabase } from '../support/database.ts';
import { type Device, desktop, narrow, phone, signIn, useSite } from '../support/site.ts';

const database = await createTestDatabase();
// Before the site's own, so that it is done last: nobody is connected any more then.
afterAll(() => database.drop());
const site = useSite({
  ...database.env,
  TANDEM_NOTICE_UNDO_MINUTES: '0',
});

type Lang = 'en' | 'fr';
const words = {
  en: {
    jobs: '/en/jobs/',
    applications: '/en/my/applications',
    title: 'Digital Advisor',
    apply: 'a[href$="/apply"]',
    questions: /\/questions/,
    received: 'We have your application',
    out: 'Your application was not screened in',
    discussion: 'a[href$="?about=informal-discussion"]',
    said: 'Two of the essential criteria need an example of your own.',
    why: 'Your answer tells what the team did; tell what you did.',
  },
  fr: {
    jobs: '/fr/emplois/',
    applications: '/fr/moi/candidatures',
    title: 'Conseillère ou conseiller numérique',
    apply: 'a[href$="/postuler"]',
    questions: /\/questions/,
    received: 'Nous avons votre candidature',
    out: 'Votre candidature n’a pas été retenue à la présélection',
    discussion: 'a[href$="?about=informal-discussion"]',
    said: 'Deux des critères essentiels demandent un exemple bien à vous.',
    why: 'Votre réponse raconte le travail de l’équipe; racontez le vôtre.',
  },
} as const;

/** A line of the countryside: 400 kbit/s down, 200 up, 300 ms there and back. */
const slowLine = { latency: 300, downloadThroughput: 50_000, uploadThroughput: 25_000 };

type Visitor = { page: Page; lang: Lang; look(what: string): Promise<void> };

async function visit(
  lang: Lang,
  device: Device,
  options: { javaScript: boolean; slow: boolean },
): Promise<Visitor> {
  const { javaScript, slow } = options;
  const page = await site.open({ device, javaScript });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  if (slow) {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', { offline: false, ...slowLine });
  }
  const shots = process.env['TANDEM_SHOTS'];
  let number = 0;
  const look = async (what: string): Promise<void> => {
    number += 1;
    const file = `${shots}/story-${lang}-${device.width}-${javaScript}-${number}-${what}.png`;
    if (shots) await page.screenshot({ path: file, fullPage: true });
    await expectNoSideways(page, what);
    if (!javaScript) return;
    await expectAccessible(page, what);
    expect(await moving(page), `${what}: something moves`).toEqual([]);
  };
  return { page, lang, look };
}

/** What moves on the page, though its reader asked for less of it. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(
    `document.getAnimations().map((one) => one.animationName ?? one.transitionProperty)`,
  );
}

/** Fills in whatever a step of the form asks for. */
async function fillStep({ page, lang }: Visitor, email: string): Promise<void> {
  for (const [field, value] of [
    ['name', { en: 'Robin Specimen', fr: 'Noémie L’Échantillon' }[lang]],
    ['email', email],
  ] as const) {
    const input = page.locator(`main input[name="${field}"]`);
    if ((await input.count()) > 0) await input.fill(value);
  }
  for (const area of await page.locator('main textarea:not([name="samples"])').all()) {
    await area.fill(
      { en: 'I asked the people at the counter.', fr: 'J’ai demandé aux gens au guichet.' }[lang],
    );
  }
  const resume = page.locator('main input[type="file"][name="resume"]');
  if ((await resume.count()) > 0) {
    await resume.setInputFiles({
      name: 'cv.pdf',
      mimeType: 'application/pdf',
      buffer: samplePdf('Curriculum vitæ'),
    });
  }
  const groups = new Set<string>();
  for (const radio of await page.locator('main input[type="radio"]').all()) {
    const group = (await radio.getAttribute('name')) ?? '';
    if (!groups.has(group)) await radio.check();
    groups.add(group);
  }
  const correspondence = page.locator(`main [name="correspondence"][value="${lang}"]`);
  if ((await correspondence.count()) > 0) await correspondence.check();
}

async function apply(visitor: Visitor, email: string): Promise<string> {
  const { page, lang, look } = visitor;
  const w = words[lang];
  await page.goto(w.jobs);
  await look('jobs');
  await press(page, page.getByRole('link', { name: w.title }).first());
  await look('posting');
  await press(page, page.locator(`main ${w.apply}`).first());
  while (!/\/(check|verification)$/.test(page.url())) {
    await fillStep(visitor, email);
    await press(page, page.locator('main form button[value="next"]'));
    expect(await page.locator('.error-summary').count(), page.url()).toBe(0);
  }
  await look('check');
  await page.locator('[name="consent"]').check();
  await press(page, page.locator('main form button[type="submit"]').last());
  await look('receipt');
  const receipt = await page.locator('main').innerText();
  return /T-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt)?.[0] ?? 'no reference';
}

/** The path of the private link in an e-mail of a kind, which leaves when its time has come. */
async function linkTo(email: string, kind: string): Promise<string> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    const sent = await database.db
      .selectFrom('emails')
      .select('text_body')
      .where('recipient', '=', email)
      .where('kind', '=', kind)
      .orderBy('created_at', 'desc')
      .executeTakeFirst();
    const links = sent?.text_body.match(/https?:\S+/g) ?? [];
    const link = links.find((one) => /confirm/.test(one));
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`No ${kind} to ${email}`);
}

/** The manager screens one application out, criterion by criterion, and tells its candidate. */
async function decideAndTell(lang: Lang, reference: string, key: string): Promise<void> {
  const w = words[lang];
  const manager = `manager-${key}@sample.example`;
  await site.cli('staff', 'add', manager, '--role', 'manager', '--lang', lang);
  const page = await signIn(site, manager, desktop);
  await press(page, page.getByRole('link', { name: w.title }).first());
  await press(page, page.locator('main tr', { hasText: reference }).getByRole('link').first());
  await page.locator('[name="reason"][value="essential-not-shown"]').check();
  await page.locator('[name="words"]').fill(w.said);
  const names = await page
    .locator('main input[type="radio"][name^="finding-"]')
    .evaluateAll((inputs) => [...new Set(inputs.map((input) => input.getAttribute('name') ?? ''))]);
  expect(names.length).toBeGreaterThan(3);
  for (const [at, finding] of names.entries()) {
    const result = at < 2 ? 'not-met' : 'met';
    await page.locator(`[name="${finding}"][value="${result}"]`).check();
    if (at < 2) {
      const why = page.locator('.judged', { has: page.locator(`[name="${finding}"]`) });
      await why.locator('textarea').fill(w.why);
    }
  }
  const form = page.locator('form', { has: page.locator('[name="words"]') }).first();
  await press(page, form.locator('button[type="submit"]'));
  expect(await page.locator('.error-summary').count()).toBe(0);

  // Before anybody is told, the process has a letter to send.
  await press(page, page.locator('main a[href*="/notices"], main a[href*="/avis"]').first());
  await page.locator('input[name="template"][value="screened-out"]').check();
  await press(page, page.locator('main button[value="list"]').first());
  for (const box of await page.locator('input[name="chosen"]').all()) await box.uncheck();
  await page.getByRole('checkbox', { name: reference }).check();
  await press(page, page.locator('main button[value="preview"]').first());
  expect(await page.locator('main').innerText()).toContain(w.said);
  await press(page, page.locator('main button[value="confirm"]').first());
  expect(await page.locator('.error-summary').count()).toBe(0);
}

describe.each([
  ['fr', narrow, { javaScript: false, slow: false }],
  ['fr', phone, { javaScript: true, slow: true }],
  ['en', desktop, { javaScript: true, slow: false }],
  ['en', phone, { javaScript: false, slow: true }],
] as const)('a candidate in %s, %o, %o', (lang, device, options) => {
  it('goes from reading a posting to the record of the decision, and asks to talk about it', async () => {
    const w = words[lang];
    const key = `${lang}-${device.width}`;
    const email = `story-${key}@sample.example`;
    const visitor = await visit(lang, device, options);
    const { page, look } = visitor;
    const reference = await apply(visitor, email);

    // Signed in by the link that an e-mail brings, on the same phone.
    await page.goto(w.applications);
    await look('sign-in');
    await page.locator('main input[name="email"]').fill(email);
    await press(page, page.locator('main form button[type="submit"]').first());
    await page.goto(await linkTo(email, 'candidate-sign-in'));
    await press(page, page.locator('main form button[type="submit"]').first());
    await look('applications');
    await press(page, page.locator('main .own-list a').first());
    await look('received');
    expect(await page.locator('main').innerText()).toContain(w.received);
    expect(await page.locator('main').innerText()).toContain(reference);

    await decideAndTell(lang, reference, key);
    await page.goto(await linkTo(email, 'notice'));
    const open = page.locator('main form button[type="submit"]');
    if ((await open.count()) > 0 && /confirm/.test(page.url())) await press(page, open.first());
    await look('record');
    const told = await page.locator('main').innerText();
    for (const part of [w.out, w.said, w.why]) expect(told).toContain(part);

    await press(page, page.locator(`main ${w.discussion}`).first());
    await look('discussion');
    await page
      .locator('main textarea')
      .fill({ en: 'Any morning suits me.', fr: 'Le matin me convient.' }[lang]);
    await press(page, page.locator('main form button[type="submit"]').last());
    await look('asked');
    expect(await page.locator('.error-summary').count()).toBe(0);
  });
});
