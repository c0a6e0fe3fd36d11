import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withdrawApplication } from '#hiring/applications';
import { proveCandidate } from '#hiring/candidates';
import type { Lang } from '#platform/i18n';
import { href } from '#web/routes.ts';
import { fieldsOf, formTo } from './forms.ts';
import { type Applied, type Desk, type NewApplication, startDesk, textOf } from './harness.tsx';

type Browser = Awaited<ReturnType<Desk['as']>>;

let desk: Desk;
let manager: Browser;
beforeAll(async () => {
  desk = await startDesk();
  await writeResearcher();
  manager = await desk.as('manager');
});
afterAll(() => desk.stop());

const criterion = (id: string, kind: string, en: string, fr: string): string =>
  `  - id: ${id}\n    kind: ${kind}\n    text:\n      en: ${en}\n      fr: ${fr}\n`;

/** A posting with criteria of three kinds, which do not come in the order of the form. */
function writeResearcher(first = 'Experience with interviews') {
  return desk.writePosting('researcher', {
    en: 'Researcher',
    fr: 'Recherche',
    facts: `evergreen: true\ncriteria:\n${[
      criterion('travel', 'operational', 'Willing to travel', 'Volonté de voyager'),
      criterion('interviews', 'essential', first, 'Expérience des entretiens'),
      criterion('languages', 'asset', 'A third language', 'Une troisième langue'),
      criterion('writing', 'essential', 'Ability to write', 'Capacité de rédiger'),
    ].join('')}`,
  });
}

const pathOf = (id: string, lang: Lang = 'en'): string => href('desk.application', lang, { id });
const screenPath = (id: string, lang: Lang = 'en'): string => href('desk.screen', lang, { id });
const apply = (given: Partial<NewApplication> = {}): Promise<Applied> =>
  desk.apply({ posting: desk.posting('researcher'), ...given });

async function send(applied: Applied, fields: Record<string, string>, lang: Lang = 'en') {
  const action = screenPath(applied.id, lang);
  const hidden = await formTo(manager, pathOf(applied.id, lang), action);
  return manager.post(action, { ...hidden, ...fields });
}

const met = { 'finding-interviews': 'met', 'finding-writing': 'met' };
const screenedIn = { ...met, reason: 'meets-essentials', words: 'Welcome' };

async function decisionsOf(id: string) {
  const decisions = await desk.db
    .selectFrom('screening_decisions')
    .select(['id', 'reason'])
    .where('application_id', '=', id)
    .orderBy('decided_at')
    .execute();
  const findings = await desk.db
    .selectFrom('screening_findings as f')
    .innerJoin('screening_decisions as d', 'd.id', 'f.decision_id')
    .selectAll('f')
    .where('d.application_id', '=', id)
    .orderBy('place')
    .execute();
  return decisions.map(({ id: decision, reason }) => ({
    id: decision,
    reason,
    findings: findings.filter((row) => row.decision_id === decision),
  }));
}

const screeningPane = (html: string): string =>
  /<section class="pane" aria-labelledby="screening-title"[\s\S]*?<\/section>(?=<section class="pane"|<\/div>)/.exec(
    html,
  )?.[0] ?? '';
const read = async (id: string, lang: Lang = 'en', browser = manager): Promise<string> =>
  (await browser.get(pathOf(id, lang))).text();
