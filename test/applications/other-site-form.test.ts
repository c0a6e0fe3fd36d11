import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePdf } from '#platform/files/testing';
import { pairSources } from '#hiring/postings/testing';
import { filledStep, post, sendDraft } from '../support/applicant.ts';
import { type Intake, otherSite, startIntake } from './harness.ts';

const ids = {
  en: '0c1f6a2e-0d53-4d3e-9c3f-6a4f4b9d1a01',
  fr: '0c1f6a2e-0d53-4d3e-9c3f-6a4f4b9d1a02',
  shared: '5b0e3b44-4a63-4c55-8a05-9f1f2f0c7b03',
  closed: '77d4b8a1-2c77-4a0e-8c68-1f6a0f3e2c04',
};

/** With whom a later closing was agreed. */
const extended = 'extended@sample.example';

let intake: Intake;
beforeAll(async () => {
  intake = await startIntake(
    {
      extensions: {
        laterClosing: async (_, email) => (email === extended ? new Date('2026-11-30') : null),
        laterClosingOfLink: async () => null,
      },
    },
    {
      files: {
        ...pairSources('own', { en: { leverId: ids.en }, fr: { leverId: ids.fr } }),
        ...pairSources('shared', { en: { leverId: ids.shared }, fr: { leverId: ids.shared } }),
        ...pairSources('closed', { en: { leverId: ids.closed }, fr: { leverId: ids.closed } }),
        'process/closed.yml': 'closes: 2026-11-20T06:59:00Z\ntimeZone: America/Toronto\n',
      },
    },
  );
});
afterAll(() => intake.close());

const answers = {
  name: 'Zoë Sample',
  email: 'zoe@sample.example',
  body: 'I have done this work.',
  samples: 'https://a.example, b.example/work',
  talent_tracking: 'on',
};

const send = (
  fields: Record<string, string | null>,
  headers: Record<string, string> = {},
  resume: File | null = new File([new Uint8Array(samplePdf('A résumé'))], 'cv.pdf'),
): Promise<Response> => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...answers, jobId: ids.en, ...fields })) {
    if (value !== null) form.set(name, value);
  }
  if (resume) form.set('resume', resume);
  return intake.request('/v0/apply', {
    method: 'POST',
    body: form,
    headers: { origin: otherSite, 'sec-fetch-site': 'cross-site', ...headers },
  });
};

const applicationsOf = (email: string) =>
  intake.database.db
    .selectFrom('applications as a')
    .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
    .selectAll('a')
    .where('i.email', '=', email)
    .execute();

