import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pairSources } from '#hiring/postings/testing';
import { sampleDocxParts, samplePdf, writeZip } from '#platform/files/testing';
import { type FormAnswers, filledForm, tokenOf } from '../support/applicant.ts';
import { type Intake, closesAt, origin, startIntake } from './harness.ts';

const paths = { en: '/en/jobs/english-analyst/apply', fr: '/fr/emplois/francais-analyst/postuler' };
const resume = { name: 'résumé d’été.pdf', bytes: samplePdf('A résumé') };
const answers: FormAnswers = {
  name: 'Zoë Sample',
  email: 'zoe@sample.example',
  statement: 'I have done this work.',
  resume,
  lang: 'en',
};

let intake: Intake;
beforeEach(async () => {
  intake = await startIntake();
});
afterEach(() => intake.close());

async function open(path = paths.en): Promise<string> {
  const page = await intake.request(path);
  expect(page.status).toBe(200);
  return tokenOf(await page.text());
}

const post = (form: FormData, path = paths.en, headers: Record<string, string> = {}) =>
  intake.request(path, { method: 'POST', body: form, headers });

const changed = (form: FormData, changes: Record<string, string | File>): FormData => {
  for (const [name, value] of Object.entries(changes)) form.set(name, value);
  return form;
};

const applications = () => intake.database.db.selectFrom('applications').selectAll().execute();
const identities = () =>
  intake.database.db.selectFrom('applicant_identities').selectAll().execute();

