import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pairSources } from '#hiring/postings/testing';
import { sampleDocxParts, samplePdf, writeZip } from '#platform/files/testing';
import {
  type FormAnswers,
  applyThrough,
  consent,
  fillDraft,
  filledForm,
  filledStep,
  post,
  revisionOf,
  sendDraft,
  tokenOf,
} from '../support/applicant.ts';
import { type Intake, closesAt, origin, startIntake } from './harness.ts';

const slugs = { en: 'english-analyst', fr: 'francais-analyst' };
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

const send = (path: string, init?: RequestInit) => intake.request(path, init);
const apply = (changes: Partial<FormAnswers> = {}) => {
  const all = { ...answers, ...changes };
  return applyThrough(send, slugs[all.lang], all);
};
const begin = (form: FormData, path = paths.en, headers: Record<string, string> = {}) =>
  intake.request(path, { method: 'POST', body: form, headers });
const fill = () => fillDraft(send, slugs.en, answers);
/** The path of a step of the draft whose page of checking is at this path. */
const stepAt = (check: string, step: string) => check.replace(/check$/, step);

const changed = (form: FormData, changes: Record<string, string | File>): FormData => {
  for (const [name, value] of Object.entries(changes)) form.set(name, value);
  return form;
};

const applications = () => intake.database.db.selectFrom('applications').selectAll().execute();
const identities = () =>
  intake.database.db.selectFrom('applicant_identities').selectAll().execute();
const drafts = () => intake.database.db.selectFrom('application_drafts').selectAll().execute();
const receiptEmails = () =>
  intake.database.db
    .selectFrom('emails')
    .selectAll()
    .where('kind', '=', 'application-receipt')
    .execute();

