import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findStanding } from '#hiring/standing/testing';
import { AppBrowser } from '../support/app-browser.ts';
import { hiddenFields } from '../support/html.ts';
import { decide, writeNotice } from '../support/notices.ts';
import { type Sent, type StandingSite, origin, pageOf, plainOf, startStanding } from './harness.ts';

let site: StandingSite;
beforeAll(async () => {
  site = await startStanding();
});
const start = new Date('2026-11-24T12:00:00Z');
afterEach(() => {
  site.intake.now.value = start;
});
afterAll(() => site.close());
const db = () => site.intake.database.db;

let count = 0;
/** Somebody with an application of theirs, signed in. */
async function somebody(slug?: string): Promise<{ sent: Sent; browser: AppBrowser }> {
  count += 1;
  const email = `own-${count}@sample.example`;
  const sent = await site.apply(email, slug);
  return { sent, browser: await site.signIn(email) };
}

async function candidateId(email: string): Promise<string> {
  const row = await db()
    .selectFrom('candidates')
    .where('email', '=', email)
    .select('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

const finding = (decisionId: string, place: number, more: object = {}) => ({
  decision_id: decisionId,
  criterion: `criterion-${place}`,
  place,
  kind: 'essential' as const,
  text_en: `Criterion ${place} in English`,
  text_fr: `Critère ${place} en français`,
  result: 'not-met' as const,
  words: `About ${place}.`,
  ...more,
});

describe('a decision that nobody was told of', () => {
  it('changes not one byte of any page of the candidate’s', async () => {
    const { sent, browser } = await somebody();
    const paths = [
      sent.en,
      sent.fr,
      `${sent.en}/questions`,
      `${sent.en}/questions?about=informal-discussion`,
      `${sent.fr}/desistement`,
      '/en/my/applications',
      '/fr/moi/candidatures',
      `/en/jobs/english-analyst/apply/receipt/${sent.key}`,
    ];
    // Forms name their sending, each rendering anew.
    const all = async () =>
      Promise.all(
        paths.map(async (path) =>
          (await pageOf(browser, path)).replaceAll(/name="key" value="[^"]*"/g, ''),
        ),
      );
    const id = await candidateId(sent.email);
    const before = await all();
    const read = await findStanding(db(), { id }, sent.reference);

    for (const outcome of ['screened-out', 'screened-in'] as const) {
      const decisionId = await decide(db(), sent.id, { outcome, words: 'Not yet for them.' });
      await db().insertInto('screening_findings').values(finding(decisionId, 1)).execute();
      await writeNotice(db(), sent.id, { decisionId, body: 'It waits.' });
      await writeNotice(db(), sent.id, { decisionId, heldBack: 'decided-again' });
      await db()
        .insertInto('application_events')
        .values(
          ['note-added', 'resume-opened', 'notice-sent'].map((kind) => ({
            application_id: sent.id,
            kind,
            actor_kind: 'staff' as const,
            actor_id: 'somebody',
            detail: '{}',
            happened_at: site.intake.now.value,
          })),
        )
        .execute();
      expect(await all()).toEqual(before);
      expect(await findStanding(db(), { id }, sent.reference)).toEqual(read);
    }
    expect(before[0]).toContain('We have your application');
    expect(before[5]).toContain('Received');
  });

  it('is not told by an earlier one that was: that one stands', async () => {
    const { sent, browser } = await somebody();
    const first = await decide(db(), sent.id, { outcome: 'screened-out', at: hours(-3) });
    await writeNotice(db(), sent.id, { decisionId: first, leftAt: hours(-2) });
    const before = await pageOf(browser, sent.en);
    expect(before).toContain('Your application was not screened in');
    const second = await decide(db(), sent.id, { outcome: 'screened-in', at: hours(-1) });
    expect(await pageOf(browser, sent.en)).toBe(before);
    await writeNotice(db(), sent.id, { decisionId: second, leftAt: hours(0) });
    const after = plainOf(await pageOf(browser, sent.en));
    expect(after).toContain('Your application is screened in');
    expect(after.indexOf('Record of decision')).toBeLessThan(after.indexOf('Earlier decision, of'));
    expect(after).not.toContain('Informal discussion');
  });

  it('of another application is not told by a notice that names the wrong one', async () => {
    const { sent, browser } = await somebody();
    const other = await site.apply('elsewhere@sample.example');
    const decisionId = await decide(db(), other.id, { words: 'For somebody else.' });
    await writeNotice(db(), sent.id, { decisionId, leftAt: hours(0) });
    const page = await pageOf(browser, sent.en);
    expect(page).not.toContain('For somebody else.');
    expect(page).toContain('We have your application');
  });
});

function hours(from: number): Date {
  return new Date(site.intake.now.value.getTime() + from * 3_600_000);
}

describe('a decision that was told', () => {
  it('has its record, criterion by criterion, in the language of the page', async () => {
    const { sent, browser } = await somebody();
    const decisionId = await decide(db(), sent.id, {
      outcome: 'screened-out',
      reason: 'experience-not-shown',
      words: 'Merci de votre candidature.\nElle était soignée.',
      lang: 'fr',
      at: hours(-2),
    });
    await db()
      .insertInto('screening_findings')
      .values([
        finding(decisionId, 2, { words: '<script>alert(1)</script>' }),
        finding(decisionId, 1, { result: 'met', words: '' }),
        finding(decisionId, 3, { kind: 'asset', result: 'not-assessed', words: '' }),
      ])
      .execute();
    const body = 'Madame, Monsieur,\n\nVoici notre décision.';
    await writeNotice(db(), sent.id, { decisionId, subject: 'Votre candidature', body, lang: 'fr', leftAt: hours(-1) }); // prettier-ignore

    const html = await pageOf(browser, sent.en);
    const text = plainOf(html);
    expect(text).toMatch(/Decision Screened out Reason \S+/);
    expect(text).toMatch(/Criterion 1 in English Met .*Criterion 2 in English Not met/);
    expect(text).toMatch(/Asset qualifications .*Criterion 3 in English Not assessed/);
    expect(text).not.toContain('Operational requirements');
    expect(html).toContain('<h3 lang="fr">Votre candidature</h3>');
    expect(html).toMatch(/lang="fr" dir="auto">Merci de votre candidature\.\n/);
    expect(html).toMatch(/lang="fr" dir="auto">Madame, Monsieur,\n\nVoici/);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('somebody');
    const french = plainOf(await pageOf(browser, sent.fr));
    expect(french).toMatch(/Critère 1 en français Satisfait/);
    expect(french).toContain('Qualifications constituant un atout');
    expect(french).toContain(
      'On vous a annoncé que votre candidature n’a pas été retenue à la présélection',
    );
    expect(await pageOf(browser, '/fr/moi/candidatures')).toContain('Non retenue');
  });

  it('is told once, with the times of the process’s zone', async () => {
    const { sent, browser } = await somebody('english-inside');
    const decisionId = await decide(db(), sent.id, {
      outcome: 'screened-in',
      reason: 'meets-essentials',
    });
    await writeNotice(db(), sent.id, { decisionId, leftAt: new Date('2026-11-24T12:30:00Z') });
    await writeNotice(db(), sent.id, { subject: 'News', leftAt: new Date('2026-11-24T12:40:00Z') });
    const text = plainOf(await pageOf(browser, sent.en));
    expect(text.match(/You were told that your application is screened in/g)).toHaveLength(1);
    expect(text).toContain('November 24, 2026 at 7:30 am, Eastern Standard Time');
    expect(text.indexOf('You received a notice')).toBeLessThan(text.indexOf('You were told that'));
  });
});

describe('what happened', () => {
  it('is told in plain words, latest first', async () => {
    const { sent, browser } = await somebody();
    const form = hiddenFields(await pageOf(browser, `${sent.en}/questions`));
    site.intake.now.value = hours(1);
    await browser.post(`${sent.en}/questions`, { ...form, message: 'When?' });
    await db()
      .insertInto('application_events')
      .values({
        application_id: sent.id,
        kind: 'document-quarantined',
        actor_kind: 'system',
        actor_id: null,
        detail: JSON.stringify({ document: 'resume' }),
        happened_at: hours(1),
      })
      .execute();
    const arrangement = randomUUID();
    await db()
      .insertInto('arrangements')
      .values({
        id: arrangement,
        posting_id: (await db().selectFrom('applications').select('posting_id').where('id', '=', sent.id).executeTakeFirstOrThrow()).posting_id, // prettier-ignore
        person: 'a hash',
        told: JSON.stringify({ en: ['More time: 50%'], fr: ['Temps supplémentaire'] }),
        closes_at: null,
        agreed_on: '2026-11-20',
      })
      .execute();
    await db()
      .insertInto('application_arrangements')
      .values({ application_id: sent.id, arrangement_id: arrangement })
      .execute();
    const text = plainOf(await pageOf(browser, sent.en));
    const told = [
      'A document was stopped by the malware scanner',
      'You asked the hiring team a question',
      'You sent your application',
      'An accommodation was agreed on',
      'More time: 50%',
    ].map((words) => text.indexOf(words));
    expect(told.every((at) => at > 0)).toBe(true);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(plainOf(await pageOf(browser, sent.fr))).toContain('Temps supplémentaire');
  });

  it('is being looked at once the posting has closed', async () => {
    const { sent, browser } = await somebody();
    const open = plainOf(await pageOf(browser, sent.fr));
    expect(open).toContain('jusqu’au 30 novembre 2026 à 23 h 59');
    site.intake.now.value = new Date('2026-12-01T07:00:00Z');
    const later = await site.signIn(sent.email);
    const closed = plainOf(await pageOf(later, sent.fr));
    expect(closed).toContain('Votre candidature est à l’étude');
    expect(closed).not.toContain('jusqu’au 30 novembre');
  });
});

describe('another candidate’s application', () => {
  it('is not found, by whatever reference', async () => {
    const { sent } = await somebody();
    const { browser } = await somebody();
    for (const suffix of ['', '/questions', '/withdrawal']) {
      expect((await browser.get(sent.en + suffix)).status, suffix).toBe(404);
    }
    for (const reference of ['T-0000-0000', '%00', "T'--", sent.reference.toLowerCase(), sent.id]) {
      const guess = await browser.get(`/en/my/applications/${reference}`);
      expect(guess.status, reference).toBe(404);
    }
    const guest = await new AppBrowser(site.intake.app, origin).get(sent.fr);
    expect(guest.status).toBe(303);
    expect(guest.headers.get('location')).toMatch(/^\/fr\/moi\/connexion/);
    expect(await pageOf(browser, '/en/my/applications')).not.toContain(sent.reference);
  });
});