describe('an application', () => {
  it('is made with its identity, history, posting as advertised, questions, file and e-mail', async () => {
    const answer = await post(
      filledForm(await open(paths.fr), { ...answers, lang: 'fr' }),
      paths.fr,
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(
      /^\/fr\/emplois\/francais-analyst\/postuler\/accuse-de-reception\/[0-9a-f-]{36}$/,
    );

    const [application] = await applications();
    expect(application).toMatchObject({
      page_lang: 'fr',
      correspondence_lang: 'fr',
      status: 'received',
      within_grace: false,
      statement: answers.statement,
    });
    expect(application?.questions).toContainEqual({
      id: 'statement',
      label: { en: 'Why is this work right for you?', fr: 'Pourquoi ce travail vous convient-il?' },
      required: true,
      limit: { words: 300 },
    });
    const { db } = intake.database;
    const version = await db
      .selectFrom('posting_versions')
      .selectAll()
      .where('hash', '=', application?.posting_version ?? '')
      .executeTakeFirst();
    expect(version?.fr_source).toContain('title: Français analyst');
    const sha = application?.resume_sha256 ?? '';
    const stored = await readFile(join(intake.filesFolder, sha.slice(0, 2), sha));
    expect(stored.equals(resume.bytes)).toBe(true);
    expect(
      await db
        .selectFrom('stored_files')
        .select(['scan_status', 'scan_detail', 'document_type'])
        .execute(),
    ).toEqual([
      { scan_status: 'not-scanned', scan_detail: 'not-configured', document_type: 'pdf' },
    ]);
    expect(await identities()).toMatchObject([
      { full_name: 'Zoë Sample', resume_name: 'résumé d’été.pdf' },
    ]);
    expect(
      await db.selectFrom('application_events').select(['kind', 'actor_kind', 'detail']).execute(),
    ).toEqual([{ kind: 'submitted', actor_kind: 'candidate', detail: { lang: 'fr' } }]);
    const [email] = await db.selectFrom('emails').selectAll().execute();
    expect(email).toMatchObject({
      kind: 'application-receipt',
      lang: 'fr',
      recipient: answers.email,
    });
    expect(email?.subject).toBe(
      `Candidature reçue (${application?.reference})\u00A0: Français analyst`,
    );
    expect(email?.text_body).toContain(origin + (answer.headers.get('location') ?? '?'));
  });

  it('is made once, however often and however fast the form is sent', async () => {
    const token = await open();
    const burst = await Promise.all(
      Array.from({ length: 5 }, () => post(filledForm(token, answers))),
    );
    const again = await post(filledForm(token, { ...answers, resume: null }));
    const locations = new Set([...burst, again].map((answer) => answer.headers.get('location')));
    expect(locations.size).toBe(1);
    expect(await applications()).toHaveLength(1);
    expect(await identities()).toHaveLength(1);
    expect(await intake.database.db.selectFrom('emails').select('id').execute()).toHaveLength(1);
  });

  it('is not mistaken for a repeat where a used form says something else', async () => {
    const token = await open();
    await post(filledForm(token, answers));
    const other = { ...answers, name: 'Other Sample', email: 'other@sample.example' };
    const shown = await post(filledForm(token, other));
    expect(shown.status).toBe(422);
    const html = await shown.text();
    expect(html).toContain('Other Sample');
    expect(html).not.toContain(answers.email);
    expect(await applications()).toHaveLength(1);
    expect((await post(filledForm(tokenOf(html), other))).status).toBe(303);
    expect(await identities()).toHaveLength(2);
  });

  it('writes to the candidate in the language they chose, whatever the page', async () => {
    await post(filledForm(await open(paths.en), { ...answers, lang: 'fr' }), paths.en);
    const [email] = await intake.database.db.selectFrom('emails').selectAll().execute();
    expect(email?.lang).toBe('fr');
    expect(email?.text_body).toContain('/fr/emplois/');
  });

  it('tells on the receipt that the posting has changed since, and links to what changed', async () => {
    const location = (await post(filledForm(await open(), answers))).headers.get('location') ?? '';
    const receipt = async (): Promise<string> => (await intake.request(location)).text();
    expect(await receipt()).not.toContain('/jobs/changes/');
    const [application] = await applications();
    const before = Object.values(pairSources('analyst'))[0] ?? '';
    await intake.content.write('en/jobs/analyst.md', `${before}\nOne more duty.\n`);
    await intake.reloadContent();
    expect(await receipt()).toContain(`/changes/${application?.posting_version ?? ''}/`);
    await intake.content.write('en/jobs/analyst.md', `${before}\n\n`);
    await intake.reloadContent();
    // Only its blank lines differ: there is nothing to tell.
    expect(await receipt()).not.toContain('/changes/');
    await intake.content.write('en/jobs/analyst.md', before);
    await intake.reloadContent();
  });

  it('shows a receipt to whoever holds its address, in both languages, and to nobody else', async () => {
    const location = (await post(filledForm(await open(), answers))).headers.get('location') ?? '';
    const receipt = await intake.request(location);
    const html = await receipt.text();
    const [application] = await applications();
    expect(html).toContain(application?.reference);
    expect(receipt.headers.get('cache-control')).toBe('no-store');
    const key = location.split('/').at(-1) ?? '';
    const french = await intake.request(
      `/fr/emplois/francais-analyst/postuler/accuse-de-reception/${key}`,
    );
    expect(await french.text()).toContain(application?.reference);
    for (const guess of [
      '0',
      key.replaceAll('-', ''),
      `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`,
    ]) {
      expect((await intake.request(location.replace(key, guess))).status).toBe(404);
    }
  });
});

describe('a form to correct', () => {
  it('comes back with 422, a summary, every answer and the file', async () => {
    const token = await open();
    const first = await post(
      changed(filledForm(token, answers), { email: 'zoe', samples: 'not a link' }),
    );
    expect(first.status).toBe(422);
    const html = await first.text();
    expect(html).toContain('href="#email"');
    expect(html).toContain('href="#samples"');
    expect(html).toContain('I have done this work.');
    expect(html).toContain('résumé d’été.pdf');
    expect(await applications()).toEqual([]);

    const second = await post(filledForm(tokenOf(html), { ...answers, resume: null }));
    expect(second.status).toBe(303);
    expect(await identities()).toMatchObject([{ resume_name: 'résumé d’été.pdf' }]);
  });

  it('replaces a kept file by a newer one', async () => {
    const token = await open();
    await post(changed(filledForm(token, answers), { email: 'zoe' }));
    const newer = { name: 'newer.pdf', bytes: samplePdf('Newer') };
    expect((await post(filledForm(token, { ...answers, resume: newer }))).status).toBe(303);
    expect(await identities()).toMatchObject([{ resume_name: 'newer.pdf' }]);
  });

  it('asks for a résumé where none came', async () => {
    const answer = await post(filledForm(await open(), { ...answers, resume: null }));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('href="#resume"');
  });

  it('never shows what was typed as markup', async () => {
    const evil = '"><script>alert(1)</script><b onmouseover=x>';
    const html = await (
      await post(
        changed(filledForm(await open(), answers), {
          name: evil,
          statement: `</textarea>${evil}`,
          email: evil,
        }),
      )
    ).text();
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<b onmouseover');
  });

  it.each([
    ['a program called .pdf', Buffer.from('MZ\u0000\u0001binary'), 'not a document'],
    ['an empty file', Buffer.alloc(0), 'is empty'],
    ['a file of 10 MB and one byte', samplePdf('Big', { bytes: 10_000_001 }), 'larger than'],
    [
      'a page of a web site',
      Buffer.from('<!doctype html><script>alert(1)</script>'),
      'not a document',
    ],
    ['a PDF cut in the middle', samplePdf('Cut').subarray(0, 400), 'incomplete or damaged'],
    [
      'a PDF with a zip behind it',
      Buffer.concat([samplePdf('Two'), writeZip([{ name: 'a.txt', content: 'x' }])]),
      'more than one kind',
    ],
    [
      'a DOCX that is a bomb',
      writeZip([
        ...sampleDocxParts(['x']),
        { name: 'word/media/big.xml', content: Buffer.alloc(300_000_000) },
      ]),
      'far more than a document',
    ],
  ])('names %s and says what to do', async (_what, bytes, words) => {
    const answer = await post(
      filledForm(await open(), { ...answers, resume: { name: 'my file.pdf', bytes } }),
    );
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(words);
    expect(html).toContain('“my file.pdf”');
    expect(html).toContain('I have done this work.');
    expect(await readdir(join(intake.filesFolder, 'tmp')).catch(() => [])).toEqual([]);
  });

  it('keeps the answers where the whole request is far too large', async () => {
    const answer = await intake.request(paths.en, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '99000000' },
      body: '--x--',
    });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('Back');
  });

  it('says that a request cut half way did not arrive', async () => {
    const body = `--x\r\nContent-Disposition: form-data; name="token"\r\n\r\n${await open()}\r\n--x\r\nContent-Disposition: form-data; name="resume"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4 and then noth`;
    const answer = await intake.request(paths.en, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body,
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('did not arrive whole');
    expect(await applications()).toEqual([]);
    expect(await readdir(join(intake.filesFolder, 'tmp')).catch(() => [])).toEqual([]);
  });
});