describe('an application', () => {
  it('is made with its identity, history, posting as advertised, questions, file and e-mail', async () => {
    const answer = await apply({ lang: 'fr' });
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
    const [email] = await receiptEmails();
    expect(email).toMatchObject({ lang: 'fr', recipient: answers.email });
    expect(email?.subject).toBe(
      `Candidature reçue (${application?.reference})\u00A0: Français analyst`,
    );
    expect(email?.text_body).toContain(origin + (answer.headers.get('location') ?? '?'));
    expect(await drafts()).toEqual([]);
  });

  it('is made once, however often and however fast it is sent', async () => {
    const check = await fill();
    const revision = revisionOf(await (await send(check)).text());
    const burst = await Promise.all(
      Array.from({ length: 5 }, () => send(check, post(consent(revision)))),
    );
    const again = await send(check, post(consent(revision)));
    const locations = new Set([...burst, again].map((answer) => answer.headers.get('location')));
    expect(locations.size).toBe(1);
    expect([...locations][0]).toMatch(/\/receipt\//);
    expect(await applications()).toHaveLength(1);
    expect(await identities()).toHaveLength(1);
    expect(await receiptEmails()).toHaveLength(1);
  });

  it('is not mistaken for a repeat where a used form says something else', async () => {
    const token = await open();
    const first = await applyThrough(send, slugs.en, answers, token);
    const same = await begin(filledForm(token, answers));
    expect(same.headers.get('location')).toBe(first.headers.get('location'));
    const other = { ...answers, name: 'Other Sample', email: 'other@sample.example' };
    const shown = await begin(filledForm(token, other));
    expect(shown.status).toBe(422);
    const html = await shown.text();
    expect(html).toContain('Other Sample');
    expect(html).not.toContain(answers.email);
    expect(await applications()).toHaveLength(1);
    const second = await applyThrough(send, slugs.en, other, tokenOf(html));
    expect(second.status).toBe(303);
    expect(await identities()).toHaveLength(2);
  });

  it('writes to the candidate in the language they chose, whatever the page', async () => {
    const check = await fill();
    const french = changed(filledStep(answers), { correspondence: 'fr' });
    await send(stepAt(check, 'languages'), post(changed(french, { revision: '9' })));
    await sendDraft(send, check);
    const [email] = await receiptEmails();
    expect(email?.lang).toBe('fr');
    expect(email?.text_body).toContain('/fr/emplois/');
  });

  it('tells on the receipt that the posting has changed since, and links to what changed', async () => {
    const location = (await apply()).headers.get('location') ?? '';
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
    const location = (await apply()).headers.get('location') ?? '';
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

describe('a step to correct', () => {
  it('comes back with 422, a summary and every answer, and is a draft already', async () => {
    const first = await begin(
      changed(filledForm(await open(), answers), { email: 'zoe', phone: '613-555-0123' }),
    );
    expect(first.status).toBe(422);
    const html = await first.text();
    expect(html).toContain('href="#email"');
    expect(html).toContain('value="613-555-0123"');
    expect(html).toContain('Draft: not submitted');
    expect(await drafts()).toHaveLength(1);
    const action = /<form class="form" action="([^"]+)"/.exec(html)?.[1] ?? '';
    const second = await send(
      action,
      post(changed(filledStep(answers), { revision: revisionOf(html) })),
    );
    expect(second.status).toBe(303);
    expect(await drafts()).toMatchObject([{ email: answers.email }]);
  });

  it('keeps its file while another answer beside it is wrong', async () => {
    const check = await fill();
    const newer = { name: 'newer.pdf', bytes: samplePdf('Newer') };
    const wrong = changed(filledStep({ ...answers, resume: newer }), {
      samples: 'not a link',
      revision: '9',
    });
    const shown = await send(stepAt(check, 'documents'), post(wrong));
    expect(shown.status).toBe(422);
    const html = await shown.text();
    expect(html).toContain('href="#samples"');
    expect(html).toContain('newer.pdf');
    const kept = /name="kept-resume" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const right = changed(filledStep({ ...answers, resume: null }), {
      'kept-resume': kept,
      revision: revisionOf(html),
    });
    expect((await send(stepAt(check, 'documents'), post(right))).status).toBe(303);
    await sendDraft(send, check);
    expect(await identities()).toMatchObject([{ resume_name: 'newer.pdf' }]);
  });

  it('takes no file of another draft by its id', async () => {
    const others = await fill();
    const html = await (await send(stepAt(others, 'documents'))).text();
    const theirs = /name="kept-resume" value="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(theirs).not.toBe('');
    const mine = await fill();
    const stolen = changed(filledStep({ ...answers, resume: null }), {
      'kept-resume': theirs,
      revision: '9',
    });
    const answer = await send(stepAt(mine, 'documents'), post(stolen));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Choose your résumé.');
  });

  it('asks for a résumé where none came, and does not send without it', async () => {
    const check = await fill();
    const none = changed(filledStep({ ...answers, resume: null }), { revision: '9' });
    const answer = await send(stepAt(check, 'documents'), post(none));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('href="#resume"');
    const html = await (await send(check)).text();
    expect(html).toContain('Choose your résumé.');
    const draft = (await drafts())[0];
    const sent = await send(check, post(consent(String(draft?.revision))));
    expect(sent.status).toBe(422);
    expect(await applications()).toEqual([]);
  });

  it('is not sent without agreement to the privacy notice', async () => {
    const check = await fill();
    const form = consent(revisionOf(await (await send(check)).text()));
    form.delete('consent');
    const answer = await send(check, post(form));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('href="#consent"');
    expect(await applications()).toEqual([]);
  });

  it('never shows what was typed as markup', async () => {
    const evil = '"><script>alert(1)</script><b onmouseover=x>';
    const more = { name: evil, statement: `</textarea>${evil}`, samples: 'a.example' };
    const check = await fillDraft(send, slugs.en, { ...answers, ...more });
    const pages = [check, stepAt(check, 'statement'), stepAt(check, 'contact')];
    const receipt = (await sendDraft(send, check)).headers.get('location') ?? '';
    const wrong = await begin(
      changed(filledForm(await open(), answers), { name: evil, email: evil }),
    );
    const shown = await Promise.all(
      [...pages, receipt].map(async (path) => (await send(path)).text()),
    );
    for (const html of [...shown, await wrong.text()]) {
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('<b onmouseover');
    }
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
    const check = await fill();
    const form = filledStep({ ...answers, resume: { name: 'my file.pdf', bytes } });
    const samples = 'https://work.example';
    const answer = await send(
      stepAt(check, 'documents'),
      post(changed(form, { samples, revision: '9' })),
    );
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(words);
    expect(html).toContain('“my file.pdf”');
    expect(html).toContain(samples);
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
    const check = await fill();
    const before = await readdir(join(intake.filesFolder, 'tmp')).catch(() => []);
    expect(before).toEqual([]);
    const body = `--x\r\nContent-Disposition: form-data; name="revision"\r\n\r\n9\r\n--x\r\nContent-Disposition: form-data; name="resume"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4 and then noth`;
    const answer = await intake.request(stepAt(check, 'documents'), {
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
    const answer = await begin(form, paths.en, headers);
    expect(answer.status).toBe(status);
    const html = await answer.text();
    expect(html).toContain('Zoë Sample');
    expect(await drafts()).toEqual([]);
    expect((await begin(filledForm(tokenOf(html), answers))).status).toBe(303);
  });

  it.each(['statement', 'check', 'discard'])(
    'changes nothing at %s when another site sends it',
    async (where) => {
      const check = await fill();
      const before = await drafts();
      const form = changed(filledStep(answers), { statement: 'Forged.', consent: 'yes' });
      form.set('revision', String(before[0]?.revision));
      const answer = await intake.request(stepAt(check, where), {
        method: 'POST',
        body: form,
        headers: { 'sec-fetch-site': 'cross-site' },
      });
      expect([303, 403]).toContain(answer.status);
      expect(await drafts()).toEqual(before);
      expect(await applications()).toEqual([]);
    },
  );

  it('is slowed down, not lost, where one address sends too many', async () => {
    const headers = { 'x-sender': '192.0.2.7' };
    const token = await open();
    const again = () => begin(filledForm(token, answers), paths.en, headers);
    let last = await again();
    for (let sent = 1; sent < 61; sent += 1) last = await again();
    expect(last.status).toBe(429);
    expect(await last.text()).toContain('Zoë Sample');
    const other = await begin(filledForm(token, answers), paths.en, { 'x-sender': '192.0.2.8' });
    expect(other.status).toBe(303);
    for (let sent = 61; sent < 181; sent += 1) {
      last = await begin(new FormData(), paths.en, headers);
    }
    expect(last.status).toBe(429);
    expect(await last.text()).not.toContain('name="token"');
  });
});

describe('closing', () => {
  const at = (offsetMinutes: number): void => {
    intake.now.value = new Date(closesAt.getTime() + offsetMinutes * 60_000);
  };

  it('accepts within grace a form opened before, and says so all along', async () => {
    at(-5);
    const token = await open();
    at(10);
    const check = await fillDraft(send, slugs.en, answers, token);
    expect(await (await send(check)).text()).toContain('12:14\u00A0am');
    const answer = await sendDraft(send, check);
    expect(answer.status).toBe(303);
    expect(await applications()).toMatchObject([{ within_grace: true }]);
    const receipt = await intake.request(answer.headers.get('location') ?? '');
    expect(await receipt.text()).toContain('grace period');
  });

  it('lets a step be corrected within grace', async () => {
    at(-5);
    const check = await fill();
    at(14);
    const form = changed(filledStep(answers), { statement: 'Corrected.', revision: '9' });
    expect((await send(stepAt(check, 'statement'), post(form))).status).toBe(303);
    expect((await sendDraft(send, check)).status).toBe(303);
    expect(await applications()).toMatchObject([{ statement: 'Corrected.' }]);
  });

  it('refuses after grace, with the answers to copy', async () => {
    at(-5);
    const check = await fill();
    const revision = revisionOf(await (await send(check)).text());
    at(15);
    const answer = await send(check, post(consent(revision)));
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('I have done this work.');
    expect(html).toContain('November\u00A030,\u00A02026 at 11:59\u00A0pm');
    expect(html).toMatch(/(accommodation|mesures-adaptation)\?posting=/);
    const late = await send(
      stepAt(check, 'statement'),
      post(changed(filledStep(answers), { statement: 'Typed too late.', revision: '9' })),
    );
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Typed too late.');
    expect(await applications()).toEqual([]);
  });

  it('gives the answers back where the posting was taken off the site meanwhile', async () => {
    at(-5);
    const check = await fill();
    await intake.content.remove('en/jobs/analyst.md');
    await intake.content.remove('fr/emplois/analyst.md');
    await intake.reloadContent();
    const answer = await send(check, post(consent('9')));
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
    const check = await fill();
    const revision = revisionOf(await (await send(check)).text());
    const first = await send(check, post(consent(revision)));
    at(60);
    const again = await send(check, post(consent(revision)));
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
    const moved = await begin(filledForm(token, answers));
    expect(moved.status).toBe(308);
    expect(moved.headers.get('location')).toBe('/en/jobs/renamed/apply');
    expect((await begin(filledForm(token, answers), '/en/jobs/renamed/apply')).status).toBe(303);
  });

  it('keeps a draft at its address where the posting has another now', async () => {
    const check = await fill();
    await intake.content.write(
      'en/jobs/analyst.md',
      '---\ntitle: English analyst\ntranslationKey: analyst\nslug: renamed\n---\n\nText.\n',
    );
    await intake.reloadContent();
    const answer = await sendDraft(send, check);
    expect(answer.headers.get('location')).toMatch(/^\/en\/jobs\/renamed\/apply\/receipt\//);
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
    const first = await begin(filledForm(await open(), answers));
    const statement = first.headers.get('location') ?? '';
    const samples = 'https://work.example';
    const answer = await send(
      statement.replace(/statement$/, 'documents'),
      post(changed(filledStep(answers), { samples })),
    );
    expect(answer.status).toBe(503);
    const html = await answer.text();
    expect(html).toContain('disk is full');
    expect(html).toContain(samples);
    const saved = (await drafts())[0]?.answers['documents'];
    expect(saved?.fields).toMatchObject({ samples });
  });
});
