import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNote, parseScreening, screenApplication } from '#hiring/desk/testing';
import type { Lang } from '#platform/i18n';
import { href } from '#web/routes.ts';
import { fieldsOf, formTo } from './forms.ts';
import { type Applied, type Desk, startDesk, textOf } from './harness.tsx';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

type Browser = Awaited<ReturnType<Desk['as']>>;
const pathOf = (id: string, lang: Lang = 'en'): string => href('desk.application', lang, { id });
const screenPath = (id: string, lang: Lang = 'en'): string => href('desk.screen', lang, { id });
const notePath = (id: string, lang: Lang = 'en'): string => href('desk.note', lang, { id });

async function stateOf(id: string) {
  const { status } = await desk.db
    .selectFrom('applications')
    .select('status')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const decisions = await desk.db
    .selectFrom('screening_decisions')
    .selectAll()
    .where('application_id', '=', id)
    .orderBy('decided_at')
    .execute();
  const events = await desk.db
    .selectFrom('application_events')
    .selectAll()
    .where('application_id', '=', id)
    .where('kind', 'not in', ['submitted', 'resume-opened'])
    .orderBy('id')
    .execute();
  return { status, decisions, events };
}

async function screen(browser: Browser, applied: Applied, fields: Record<string, string>) {
  const hidden = await formTo(browser, pathOf(applied.id), screenPath(applied.id));
  return browser.post(screenPath(applied.id), { ...hidden, ...fields });
}