describe('a form that is not quite ours', () => {
  it.each([
    ['without a token', (form: FormData) => form.delete('token'), {}, 422],
    ['with a made-up token', (form: FormData) => form.set('token', 'a.b.c.d'), {}, 422],
    ['sent from another site', () => {}, { 'sec-fetch-site': 'cross-site' }, 403],
    [
      'with the hidden field filled in',
      (form: FormData) => form.set('fax_extension', '42'),
      {},
      422,
    ],
  ])('comes back %s, whole and sendable', async (_how, change, headers, status) => {
    const form = filledForm(await open(), answers);
    change(form);
    const answer = await post(form, paths.en, headers);
    expect(answer.status).toBe(status);
    const html = await answer.text();
    expect(html).toContain('I have done this work.');
    expect(await applications()).toEqual([]);
    const second = await post(filledForm(tokenOf(html), { ...answers, resume: null }));
    expect(second.status).toBe(303);
  });

  it('is slowed down, not lost, where one address sends too many', async () => {
    const headers = { 'x-sender': '192.0.2.7' };
    const token = await open();
    let last = await post(filledForm(token, { ...answers, resume: null }), paths.en, headers);
    for (let sent = 1; sent < 61; sent += 1) {
      last = await post(filledForm(token, { ...answers, resume: null }), paths.en, headers);
    }
    expect(last.status).toBe(429);
    expect(await last.text()).toContain('I have done this work.');
    const other = await post(filledForm(token, answers), paths.en, { 'x-sender': '192.0.2.8' });
    expect(other.status).toBe(303);
    for (let sent = 61; sent < 181; sent += 1) {
      last = await post(new FormData(), paths.en, headers);
    }
    expect(last.status).toBe(429);
    expect(await last.text()).not.toContain('name="token"');
  });
});

