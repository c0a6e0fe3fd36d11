import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { makeApplication } from '../self-declaration/make-application.ts';
import { expectAccessible, expectNoSideways } from '../support/browser.ts';
import { createTestDatabase } from '../support/database.ts';
import { lastEmail } from '../support/emails.ts';
import { decide, writeNotice } from '../support/notices.ts';
import { type Device, desktop, narrow, phone, useSite } from '../support/site.ts';

const database = await createTestDatabase();
// Before the site's own, so that it is done last: nobody is connected any more then.
afterAll(() => database.drop());
const site = useSite({
  ...database.env,
});

const shots = process.env['TANDEM_SHOTS'];
type Lang = 'en' | 'fr';
const mine = { en: '/en/my/applications', fr: '/fr/moi/candidatures' };
const words = {
  en: {
    received: 'We have your application',
    out: 'Your application was not screened in',
    withdrawn: 'You have withdrawn this application',
  },
  fr: {
    received: 'Nous avons votre candidature',
    out: 'Votre candidature n’a pas été retenue à la présélection',
    withdrawn: 'Vous avez retiré cette candidature',
  },
};

type Visit = { page: Page; lang: Lang; look(what: string): Promise<void> };

/** A page whose every state is looked at: with axe where scripts run, and never wider than it is. */
async function visit(lang: Lang, device: Device, javaScript: boolean): Promise<Visit> {
  const page = await site.open({ device, javaScript });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const look = async (what: string): Promise<void> => {
    const file = `${shots}/s-${lang}-${device.width}-${what}.png`;
    if (shots) await page.screenshot({ path: file, fullPage: true });
    await expectNoSideways(page, what);
    if (javaScript) await expectAccessible(page, what);
  };
  return { page, lang, look };
}

/** An application to a sample posting, whose candidate is signed in and sees it in their list. */
async function signedIn({ page, lang }: Visit) {
  const { posting_id } = await database.db
    .selectFrom('posting_slugs')
    .where('slug', '=', 'software-developer-forms-and-notifications')
    .select('posting_id')
    .executeTakeFirstOrThrow();
  const made = await makeApplication(database.db, posting_id);
  await database.db
    .insertInto('application_events')
    .values({
      application_id: made.applicationId,
      kind: 'submitted',
      actor_kind: 'candidate',
      actor_id: null,
      detail: '{}',
      happened_at: new Date(),
    })
    .execute();
  await page.goto(mine[lang]);
  await page.locator('input[name="email"]').fill(made.email);
  await page.locator('main form button[type="submit"]').first().click();
  await page.waitForURL(/sent|envoi/);
  await page.goto((await lastEmail(database.db, made.email))?.url ?? '');
  await page.locator('main form button[type="submit"]').first().click();
  await page.waitForURL(new RegExp(`${mine[lang]}$`));
  return made;
}

const says = async ({ page }: Visit, text: string): Promise<void> =>
  expect(await page.locator('main').textContent()).toContain(text);

const criteria = [
  ['essential', 'met', 'Experience building web applications', 'Expérience de la création d’applications Web', ''],
  ['essential', 'not-met', 'Experience with the accessibility of web content, by the rules of WCAG 2.1 AA', 'Expérience de l’accessibilité des contenus Web, selon les règles WCAG 2.1 AA', 'Votre texte parle de vérifications automatiques. Le critère demande aussi des essais avec des technologies d’assistance.'],
  ['asset', 'not-assessed', 'Experience with public services', 'Expérience des services publics', ''],
] as const; // prettier-ignore

async function tell(applicationId: string): Promise<void> {
  const { db } = database;
  const decisionId = await decide(db, applicationId, {
    reason: 'experience-not-shown',
    words:
      'Merci du soin que vous avez mis à votre candidature.\n\nElle nous a permis de bien suivre votre parcours.',
    lang: 'fr',
  });
  await db
    .insertInto('screening_findings')
    .values(
      criteria.map(([kind, result, text_en, text_fr, said], place) => ({
        decision_id: decisionId,
        criterion: `criterion-${place}`,
        place,
        kind,
        result,
        text_en,
        text_fr,
        words: said,
      })),
    )
    .execute();
  await writeNotice(db, applicationId, {
    decisionId,
    lang: 'fr',
    subject: 'Votre candidature au poste de développement frontal',
    body: 'Bonjour,\n\nNous avons étudié votre candidature avec attention. Elle n’est pas retenue à la présélection.\n\nLe relevé de décision se trouve sur votre page.\n\nL’équipe d’embauche',
    leftAt: new Date(),
  });
}

