import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pairSources } from '#hiring/postings/testing';
import { AppBrowser } from '../support/app-browser.ts';
import { hiddenFields } from '../support/html.ts';
import { decide, writeNotice } from '../support/notices.ts';
import { type Sent, type StandingSite, origin, pageOf, plainOf, startStanding } from './harness.ts';

let site: StandingSite;
beforeAll(async () => {
  site = await startStanding({ ...pairSources('other') });
});
afterAll(() => site.close());
const db = () => site.intake.database.db;

let count = 0;
async function somebody(slug?: string): Promise<{ sent: Sent; browser: AppBrowser }> {
  count += 1;
  const email = `leaves-${count}@sample.example`;
  const sent = await site.apply(email, slug);
  return { sent, browser: await site.signIn(email) };
}
const statusOf = async ({ id }: Sent) =>
  (await db().selectFrom('applications').select('status').where('id', '=', id).executeTakeFirst())
    ?.status;
const confirmations = ({ email }: Sent) =>
  db()
    .selectFrom('emails')
    .selectAll()
    .where('recipient', '=', email)
    .where('kind', '=', 'application-withdrawn')
    .execute();
const told = (browser: AppBrowser, path: string) => pageOf(browser, path).then(plainOf);

describe('withdrawing', () => {
  it('says what it means, is done once, and is confirmed in the candidate’s language', async () => {
    const { sent, browser } = await somebody();
    await db()
      .updateTable('applications')
      .set({ correspondence_lang: 'fr' })
      .where('id', '=', sent.id)
      .execute();
    const path = `${sent.en}/withdrawal`;
    const page = await pageOf(browser, path);
    expect(plainOf(page)).toContain('It cannot be undone.');
    expect(plainOf(page)).toContain('Until November 30, 2026 at 11:59 pm');
    expect(page).toContain('href="/en/privacy"');
    expect(plainOf(page)).not.toContain('A new version that you began');
    const form = hiddenFields(page);
    const twice = await Promise.all([browser.post(path, form), browser.post(path, form)]);
    for (const answer of [...twice, await browser.post(path, form)]) {
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(`${sent.en}?told=withdrawn`);
    }
    expect(await statusOf(sent)).toBe('withdrawn');
    const events = await db()
      .selectFrom('application_events')
      .select('kind')
      .where('application_id', '=', sent.id)
      .orderBy('id')
      .execute();
    expect(events.map(({ kind }) => kind)).toEqual(['submitted', 'withdrawn']);
    const [email, ...more] = await confirmations(sent);
    expect(more).toEqual([]);
    expect(email?.subject).toBe(`Vous avez retiré votre candidature (${sent.reference})`);
    expect(email?.text_body).toContain(`${origin}${sent.fr}`);

    const after = await told(browser, `${sent.en}?told=withdrawn`);
    expect(after).toContain('Your application is withdrawn.');
    expect(after).toContain('You withdrew your application');
    expect(after).not.toContain('Withdraw your application');
    expect(await told(browser, '/fr/moi/candidatures')).toContain('Désistement');
    // The words of what was just done are for whoever did it: not for a link that says so.
    const other = await somebody();
    expect(await told(other.browser, `${other.sent.en}?told=withdrawn`)).not.toContain(
      'Your application is withdrawn.',
    );
  });

  it('leads back where there is nothing to withdraw, and changes nothing', async () => {
    const out = await somebody();
    const path = `${out.sent.fr}/desistement`;
    const form = hiddenFields(await pageOf(out.browser, path));
    const decisionId = await decide(db(), out.sent.id);
    await writeNotice(db(), out.sent.id, { decisionId, leftAt: site.intake.now.value });
    for (const answer of [await out.browser.get(path), await out.browser.post(path, form)]) {
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(out.sent.fr);
    }
    expect(await statusOf(out.sent)).toBe('screened-out');
    expect(await told(out.browser, out.sent.fr)).not.toContain('Retirer votre candidature');
    expect(await confirmations(out.sent)).toEqual([]);
  });

  it('is possible while nobody was told of a decision, and after a good one', async () => {
    for (const [outcome, leftAt] of [
      ['screened-out', null],
      ['screened-in', site.intake.now.value],
    ] as const) {
      const { sent, browser } = await somebody();
      const decisionId = await decide(db(), sent.id, { outcome });
      await writeNotice(db(), sent.id, { decisionId, leftAt });
      const path = `${sent.en}/withdrawal`;
      await browser.post(path, hiddenFields(await pageOf(browser, path)));
      expect(await statusOf(sent)).toBe('withdrawn');
      expect(await told(browser, sent.en)).toContain('You have withdrawn this application');
    }
  });

  it('ends a new version that was begun, and leads to a new application', async () => {
    const { sent, browser } = await somebody();
    const receipt = `/en/jobs/english-analyst/apply/receipt/${sent.key}`;
    await browser.post(`${receipt}/change`, {});
    const path = `${sent.en}/withdrawal`;
    const page = await pageOf(browser, path);
    expect(plainOf(page)).toContain('A new version that you began');
    await browser.post(path, hiddenFields(page));
    const drafts = db().selectFrom('application_drafts').where('key', '=', sent.key).selectAll();
    expect(await drafts.execute()).toEqual([]);
    expect(await pageOf(browser, sent.en)).toContain('href="/en/jobs/english-analyst/apply"');
    const again = await site.apply(sent.email);
    expect(again.reference).not.toBe(sent.reference);
    expect(await told(browser, again.en)).toContain('We have your application');
  });

  it('takes no form of another page, site or person', async () => {
    const { sent, browser } = await somebody();
    const other = await somebody();
    const path = `${sent.en}/withdrawal`;
    const form = hiddenFields(await pageOf(browser, path));
    const theirs = hiddenFields(await pageOf(other.browser, `${other.sent.en}/withdrawal`));
    expect((await browser.post(path, {})).status).toBe(403);
    expect((await browser.post(path, { csrf: `${form['csrf']}x` })).status).toBe(403);
    expect((await browser.post(path, theirs)).status).toBe(403);
    expect((await browser.post(path, form, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await other.browser.post(path, theirs)).status).toBe(404);
    const guest = new AppBrowser(site.intake.app, origin);
    const ended = await guest.post(path, form);
    expect(ended.headers.get('location')).toMatch(/^\/en\/my\/sign-in\?/);
    expect(await statusOf(sent)).toBe('received');
    expect(await statusOf(other.sent)).toBe('received');
  });
});

describe('what is typed', () => {
  it('ends up in no header, e-mail line or tag', async () => {
    const { sent, browser } = await somebody();
    const path = `${sent.en}/questions`;
    const form = hiddenFields(await pageOf(browser, path));
    const message = 'x\r\nBcc: all@sample.example\r\n\r\n<img src=x onerror=alert(1)>';
    const answer = await browser.post(path, { ...form, message, about: 'question\r\nX-Sent: yes' });
    expect(answer.headers.get('location')).toBe(`${path}?told=asked`);
    expect(answer.headers.get('x-sent')).toBeNull();
    const page = await pageOf(browser, path);
    expect(page).not.toContain('<img src=x');
    expect(page).toContain('&lt;img src=x');
    const emails = await db().selectFrom('emails').select(['subject', 'text_body']).execute();
    expect(JSON.stringify(emails)).not.toContain('all@sample.example');
  });
});