describe('closing', () => {
  const at = (offsetMinutes: number): void => {
    intake.now.value = new Date(closesAt.getTime() + offsetMinutes * 60_000);
  };

  it('accepts within grace a form opened before, and says so', async () => {
    at(-5);
    const token = await open();
    at(10);
    const answer = await post(filledForm(token, answers));
    expect(answer.status).toBe(303);
    expect(await applications()).toMatchObject([{ within_grace: true }]);
    const receipt = await intake.request(answer.headers.get('location') ?? '');
    expect(await receipt.text()).toContain('grace period');
  });

  it('lets a form be corrected within grace', async () => {
    at(-5);
    const token = await open();
    at(5);
    const html = await (await post(changed(filledForm(token, answers), { email: 'zoe' }))).text();
    at(14);
    expect((await post(filledForm(tokenOf(html), { ...answers, resume: null }))).status).toBe(303);
  });

  it('refuses after grace, with the answers to copy', async () => {
    at(-5);
    const token = await open();
    at(15);
    const answer = await post(filledForm(token, answers));
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('I have done this work.');
    expect(html).toContain('November\u00A030,\u00A02026 at 11:59\u00A0pm');
    expect(html).toMatch(/(accommodation|mesures-adaptation)\?posting=/);
    expect(await applications()).toEqual([]);
  });

  it('gives the answers back where the posting was taken off the site meanwhile', async () => {
    at(-5);
    const token = await open();
    await intake.content.remove('en/jobs/analyst.md');
    await intake.content.remove('fr/emplois/analyst.md');
    await intake.reloadContent();
    const answer = await post(filledForm(token, answers));
    expect(answer.status).toBe(410);
    const html = await answer.text();
    expect(html).toContain('I have done this work.');
    expect(html).toContain('nothing was sent');
    expect(await applications()).toEqual([]);
  });

  it('shows no form from the closing instant on', async () => {
    at(0);
    const page = await intake.request(paths.fr);
    expect(page.status).toBe(410);
    expect(await page.text()).not.toContain('name="token"');
  });

  it('still shows the receipt to whoever sends again after closing', async () => {
    at(-5);
    const token = await open();
    const first = await post(filledForm(token, answers));
    at(60);
    const again = await post(filledForm(token, answers));
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
  });
});

describe('when something is away', () => {
  it('sends a form at an old address on to the new one, whole', async () => {
    const token = await open();
    await intake.content.write(
      'en/jobs/analyst.md',
      '---\ntitle: English analyst\ntranslationKey: analyst\nslug: renamed\n---\n\nText.\n',
    );
    await intake.reloadContent();
    const moved = await post(filledForm(token, answers));
    expect(moved.status).toBe(308);
    expect(moved.headers.get('location')).toBe('/en/jobs/renamed/apply');
    expect((await post(filledForm(token, answers), '/en/jobs/renamed/apply')).status).toBe(303);
  });

  it('answers 404 for a posting that never was, in the language of the address', async () => {
    const answer = await intake.request('/fr/emplois/rien/postuler');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('lang="fr"');
  });

  it('keeps the answers where the disk is full', async () => {
    await intake.close();
    const full = () =>
      Promise.resolve({ ok: false as const, error: { kind: 'disk-full' as const } });
    intake = await startIntake({
      files: {
        stage: async (source: AsyncIterable<Uint8Array>) => {
          for await (const chunk of source) void chunk;
          return full();
        },
      } as never,
    });
    const answer = await post(filledForm(await open(), answers));
    expect(answer.status).toBe(503);
    const html = await answer.text();
    expect(html).toContain('disk is full');
    expect(html).toContain('I have done this work.');
  });
});