describe('the form of another site of the organization', () => {
  it('makes an application and leads to its receipt, once, however often it is sent', async () => {
    const email = 'twice@sample.example';
    const [first, again] = await Promise.all([send({ email }), send({ email })]);
    expect(first.status).toBe(303);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    const receipt = await intake.request(new URL(first.headers.get('location') ?? '').pathname);
    expect(await receipt.text()).toContain('We have your application');
    const [application, ...more] = await applicationsOf(email);
    expect(more).toEqual([]);
    expect(application).toMatchObject({
      page_lang: 'en',
      statement: answers.body,
      work_samples: ['https://a.example/', 'https://b.example/work'],
      privacy_notice: `of ${otherSite}`,
    });
    const event = await intake.database.db
      .selectFrom('application_events')
      .select('detail')
      .where('application_id', '=', application!.id)
      .executeTakeFirstOrThrow();
    expect(event.detail).toEqual({ lang: 'en', via: 'other-site-form', pool: true });
  });

  it.each([
    [{ jobId: ids.fr }, {}, 'fr'],
    [{ jobId: ids.shared }, { referer: `${otherSite}/fr/emplois/x/` }, 'fr'],
    [{ jobId: ids.shared }, { referer: `${otherSite}/`, 'accept-language': 'fr-CA' }, 'fr'],
    [{ jobId: ids.shared, lang: 'en' }, { 'accept-language': 'fr' }, 'en'],
    [{ jobId: ids.shared }, {}, 'en'],
  ])('%o with %o is in the language %s', async (fields, headers, lang) => {
    const answer = await send({ ...fields, email: '' }, headers);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(`<html lang="${lang}"`);
  });

  it('comes back in its language with everything typed and the file, ready to send', async () => {
    const email = 'later@sample.example';
    const answer = await send({ jobId: ids.fr, name: '', email, samples: 'see my site' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('Indiquez votre nom.');
    expect(html).toContain('«\u00A0see my site\u00A0»');
    expect(html).not.toMatch(/name="consent"[^>]* checked/);
    expect(html).toContain(answers.body);
    expect(html).toContain('cv.pdf');
    const contact = /href="([^"]+coordonnees)\?from=check#name"/.exec(html)?.[1] ?? '';
    const step = filledStep({ name: 'Zoë', email, statement: '', resume: null, lang: 'fr' });
    step.set('revision', '1');
    const go = (path: string, init?: RequestInit) => intake.request(path, init);
    expect((await go(contact, post(step))).status).toBe(303);
    const documents = contact.replace(/coordonnees$/, 'documents');
    const kept = /name="kept-resume" value="([^"]+)"/.exec(await (await go(documents)).text())?.[1];
    step.set('kept-resume', kept ?? '');
    step.set('samples', 'https://work.example');
    step.set('revision', '2');
    expect((await go(documents, post(step))).status).toBe(303);
    const check = contact.replace(/coordonnees$/, 'verification');
    expect((await sendDraft(go, check)).status).toBe(303);
    expect(await applicationsOf(email)).toHaveLength(1);
  });

  it('needs a résumé and a statement, as ours does', async () => {
    const html = await (await send({ body: '' }, {}, null)).text();
    expect(html).toContain('Choose your résumé.');
    expect(html).toContain('Tell us why this work is right for you.');
  });

  it.each([
    ['another origin', { origin: 'https://elsewhere.example' }, {}, 403, 'came from another site'],
    ['a hidden one', { origin: 'null' }, {}, 403, 'came from another site'],
    ['a robot', {}, { fax_extension: '1' }, 422, 'should stay empty'],
  ])('from %s makes nothing, and loses nothing', async (_, headers, fields, status, said) => {
    const email = `nobody-${status}@sample.example`;
    const answer = await send({ ...fields, email }, headers);
    expect(answer.status).toBe(status);
    const html = await answer.text();
    expect(html).toContain(said);
    expect(html).toContain(answers.body);
    expect(html).toContain('cv.pdf');
    expect(await applicationsOf(email)).toEqual([]);
  });

  it.each([
    [ids.closed, 409, 'was not accepted'],
    ['nothing', 404, 'taken'],
  ])('for %s gives the answers back', async (jobId, status, said) => {
    const answer = await send({ jobId });
    expect(answer.status).toBe(status);
    const html = await answer.text();
    expect(html).toContain(said);
    expect(html).toContain(answers.body);
  });

  it('holds to a later closing that was agreed with whoever sends it', async () => {
    const late = { jobId: ids.closed, email: extended };
    const made = await send(late);
    expect(made.status).toBe(303);
    expect(await applicationsOf(extended)).toHaveLength(1);
    // What is incomplete is completed on our own pages, which say the same instant.
    const draft = await send({ ...late, body: '' });
    expect(draft.status).toBe(422);
    expect(await draft.text()).toMatch(/November\s29,\s2026/);
    const others = await send({ jobId: ids.closed, email: 'others@sample.example' });
    expect(others.status).toBe(409);
    intake.now.value = new Date('2026-11-30T00:00:00Z');
    expect((await send({ ...late, body: 'Other words.' })).status).toBe(409);
    intake.now.value = new Date('2026-11-24T12:00:00Z');
  });

  it('says so where it is no form', async () => {
    const answer = await intake.request('/v0/apply', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', 'accept-language': 'fr' },
    });
    expect(answer.status).toBe(415);
    expect(await answer.text()).toContain('<html lang="fr"');
  });
});