/** Values that are chosen in a page, by the name of their radios. */
const chosenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/type="radio"[^>]* name="(finding-[^"]+)" value="([^"]+)" checked/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

describe('the screening form of a process with criteria', () => {
  it('has every criterion as it was advertised to this person, kind by kind, in both languages', async () => {
    const before = await apply({ lang: 'fr' });
    await writeResearcher('Experience with interviews and diaries');
    const after = await apply();
    await writeResearcher();
    for (const [lang, words] of [
      ['en', ['1. Experience with interviews', '2. Ability to write', '3. A third language']],
      ['fr', ['1. Expérience des entretiens', '2. Capacité de rédiger', '3. Une troisième']],
    ] as const) {
      const text = textOf(await read(before.id, lang));
      const places = words.map((word) => text.indexOf(word));
      expect(Math.min(...places)).toBeGreaterThan(0);
      expect(places.toSorted((a, b) => a - b)).toEqual(places);
    }
    expect(textOf(await read(before.id))).not.toContain('diaries');
    expect(textOf(await read(after.id))).toContain('1. Experience with interviews and diaries');
    const html = await read(before.id);
    expect(textOf(html)).toMatch(/Essential criteria.*Assets.*Operational requirements/);
    expect(html).not.toContain('Organizational needs');
    expect(chosenIn(html)).toEqual({
      'finding-languages': 'not-assessed',
      'finding-travel': 'not-assessed',
    });
    // In the language in which the candidate is written to.
    expect(html).toMatch(/<textarea[^>]*name="why-interviews"[^>]*lang="fr"/);
    expect(textOf(html)).toContain('say why, in French');
  });

  it('is as it was where the process has none', async () => {
    const applied = await desk.apply();
    const html = await read(applied.id);
    expect(html).not.toContain('finding-');
    expect((await send(applied, { reason: 'meets-essentials', words: 'Welcome' })).status).toBe(
      303,
    );
    expect((await decisionsOf(applied.id))[0]?.findings).toEqual([]);
  });

  it('keeps what was found with the decision, in the words of the criteria in both languages', async () => {
    const applied = await apply({ lang: 'fr' });
    const answer = await send(applied, {
      ...met,
      'finding-writing': 'not-met',
      'why-writing': 'Votre texte s’arrête\r\nà la première page.',
      'finding-languages': 'met',
      reason: 'essential-not-shown',
      words: 'Merci',
    });
    expect(answer.status).toBe(303);
    const [decision] = await decisionsOf(applied.id);
    const row = { decision_id: decision?.id };
    expect(decision?.findings).toEqual([
      {
        ...row,
        criterion: 'interviews',
        place: 0,
        kind: 'essential',
        text_en: 'Experience with interviews',
        text_fr: 'Expérience des entretiens',
        result: 'met',
        words: '',
      },
      {
        ...row,
        criterion: 'writing',
        place: 1,
        kind: 'essential',
        text_en: 'Ability to write',
        text_fr: 'Capacité de rédiger',
        result: 'not-met',
        words: 'Votre texte s’arrête\nà la première page.',
      },
      expect.objectContaining({ criterion: 'languages', place: 2, result: 'met' }),
      expect.objectContaining({ criterion: 'travel', place: 3, result: 'not-assessed' }),
    ]);
    const english = screeningPane(await read(applied.id));
    expect(textOf(english)).toMatch(/Ability to write Not met Votre texte s’arrête/);
    expect(english).toContain('<p dir="auto" lang="fr">Votre texte');
    const french = textOf(screeningPane(await read(applied.id, 'fr')));
    expect(french).toMatch(/Capacité de rédiger Non satisfait/);
    expect(french).toMatch(/Volonté de voyager Non évalué/);
    // Nothing of it in the history that outlives erasure.
    const events = await desk.db.selectFrom('application_events').select('detail').execute();
    expect(JSON.stringify(events)).not.toContain('première page');
  });

  it.each([
    [
      'en',
      [
        'Criterion 1: it is essential, so nobody who does not meet it can be screened in.',
        'Criterion 1: tell the candidate why it is not met.',
        'Criterion 2: choose “Met” or “Not met”.',
        'Criterion 3: shorten the words to 600 characters. There are 601.',
      ],
    ],
    [
      'fr',
      [
        'Critère 1\u00A0: ce critère essentiel n’est pas satisfait; la candidature ne peut donc',
        'Critère 1\u00A0: expliquez à la personne candidate pourquoi il n’est pas satisfait.',
        'Critère 2\u00A0: choisissez «\u00A0Satisfait\u00A0» ou «\u00A0Non satisfait\u00A0».',
        'Critère 3\u00A0: ramenez l’explication à 600 caractères. Elle en compte 601.',
      ],
    ],
  ] as const)('says what does not fit, at its field, everything kept (%s)', async (lang, said) => {
    const applied = await apply();
    const answer = await send(
      applied,
      {
        'finding-interviews': 'not-met',
        'why-languages': 'é'.repeat(601),
        'why-travel': 'Kept <too>',
        'finding-travel': 'met',
        reason: 'meets-essentials',
        words: 'Kept words',
      },
      lang,
    );
    const html = await answer.text();
    expect(answer.status).toBe(422);
    const summary = /<section class="error-summary"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
    for (const one of said) {
      expect(textOf(summary)).toContain(one);
      expect(textOf(html.replace(summary, ''))).toContain(one);
    }
    const fields = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, field = '']) => field);
    expect(fields).toEqual([
      'finding-interviews',
      'why-interviews',
      'finding-writing',
      'why-languages',
    ]);
    for (const field of fields) expect(html).toContain(`id="${field}"`);
    expect(chosenIn(html)).toEqual({
      'finding-interviews': 'not-met',
      'finding-languages': 'not-assessed',
      'finding-travel': 'met',
    });
    for (const kept of ['Kept &lt;too>', 'é'.repeat(601), 'Kept words']) {
      expect(html).toContain(`${kept}</textarea>`);
    }
    expect(html).toMatch(/value="meets-essentials" checked/);
    expect(await decisionsOf(applied.id)).toEqual([]);
  });

  it('tells at the reason what is found nowhere', async () => {
    const applied = await apply();
    for (const [reason, en, fr] of [
      [
        'essential-not-shown',
        'mark at least one essential as not met',
        'pour au moins un critère essentiel, ou',
      ],
      [
        'experience-not-shown',
        'mark at least one criterion as not met',
        'pour au moins un critère, ou',
      ],
      [
        'meets-essentials-and-assets',
        'mark at least one asset as met',
        'pour au moins un atout, ou',
      ],
    ] as const) {
      for (const [lang, said] of [
        ['en', en],
        ['fr', fr],
      ] as const) {
        const answer = await send(applied, { ...screenedIn, reason }, lang);
        const html = await answer.text();
        expect([answer.status, textOf(html)]).toEqual([422, expect.stringContaining(said)]);
        expect(html).toMatch(/<a href="#reason">/);
      }
    }
  });

  it('asks for no judgement where the reason does not come to the criteria', async () => {
    const applied = await apply();
    expect((await send(applied, { reason: 'incomplete', words: 'Empty' })).status).toBe(303);
    const [decision] = await decisionsOf(applied.id);
    expect(decision?.findings.map(({ result }) => result)).toEqual(Array(4).fill('not-assessed'));
  });
});