describe('screening', () => {
  it('records the decision, the status and the event together, and says so', async () => {
    const browser = await desk.as('manager');
    const applied = await desk.apply({ lang: 'fr' });
    const words = 'Votre dossier montre l’expérience demandée.\r\n\r\nBravo!';
    const answer = await screen(browser, applied, { reason: 'meets-essentials', words });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`${pathOf(applied.id)}?told=screened`);

    const { status, decisions, events } = await stateOf(applied.id);
    expect(status).toBe('screened-in');
    expect(decisions).toMatchObject([
      {
        outcome: 'screened-in',
        reason: 'meets-essentials',
        words: words.replaceAll('\r', ''),
        words_lang: 'fr',
        decided_by: browser.person.id,
      },
    ]);
    expect(events).toMatchObject([
      {
        kind: 'screened-in',
        actor_kind: 'staff',
        actor_id: browser.person.id,
        detail: { decision: decisions[0]?.id, reason: 'meets-essentials' },
      },
    ]);
    // Nothing personal in what outlives erasure.
    expect(JSON.stringify(events)).not.toMatch(/dossier|Sample/);
    expect(await desk.db.selectFrom('emails').select('id').execute()).toEqual([]);

    const page = await (await browser.get(answer.headers.get('location') ?? '')).text();
    const text = textOf(page);
    expect(text).toContain('The decision is recorded.');
    expect(text).toContain(`by ${browser.person.email}`);
    expect(page).toContain('<p dir="auto" lang="fr">Votre dossier montre');
  });

  it('names the language of correspondence on the form, and marks it, in both languages', async () => {
    const browser = await desk.as('manager');
    const french = await desk.apply({ lang: 'fr' });
    const english = await desk.apply({ lang: 'en' });
    const page = async (id: string, lang: Lang): Promise<string> =>
      (await browser.get(pathOf(id, lang))).text();
    const textarea = (html: string): string =>
      /<textarea[^>]*name="words"[^>]*>/.exec(html)?.[0] ?? '';
    expect(textOf(await page(french.id, 'en'))).toContain('Words to the candidate, in French');
    expect(textOf(await page(french.id, 'fr'))).toContain(
      'Message à la personne candidate, en français',
    );
    expect(textOf(await page(english.id, 'fr'))).toContain(
      'Message à la personne candidate, en anglais',
    );
    expect(textarea(await page(french.id, 'en'))).toContain('lang="fr"');
    expect(textarea(await page(english.id, 'fr'))).toContain('lang="en"');
    expect(textOf(await page(english.id, 'en'))).toContain(
      'Nothing is sent to the candidate for now',
    );
  });

  it('asks again, everything kept, where reason or words are missing or too long', async () => {
    const browser = await desk.as('manager');
    const applied = await desk.apply();
    const long = 'é'.repeat(2001);
    const missing = 'Choose the decision and its reason.';
    for (const { reason, words, said, kept } of [
      { reason: '', words: 'Kept words', said: [missing], kept: ['Kept words</textarea>'] },
      {
        reason: 'repeated',
        words: ' ',
        said: ['Write the words to the candidate.'],
        kept: ['value="repeated" checked'],
      },
      {
        reason: 'repeated',
        words: long,
        said: ['2,000 characters. There are 2,001.'],
        kept: ['value="repeated" checked', `${long}</textarea>`],
      },
      {
        reason: 'not-a-reason',
        words: '',
        said: [missing, 'Write the words to the candidate.'],
        kept: [],
      },
    ]) {
      const answer = await screen(browser, applied, { reason, words });
      const html = await answer.text();
      expect(answer.status).toBe(422);
      const summary = /<section class="error-summary"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
      for (const one of said) expect(textOf(summary)).toContain(one);
      for (const [, field = ''] of summary.matchAll(/href="#([^"]+)"/g)) {
        expect(html).toContain(`id="${field}"`);
      }
      expect(html).toMatch(/<title>To fix: /);
      for (const one of kept) expect(html).toContain(one);
      // What comes back can be sent again.
      expect(fieldsOf(html, screenPath(applied.id))['csrf']).toBeTruthy();
    }
    expect(await stateOf(applied.id)).toEqual({ status: 'received', decisions: [], events: [] });
    const french = await browser.post(screenPath(applied.id, 'fr'), {
      ...(await formTo(browser, pathOf(applied.id, 'fr'), screenPath(applied.id, 'fr'))),
    });
    expect(textOf(await french.text())).toContain('Choisissez la décision et son motif.');
  });

  it('makes one decision of a double click', async () => {
    const browser = await desk.as('manager');
    const applied = await desk.apply();
    const hidden = await formTo(browser, pathOf(applied.id), screenPath(applied.id));
    const send = () =>
      browser.post(screenPath(applied.id), { ...hidden, reason: 'incomplete', words: 'Twice' });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const { decisions, events } = await stateOf(applied.id);
    expect([decisions.length, events.length]).toEqual([1, 1]);
  });

  it('tells of a decision taken meanwhile, keeps what was typed, and takes it the second time', async () => {
    const [one, other] = [await desk.as('manager'), await desk.as('admin')];
    const applied = await desk.apply();
    const mine = await formTo(one, pathOf(applied.id), screenPath(applied.id));
    await screen(other, applied, { reason: 'meets-essentials', words: 'Their words <b>here</b>' });

    const answer = await one.post(screenPath(applied.id), {
      ...mine,
      reason: 'experience-not-shown',
      words: 'My words, long thought about',
    });
    const html = await answer.text();
    expect(answer.status).toBe(409);
    const text = textOf(html);
    expect(text).toContain('Someone else decided meanwhile');
    expect(text).toContain(`${other.person.email} recorded this decision`);
    expect(text).toContain('screened in, meets every essential criterion');
    expect(html).toContain('Their words &lt;b>here&lt;/b>');
    expect(html).toContain('My words, long thought about</textarea>');
    expect(html).toMatch(/value="experience-not-shown" checked/);
    expect((await stateOf(applied.id)).status).toBe('screened-in');

    const again = await one.post(screenPath(applied.id), {
      ...fieldsOf(html, screenPath(applied.id)),
      reason: 'experience-not-shown',
      words: 'My words, long thought about',
    });
    expect(again.status).toBe(303);
    const { status, decisions, events } = await stateOf(applied.id);
    expect(status).toBe('screened-out');
    expect(decisions.map(({ reason }) => reason)).toEqual([
      'meets-essentials',
      'experience-not-shown',
    ]);
    expect(events.map(({ kind }) => kind)).toEqual(['screened-in', 'screened-out']);
  });

  it('of two decisions at the same instant takes one, and tells the other', async () => {
    const people = [await desk.as('manager'), await desk.as('manager')];
    const applied = await desk.apply();
    const forms = await Promise.all(
      people.map((browser) => formTo(browser, pathOf(applied.id), screenPath(applied.id))),
    );
    const answers = await Promise.all(
      people.map((browser, n) =>
        browser.post(screenPath(applied.id), {
          ...forms[n],
          reason: ['meets-essentials', 'incomplete'][n] ?? '',
          words: `Words of ${n}`,
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([303, 409]);
    const { status, decisions } = await stateOf(applied.id);
    expect(decisions).toHaveLength(1);
    expect(status).toBe(decisions[0]?.outcome);
  });

  it('may be changed, on the same side too; the history keeps every decision', async () => {
    const browser = await desk.as('manager');
    const applied = await desk.apply();
    for (const [reason, words] of [
      ['incomplete', 'First'],
      ['incomplete', 'Second, better said'],
      ['meets-essentials', 'Third'],
      ['meets-essentials', 'Third'],
    ] as const) {
      expect((await screen(browser, applied, { reason, words })).status).toBe(303);
    }
    const { status, decisions } = await stateOf(applied.id);
    expect(status).toBe('screened-in');
    // The same decision again is no new one.
    expect(decisions.map(({ words }) => words)).toEqual(['First', 'Second, better said', 'Third']);
    const html = await (await browser.get(pathOf(applied.id))).text();
    const history = textOf(html.split('id="history-title"')[1] ?? '');
    expect(history.indexOf('Third')).toBeLessThan(history.indexOf('Second, better said'));
    expect(history.indexOf('Second, better said')).toBeLessThan(history.indexOf('First'));
    expect(history.match(/Screened out/g)).toHaveLength(2);
  });

  it('decides anew, in the same words too, on what was sent again meanwhile', async () => {
    const applied = await desk.apply();
    const by = (await desk.as('manager')).person;
    const parsed = parseScreening({ reason: 'incomplete', words: 'Words' }, []);
    if (!parsed.ok) throw new Error('bad form');
    const decide = (seen: string) =>
      screenApplication(desk.deps, by, applied.id, { ...parsed.input, seen });
    await decide('');
    const [first] = (await stateOf(applied.id)).decisions;
    expect(await decide(first?.id ?? '')).toMatchObject({ ok: true, repeated: true });
    // As sending again does, while nobody was told of the decision.
    await desk.db
      .updateTable('applications')
      .set({ status: 'received' })
      .where('id', '=', applied.id)
      .execute();
    expect(await decide(first?.id ?? '')).toMatchObject({ ok: true, repeated: false });
    const { status, decisions } = await stateOf(applied.id);
    expect([status, decisions.length]).toEqual(['screened-out', 2]);
  });

  it('is asked for again, everything kept, where another version came meanwhile', async () => {
    const browser = await desk.as('manager');
    const applied = await desk.apply();
    const hidden = await formTo(browser, pathOf(applied.id), screenPath(applied.id));
    expect(hidden['version']).toBe('1');
    await desk.db
      .updateTable('applications')
      .set({ version: 2 })
      .where('id', '=', applied.id)
      .execute();
    const fields = { ...hidden, reason: 'incomplete', words: 'Kept words' };
    const refused = await browser.post(screenPath(applied.id), fields);
    expect(refused.status).toBe(409);
    const html = await refused.text();
    expect(textOf(html)).toContain('The candidate sent a new version meanwhile');
    expect(html).toContain('Kept words</textarea>');
    expect((await stateOf(applied.id)).decisions).toEqual([]);
    const again = { ...fields, ...fieldsOf(html, screenPath(applied.id)) };
    expect((await browser.post(screenPath(applied.id), again)).status).toBe(303);
    expect((await stateOf(applied.id)).status).toBe('screened-out');
  });

  it('keeps its order when the clock goes back', async () => {
    const applied = await desk.apply();
    const by = (await desk.as('manager')).person;
    const decide = async (at: string, reason: string, seen: string) => {
      const parsed = parseScreening({ reason, words: 'Words', seen }, []);
      if (!parsed.ok) throw new Error('bad form');
      const deps = { ...desk.deps, clock: () => new Date(at) };
      return screenApplication(deps, by, applied.id, parsed.input);
    };
    await decide('2026-11-24T12:00:00Z', 'incomplete', '');
    const [first] = (await stateOf(applied.id)).decisions;
    expect((await decide('2026-11-24T11:00:00Z', 'repeated', first?.id ?? '')).ok).toBe(true);
    const { decisions } = await stateOf(applied.id);
    expect(decisions.map(({ reason }) => reason)).toEqual(['incomplete', 'repeated']);
    const page = textOf(await (await (await desk.as('manager')).get(pathOf(applied.id))).text());
    expect(page).toMatch(/Candidate.*Reason The same person’s other application is kept/);
  });

  it('renders a decision whose reason is on no list any more', async () => {
    const applied = await desk.apply({ status: 'screened-out' });
    await desk.db
      .insertInto('screening_decisions')
      .values({
        id: desk.deps.ids.uuid(),
        application_id: applied.id,
        outcome: 'screened-out',
        reason: 'code-of-2019',
        words: 'Old words',
        words_lang: 'en',
        decided_by: 'somebody-removed',
        decided_at: new Date('2019-01-01'),
      })
      .execute();
    const browser = await desk.as('manager');
    for (const lang of ['en', 'fr'] as const) {
      const answer = await browser.get(pathOf(applied.id, lang));
      expect(answer.status).toBe(200);
      expect(textOf(await answer.text())).toMatch(
        /\(code-of-2019\)[\s\S]*somebody-removed[\s\S]*Old words/,
      );
    }
  });

  it('answers 404 for an application that is not there', async () => {
    const browser = await desk.as('manager');
    const applied = await desk.apply();
    const { csrf = '' } = await formTo(browser, pathOf(applied.id), screenPath(applied.id));
    for (const id of [desk.deps.ids.uuid(), 'x', '%00', "'"]) {
      const fields = { csrf, reason: 'incomplete', words: 'x', note: 'x' };
      expect((await browser.post(`/en/staff/applications/${id}/screening`, fields)).status).toBe(
        404,
      );
      expect((await browser.post(`/en/staff/applications/${id}/notes`, fields)).status).toBe(404);
      expect((await browser.get(`/en/staff/applications/${id}`)).status).toBe(404);
    }
  });
});

describe('a note', () => {
  it('is added with its event, shown as written, and never to an assessor', async () => {
    const browser = await desk.as('manager');
    const applied = await desk.apply();
    const hidden = await formTo(browser, pathOf(applied.id), notePath(applied.id));
    const note = 'A good answer.\r\n<script>alert(1)</script>\r\n\r\nملاحظة';
    const answer = await browser.post(notePath(applied.id), { ...hidden, note });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `${pathOf(applied.id)}?told=note`,
    ]);
    const html = await (await browser.get(pathOf(applied.id))).text();
    expect(html).toContain(
      'A good answer.<br/>&lt;script>alert(1)&lt;/script></p><p dir="auto">ملاحظة</p>',
    );
    const { events } = await stateOf(applied.id);
    expect(events).toMatchObject([{ kind: 'note-added', actor_id: browser.person.id }]);
    expect(JSON.stringify(events)).not.toContain('good answer');
    const blind = await (await (await desk.as('assessor')).get(pathOf(applied.id))).text();
    expect(blind).not.toMatch(/good answer|name="note"|name="words"|name="reason"/);
    expect(textOf(blind)).toContain('Note added');
  });

  it('is one note when sent twice, and another when written on', async () => {
    const browser = await desk.as('manager');
    const applied = await desk.apply();
    const hidden = await formTo(browser, pathOf(applied.id), notePath(applied.id));
    const send = (note: string) => browser.post(notePath(applied.id), { ...hidden, note });
    const twice = await Promise.all([send('Sample note'), send('Sample note')]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect((await send('Sample note, and more')).status).toBe(303);
    const notes = await desk.db
      .selectFrom('application_notes')
      .select('body')
      .where('application_id', '=', applied.id)
      .orderBy('written_at')
      .execute();
    expect(notes.map(({ body }) => body)).toEqual(['Sample note', 'Sample note, and more']);
    expect((await stateOf(applied.id)).events).toHaveLength(2);
  });

  it('does not swallow a note under the key of another application', async () => {
    const by = (await desk.as('manager')).person;
    const [one, two] = [await desk.apply(), await desk.apply()];
    const key = desk.deps.ids.uuid();
    await addNote(desk.deps, by, one.id, { body: 'Same words', key });
    expect(await addNote(desk.deps, by, two.id, { body: 'Same words', key })).toEqual({
      ok: true,
      repeated: false,
    });
    expect((await stateOf(two.id)).events).toHaveLength(1);
  });

  it('comes back with everything where it is empty or too long', async () => {
    const browser = await desk.as('manager');
    const applied = await desk.apply();
    const hidden = await formTo(browser, pathOf(applied.id), notePath(applied.id));
    const long = '🚲'.repeat(5001);
    const tooLong = await browser.post(notePath(applied.id), { ...hidden, note: long });
    expect(tooLong.status).toBe(422);
    const html = await tooLong.text();
    expect(html).toContain(`${long}</textarea>`);
    expect(textOf(html)).toContain('Shorten the note to 5,000 characters. There are 5,001.');
    expect(fieldsOf(html, notePath(applied.id))['key']).toBe(hidden['key']);
    const empty = await browser.post(notePath(applied.id), { ...hidden, note: '\n' });
    expect([empty.status, textOf(await empty.text())]).toEqual([
      422,
      expect.stringContaining('Write the note.'),
    ]);
    expect(
      (await browser.post(notePath(applied.id), { ...hidden, note: '🚲'.repeat(5000) })).status,
    ).toBe(303);
  });
});

describe('a session that ends while someone writes', () => {
  it('loses neither words nor note, and still tells of a decision taken meanwhile', async () => {
    const browser = await desk.as('manager');
    const applied = await desk.apply();
    const page = `${pathOf(applied.id)}?status=received`;
    const action = `${screenPath(applied.id)}?status=received`;
    const hidden = await formTo(browser, page, action);
    const cookies = new Map(browser.cookies);
    browser.cookies.clear();
    const sent = await browser.post(action, {
      ...hidden,
      reason: 'incomplete',
      words: 'Words of an hour',
    });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toContain('/en/staff/sign-in');
    expect((await stateOf(applied.id)).decisions).toEqual([]);
    await screen(await desk.as('admin'), applied, { reason: 'meets-essentials', words: 'Quicker' });

    for (const [name, value] of cookies) browser.cookies.set(name, value);
    const back = await (await browser.get(page)).text();
    expect(textOf(back)).toContain('Your session had ended when you sent this form');
    expect(back).toContain('Words of an hour</textarea>');
    expect(back).toMatch(/value="incomplete" checked/);
    // The form is in sight although there is a decision now.
    expect(back).toMatch(/<details class="disclosure" open>/);

    const fields = { ...fieldsOf(back, action), reason: 'incomplete', words: 'Words of an hour' };
    const conflict = await browser.post(action, fields);
    expect(conflict.status).toBe(409);
    const html = await conflict.text();
    expect(html).toContain('Words of an hour</textarea>');
    const again = await browser.post(action, { ...fields, ...fieldsOf(html, action) });
    expect([again.status, again.headers.get('location')]).toEqual([
      303,
      `${pathOf(applied.id)}?status=received&told=screened`,
    ]);
    expect(textOf(await (await browser.get(page)).text())).not.toContain('Your session had ended');
  });

  it('fills in a note again, in the other language too', async () => {
    const browser = await desk.as('manager');
    const applied = await desk.apply();
    const hidden = await formTo(browser, pathOf(applied.id), notePath(applied.id));
    const cookies = new Map(browser.cookies);
    browser.cookies.clear();
    await browser.post(notePath(applied.id), { ...hidden, note: 'A note\nof two lines' });
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    const html = await (await browser.get(pathOf(applied.id, 'fr'))).text();
    expect(html).toContain('A note\nof two lines</textarea>');
    expect(textOf(html)).toContain('Votre session avait pris fin');
  });
});

describe('the history', () => {
  it('refuses to be rewritten', async () => {
    await desk.apply();
    const { db } = desk;
    const count = async () =>
      (await db.selectFrom('application_events').selectAll().execute()).length;
    const before = await count();
    expect(before).toBeGreaterThan(0);
    for (const statement of [
      sql`update application_events set kind = 'screened-in'`,
      sql`update application_events set detail = '{}' where id = (select min(id) from application_events)`,
      sql`delete from application_events`,
      sql`truncate application_events`,
    ]) {
      await expect(statement.execute(db)).rejects.toThrow('append-only');
    }
    expect(await count()).toBe(before);
  });

  it('is not written where the decision is not', async () => {
    const applied = await desk.apply();
    const parsed = parseScreening({ reason: 'incomplete', words: 'Words' }, []);
    if (!parsed.ok) throw new Error('bad form');
    // A decision that cannot be stored: its id is taken.
    const taken = (
      await desk.db.selectFrom('screening_decisions').select('id').executeTakeFirstOrThrow()
    ).id;
    const deps = { ...desk.deps, ids: { ...desk.deps.ids, uuid: () => taken } };
    await expect(screenApplication(deps, { id: 'x' }, applied.id, parsed.input)).rejects.toThrow(
      'screening_decisions_pkey',
    );
    await pause(1);
    expect(await stateOf(applied.id)).toEqual({ status: 'received', decisions: [], events: [] });
  });
});