describe.each([
  ['fr', narrow, false],
  ['fr', phone, true],
  ['en', desktop, true],
] as const)('%s, %o, JavaScript: %s', (lang, device, javaScript) => {
  it('goes from the list to the record of decision and an informal discussion', async () => {
    const here = await visit(lang, device, javaScript);
    const { page, look } = here;
    const { applicationId } = await signedIn(here);
    await look('mine');
    await page.locator('main .own-list a').click();
    await says(here, words[lang].received);
    await look('received');

    await tell(applicationId);
    await page.reload();
    await says(here, words[lang].out);
    await says(here, 'technologies d’assistance');
    await look('record');
    // On paper: the record, and none of the ways on.
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.own-ways').isVisible()).toBe(false);
    expect(await page.locator('.record-findings').first().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    // The timeline leads to the notice that it speaks of.
    await page.locator('.timeline a').first().click();
    expect(page.url()).toContain('#notice-');

    await page.locator('main a[href$="?about=informal-discussion"]').click();
    await page.waitForURL(/about=informal-discussion/);
    await look('discussion');
    await page.locator('textarea').fill('mot '.repeat(900));
    await page.locator('main form button[type="submit"]').click();
    await page.locator('.error-summary a').click();
    await look('discussion-problem');
    expect(await page.locator('textarea').inputValue()).toMatch(/^mot mot/);
    await page.locator('textarea').fill('Mardi matin me convient.');
    await page.locator('main form button[type="submit"]').click();
    await page.waitForURL(/told=discussion/);
    await look('discussion-asked');
    await page.locator('.breadcrumbs a').last().click();
    await look('record-asked');
    expect(await page.locator('main a[href$="?about=informal-discussion"]').count()).toBe(0);
  });

  it('withdraws with the keyboard alone, and is confirmed', async () => {
    const here = await visit(lang, device, javaScript);
    const { page, look } = here;
    const { email } = await signedIn(here);
    const press = async (target: string): Promise<void> => {
      for (let count = 0; count < 60; count += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(target)})`)) {
          await page.keyboard.press('Enter');
          return;
        }
      }
      throw new Error(`The keyboard does not come to ${target}`);
    };
    await press('main .own-list a');
    await page.waitForURL(/(applications|candidatures)\/[\w-]+$/);
    await press('main a[href$="/withdrawal"], main a[href$="/desistement"]');
    await page.waitForURL(/withdrawal|desistement/);
    await look('withdraw');
    await press('main form button');
    await page.waitForURL(/told=withdrawn/);
    await says(here, words[lang].withdrawn);
    await look('withdrawn');
    const confirmed = await database.db
      .selectFrom('emails')
      .select('kind')
      .where('recipient', '=', email)
      .where('kind', '=', 'application-withdrawn')
      .execute();
    expect(confirmed).toHaveLength(1);
    await page.goto(mine[lang]);
    await look('mine-withdrawn');
  });
});

it('says the same where there is no such application as where it is another’s', async () => {
  const here = await visit('fr', phone, true);
  await signedIn(here);
  const { page } = here;
  const other = await site.open({ device: phone });
  await signedIn({ ...here, page: other });
  const theirs = await other.locator('main .own-list a').getAttribute('href');
  expect((await page.goto(theirs ?? ''))?.status()).toBe(404);
  const said = await page.locator('main').textContent();
  await expectAccessible(page, 'not theirs');
  expect((await page.goto(`${mine.fr}/T-0000-0000`))?.status()).toBe(404);
  expect(await page.locator('main').textContent()).toBe(said);
});