describe('a decision with findings', () => {
  it('is one when sent twice, and another where anything was found otherwise', async () => {
    const applied = await apply();
    const action = screenPath(applied.id);
    const hidden = await formTo(manager, pathOf(applied.id), action);
    const twice = await Promise.all(
      [1, 2, 3].map(() => manager.post(action, { ...hidden, ...screenedIn })),
    );
    expect(twice.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await decisionsOf(applied.id)).toHaveLength(1);
    // The form of before, with another finding: a decision was taken meanwhile.
    const other = await manager.post(action, { ...hidden, ...screenedIn, 'why-writing': 'Well' });
    expect(other.status).toBe(409);
    for (const change of [
      { 'why-writing': 'Well written' },
      { 'why-writing': 'Well written' },
      { 'why-writing': '', 'finding-languages': 'met' },
    ]) {
      expect((await send(applied, { ...screenedIn, ...change })).status).toBe(303);
    }
    expect(await decisionsOf(applied.id)).toHaveLength(3);
  });

  it('is where its change begins', async () => {
    const applied = await apply();
    await send(applied, {
      ...screenedIn,
      'finding-languages': 'not-met',
      'why-languages': 'An asset, no more',
    });
    const html = screeningPane(await read(applied.id));
    expect(chosenIn(html)).toEqual({
      'finding-interviews': 'met',
      'finding-writing': 'met',
      'finding-languages': 'not-met',
      'finding-travel': 'not-assessed',
    });
    expect(html).toContain('An asset, no more</textarea>');
    expect(html).toMatch(/<details class="disclosure">/);
    expect(html).not.toMatch(/name="reason"[^>]*checked/);
  });

  it('of two people keeps what the second typed, and is theirs once they send it again', async () => {
    const applied = await apply();
    const action = screenPath(applied.id);
    const other = await desk.as('admin');
    const mine = await formTo(other, pathOf(applied.id), action);
    await send(applied, screenedIn);
    const fields = {
      'finding-interviews': 'not-met',
      'why-interviews': 'Only by telephone',
      'finding-writing': 'met',
      reason: 'experience-not-shown',
      words: 'Sorry',
    };
    const conflict = await other.post(action, { ...mine, ...fields });
    const html = await conflict.text();
    expect(conflict.status).toBe(409);
    expect(chosenIn(html)).toMatchObject({ 'finding-interviews': 'not-met' });
    expect(html).toContain('Only by telephone</textarea>');
    const again = await other.post(action, { ...fieldsOf(html, action), ...fields });
    expect(again.status).toBe(303);
    const decisions = await decisionsOf(applied.id);
    expect(decisions.map(({ findings }) => findings[0]?.result)).toEqual(['met', 'not-met']);
    // The history has what each of them found.
    const history = textOf((await read(applied.id)).split('id="history-title"')[1] ?? '');
    expect(history.match(/Experience with interviews/g)).toHaveLength(2);
  });

  it('survives a session that ends, as typed', async () => {
    const browser = await desk.as('manager');
    const applied = await apply();
    const action = screenPath(applied.id);
    const hidden = await formTo(browser, pathOf(applied.id), action);
    const cookies = new Map(browser.cookies);
    browser.cookies.clear();
    const fields = { 'finding-writing': 'not-met', 'why-writing': 'An hour of words' };
    expect((await browser.post(action, { ...hidden, ...fields })).status).toBe(303);
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    const html = await read(applied.id, 'fr', browser);
    expect(html).toContain('An hour of words</textarea>');
    expect(chosenIn(html)).toMatchObject({ 'finding-writing': 'not-met' });
  });

  it('says whether the candidate was told of it, and where notices are', async () => {
    const applied = await apply();
    await send(applied, screenedIn);
    const notices = href('desk.notices', 'en', { posting: desk.posting('researcher') });
    const before = screeningPane(await read(applied.id));
    expect(textOf(before)).toContain('Told to the candidate Not yet');
    expect(before).toContain(`href="${notices}?application=${applied.id}"`);
    const [decision] = await decisionsOf(applied.id);
    const batch = desk.deps.ids.uuid();
    await desk.db
      .insertInto('notice_batches')
      .values({
        id: batch,
        posting_id: desk.posting('researcher'),
        template: 'screened-in',
        prepared_by: manager.person.id,
        confirmed_at: new Date('2026-11-20T15:00:00Z'),
        leaves_at: new Date('2026-11-20T15:30:00Z'),
        stopped_at: null,
        stopped_by: null,
        left_at: null,
      })
      .execute();
    const notice = desk.deps.ids.uuid();
    await desk.db
      .insertInto('notices')
      .values({
        id: notice,
        batch_id: batch,
        application_id: applied.id,
        decision_id: decision?.id ?? null,
        lang: 'en',
        subject: 'x',
        body: 'x',
        left_at: null,
        held_back: null,
      })
      .execute();
    // Prepared is not told.
    expect(textOf(await read(applied.id))).toContain('Told to the candidate Not yet');
    await desk.db
      .updateTable('notices')
      .set({ left_at: new Date('2026-11-20T15:31:00Z') })
      .where('id', '=', notice)
      .execute();
    const after = screeningPane(await read(applied.id));
    expect(textOf(after)).toMatch(/Told to the candidate On 2026-11-20 \d\d:31, by a notice/);
    expect(after).not.toContain(`href="${notices}"`);
    expect(textOf(await read(applied.id, 'fr'))).toMatch(/Le 2026-11-20 \d\d:31, par un avis/);
    // Another decision is not told by the notice of the one before.
    await send(applied, { ...screenedIn, words: 'Again' });
    expect(textOf(screeningPane(await read(applied.id)))).toContain(
      'Told to the candidate Not yet',
    );
  });

  it('is not for assessors', async () => {
    const applied = await apply();
    await send(applied, { ...screenedIn, 'why-writing': 'Words to one person' });
    const html = await read(applied.id, 'en', await desk.as('assessor'));
    expect(html).not.toMatch(/Words to one person|name="finding-|Told to the candidate/);
  });
});

describe('an application that its candidate took back', () => {
  async function withdraw(applied: Applied): Promise<void> {
    const { db } = desk;
    const clock = () => new Date('2026-11-21T16:45:00Z');
    const { email } = await db
      .selectFrom('applicant_identities')
      .select('email')
      .where('application_id', '=', applied.id)
      .executeTakeFirstOrThrow();
    const candidate = await db
      .transaction()
      .execute((tx) => proveCandidate({ clock, ids: desk.deps.ids }, tx, email, 'en'));
    const done = await withdrawApplication(
      { db, clock },
      candidate,
      applied.reference,
      async () => {},
    );
    expect(done).toEqual({ ok: true, repeated: false });
  }

  it('says so with the date instead of the form, in both languages, and keeps what was decided', async () => {
    const decided = await apply();
    await send(decided, screenedIn);
    await withdraw(decided);
    const undecided = await apply();
    await withdraw(undecided);
    for (const [lang, said] of [
      [
        'en',
        /Withdrawn by the candidate on 2026-11-21 \d\d:45 ?\. There is nothing left to decide/,
      ],
      ['fr', /Désistement de la personne candidate le 2026-11-21 \d\d:45 ?\. Il n’y a plus de/],
    ] as const) {
      for (const { id } of [decided, undecided]) {
        const html = await read(id, lang);
        const pane = screeningPane(html);
        expect(textOf(pane)).toMatch(said);
        expect(pane).not.toContain('<form');
        expect(html).toContain('name="note"');
      }
    }
    const pane = textOf(screeningPane(await read(decided.id)));
    expect(pane).toMatch(/Screened in.*No: they had withdrawn before.*Ability to write Met/);
    const assessor = await read(undecided.id, 'en', await desk.as('assessor'));
    expect(textOf(assessor)).toMatch(/Status Withdrawn 2026-11-21/);
  });

  it('takes no decision any more, and gives back what was written', async () => {
    const applied = await apply();
    const action = screenPath(applied.id);
    const hidden = await formTo(manager, pathOf(applied.id), action);
    await withdraw(applied);
    const fields = { ...screenedIn, words: 'Long <thought>', 'why-writing': 'Well put' };
    // Whatever else is amiss with the form.
    for (const sent of [fields, { ...fields, reason: '' }]) {
      const answer = await manager.post(action, { ...hidden, ...sent });
      const html = await answer.text();
      expect(answer.status).toBe(409);
      expect(textOf(html)).toContain('The candidate has withdrawn');
      expect(html).toContain('Long &lt;thought>');
      expect(html).toContain('Well put');
      expect(html).not.toContain('error-summary');
    }
    expect(await decisionsOf(applied.id)).toEqual([]);
  });

  it('of a session that had ended too', async () => {
    const browser = await desk.as('manager');
    const applied = await apply();
    const action = screenPath(applied.id);
    const hidden = await formTo(browser, pathOf(applied.id), action);
    const cookies = new Map(browser.cookies);
    browser.cookies.clear();
    await browser.post(action, { ...hidden, 'why-writing': 'An hour of words' });
    await withdraw(applied);
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    const html = await read(applied.id, 'fr', browser);
    expect(textOf(html)).toContain('La personne candidate s’est désistée');
    expect(html).toContain('An hour of words');
  });

  it('still takes notes', async () => {
    const applied = await apply();
    await withdraw(applied);
    const action = href('desk.note', 'en', { id: applied.id });
    const hidden = await formTo(manager, pathOf(applied.id), action);
    expect((await manager.post(action, { ...hidden, note: 'Call her again' })).status).toBe(303);
    expect(await read(applied.id)).toContain('Call her again');
  });
});
