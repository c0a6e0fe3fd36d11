import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { samplePdf } from '#platform/files/testing';
import { type Api, ids, startApi } from './harness.ts';
import { valid } from './schemas.ts';

type Applied = { applicationId: string; reference: string; receiptUrl: string };
type Refused = { error: string; errors: { field: string; code: string; message: string }[] };

let api: Api;
let key: string;
let sent = 0;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  key = await api.key('apply');
});
afterEach(() => {
  api.now.value = new Date('2026-11-24T12:00:00Z');
});
afterAll(() => api.close());

/** Nobody applied before with this address. */
const someone = (): string => {
  sent += 1;
  return `someone-${sent}@sample.example`;
};

const path = (id: string = ids.designer.en, more = ''): string =>
  `/v0/postings/acme/${id}?key=${key}${more}`;
const postJson = (body: object, to = path(), headers: Record<string, string> = {}) =>
  api.post(to, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
const formOf = (fields: Record<string, string | File>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
const pdf = (words = 'A résumé', name = 'cv.pdf'): File =>
  new File([new Uint8Array(samplePdf(words))], name, { type: 'application/pdf' });

const rowOf = async (applicationId: string) =>
  api.database.db
    .selectFrom('applications as a')
    .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
    .selectAll()
    .where('a.id', '=', applicationId)
    .executeTakeFirstOrThrow();
const emailsTo = (recipient: string) =>
  api.database.db
    .selectFrom('emails')
    .select(['lang', 'text_body'])
    .where('recipient', '=', recipient)
    .execute();

describe('an application through the API', () => {
  it('as multipart with a résumé is the same as from the form, receipt included', async () => {
    const email = someone();
    const answer = await api.post(
      path(ids.designer.fr),
      formOf({
        name: 'Zoë Sample',
        email,
        phone: '613-555-0123',
        org: 'An Employer',
        comments: 'Parce que.',
        source: 'LinkedIn',
        'urls[GitHub]': 'https://code.example/zoe',
        'urls[Portfolio]': '',
        'consent[store][provided]': 'true',
        'consent[store][compliancePolicyId]': 'policy-7',
        ip: '198.51.100.7',
        userAgent: 'A Browser',
        timezone: 'America/Toronto',
        resume: pdf(),
      }),
    );
    expect(answer.status).toBe(200);
    const { applicationId, reference, receiptUrl } = await valid<Applied>(answer, 'applied');
    const row = await rowOf(applicationId);
    expect(row).toMatchObject({
      reference,
      page_lang: 'fr',
      correspondence_lang: 'fr',
      statement: 'Parce que.',
      work_samples: ['https://code.example/zoe'],
      heard_from: 'social-network',
      privacy_notice: 'of the sender: policy-7',
      full_name: 'Zoë Sample',
      phone: '613-555-0123',
      resume_name: 'cv.pdf',
    });
    const { db } = api.database;
    const events = await db
      .selectFrom('application_events')
      .select(['kind', 'detail'])
      .where('application_id', '=', applicationId)
      .execute();
    expect(events).toEqual([
      {
        kind: 'submitted',
        detail: { lang: 'fr', via: 'lever-api', key: expect.any(String) as string },
      },
    ]);
    const emails = await emailsTo(email);
    expect(emails).toHaveLength(1);
    expect(emails[0]?.lang).toBe('fr');
    expect(emails[0]?.text_body).toContain(receiptUrl);
    expect((await api.get(new URL(receiptUrl).pathname)).status).toBe(200);
    // What the program does not need is nowhere.
    const dump = JSON.stringify([row, events, emails]);
    for (const dropped of ['An Employer', '198.51.100.7', 'A Browser', 'America/Toronto']) {
      expect(dump).not.toContain(dropped);
    }
  });

  it('needs only a name and an address, and sends no e-mail where it is silent', async () => {
    const email = someone();
    const answer = await postJson({ name: 'Al', email, silent: true });
    const { applicationId, receiptUrl } = await valid<Applied>(answer, 'applied');
    expect(await rowOf(applicationId)).toMatchObject({
      resume_sha256: null,
      resume_name: null,
      statement: '',
      heard_from: 'not-said',
    });
    expect(await emailsTo(email)).toEqual([]);
    const receipt = await api.get(new URL(receiptUrl).pathname);
    expect(await receipt.text()).toContain('None');
  });

  it('is urlencoded too, with answers to the published questions', async () => {
    const body = new URLSearchParams({
      name: 'Bo',
      email: someone(),
      'customQuestions[statement]': 'Because.',
      'customQuestions[correspondence]': 'fr',
      'customQuestions[heard]': 'event',
      'customQuestions[samples]': 'a.example/1\nhttps://b.example',
    });
    const { applicationId } = await valid<Applied>(await api.post(path(), body), 'applied');
    expect(await rowOf(applicationId)).toMatchObject({
      statement: 'Because.',
      correspondence_lang: 'fr',
      heard_from: 'event',
      work_samples: ['https://a.example/1', 'https://b.example/'],
    });
  });

  it('sent again is the same; with other content it is another of the same person', async () => {
    const email = someone();
    const send = async (comments: string, resume: File) =>
      valid<Applied>(
        await api.post(path(), formOf({ name: 'Cy', email, comments, resume })),
        'applied',
      );
    const [first, again] = await Promise.all([send('One.', pdf()), send('One.', pdf())]);
    expect(again).toEqual(first);
    key = await api.key('apply');
    const other = await send('Two.', pdf());
    expect(other.applicationId).not.toBe(first.applicationId);
    const { count } = await api.database.db
      .selectFrom('applicant_identities')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    expect(count).toBe('2');
    expect(await emailsTo(email)).toHaveLength(2);
  });
});

describe('an application that cannot be taken', () => {
  const refusal = async (answer: Response, status: number): Promise<Refused> => {
    expect(answer.status).toBe(status);
    return valid<Refused>(answer, 'error');
  };

  it('tells every problem at once, by Lever’s names, in the language asked for', async () => {
    const body = {
      email: 'nobody',
      phone: 'x',
      comments: 'word '.repeat(301),
      urls: { GitHub: 'not an address' },
    };
    const { error, errors } = await refusal(
      await postJson(body, path(ids.designer.en, '&lang=fr')),
      422,
    );
    expect(errors.map(({ field, code }) => [field, code])).toEqual([
      ['name', 'missing'],
      ['email', 'shape'],
      ['phone', 'shape'],
      ['comments', 'long'],
      ['urls', 'shape'],
    ]);
    expect(error).toContain('Indiquez votre nom.');
    expect(error).toContain('Ramenez votre réponse à 300 mots. Elle en compte 301.');
  });

  it('says what is wrong with the shape of a field', async () => {
    const { errors } = await refusal(
      await postJson({
        name: 'D',
        email: someone(),
        customQuestions: { colour: 'red' },
        resume: 'JVBERi0=',
      }),
      422,
    );
    expect(errors.map(({ field, code }) => [field, code])).toEqual([
      ['customQuestions[colour]', 'unknown-question'],
      ['resume', 'resume-as-text'],
    ]);
  });

  it.each([
    ['cv.pdf', 'MZ\u0000\u0001 not a document', 'unsupported-type'],
    ['cv.pdf', '', 'empty'],
  ])('never loses a file in silence: %s with "%s"', async (name, content, code) => {
    const form = formOf({ name: 'E', email: someone(), resume: new File([content], name) });
    const { errors } = await refusal(await api.post(path(), form), 422);
    expect(errors).toMatchObject([{ field: 'resume', code }]);
    expect(errors[0]?.message).toContain('cv.pdf');
  });

  it('is refused after closing, to the instant, and for a candidate who does not agree', async () => {
    api.now.value = new Date('2026-12-01T06:59:00Z');
    const closed = await refusal(await postJson({ name: 'F', email: someone() }), 410);
    expect(closed.errors).toMatchObject([{ field: 'posting', code: 'closed' }]);
    key = await api.key('apply');
    const consent = { store: false };
    const answer = await postJson({ name: 'F', email: someone(), consent }, path(ids.shared));
    expect((await refusal(answer, 422)).errors).toMatchObject([
      { field: 'consent[store]', code: 'consent' },
    ]);
  });

  it.each([
    ['{"name":', 'application/json', 400],
    ['[]', 'application/json', 400],
    ['name=G', 'text/plain', 415],
    ['x', 'multipart/form-data', 415],
    ['"'.repeat(1_100_000), 'application/json', 413],
  ])('as "%.9s…" of %s answers %i', async (body, type, status) => {
    const { error } = await refusal(await api.post(path(), body, { 'content-type': type }), status);
    expect(error).toMatch(/\.$/);
  });

  it('to a posting that is not there is not found', async () => {
    const answer = await postJson({ name: 'H', email: someone() }, path('nothing'));
    expect([answer.status, await answer.text()]).toEqual([
      404,
      '{"ok":false,"error":"Document not found"}',
    ]);
  });
});

describe('a key', () => {
  it.each([
    ['missing', '', 401],
    ['unknown', '?key=tandem_made-up', 401],
  ])('that is %s is refused', async (code, query, status) => {
    const answer = await postJson(
      { name: 'I', email: someone() },
      `/v0/postings/acme/${ids.shared}${query}`,
    );
    expect(answer.status).toBe(status);
    expect((await valid<Refused>(answer, 'error')).errors).toMatchObject([{ field: 'key', code }]);
  });

  it('does only what its scope says, and nothing once revoked', async () => {
    const reading = await api.key('read');
    const apply = `/v0/postings/acme/${ids.shared}?key=${reading}`;
    expect((await postJson({ name: 'J', email: someone() }, apply)).status).toBe(403);
    const { db } = api.database;
    await db
      .updateTable('api_keys')
      .set({ revoked_at: api.now.value })
      .where('key_end', '=', key.slice(-4))
      .execute();
    const answer = await postJson({ name: 'J', email: someone() });
    expect(answer.status).toBe(401);
    expect((await valid<Refused>(answer, 'error')).errors).toMatchObject([{ code: 'revoked' }]);
  });

  it('is kept as its hash, with when it was last used', async () => {
    await postJson({ name: 'K', email: someone() });
    const row = await api.database.db
      .selectFrom('api_keys')
      .selectAll()
      .where('key_end', '=', key.slice(-4))
      .executeTakeFirstOrThrow();
    expect(row.last_used_at).toEqual(api.now.value);
    expect(JSON.stringify(row)).not.toContain(key);
  });

  it('may send twice a second', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => postJson({ name: 'L', email: someone() })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    const busy = answers.find(({ status }) => status === 429);
    expect(busy?.headers.get('retry-after')).toBe('1');
    expect((await valid<Refused>(busy!, 'error')).error).toContain('at most 2 a second');
  });
});

describe('an Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'one-application' };

  it('gives the same answer to the same content, and refuses other content', async () => {
    const email = someone();
    const form = (comments: string) => formOf({ name: 'M', email, comments, resume: pdf() });
    const first = await valid<Applied>(await api.post(path(), form('One.'), headers), 'applied');
    const again = await api.post(path(), form('One.'), headers);
    expect(again.headers.get('idempotent-replay')).toBe('true');
    expect(await valid<Applied>(again, 'applied')).toEqual(first);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const other = await api.post(path(), form('Two.'), headers);
    expect(other.status).toBe(422);
    expect((await valid<Refused>(other, 'error')).errors).toMatchObject([
      { field: 'Idempotency-Key', code: 'reused' },
    ]);
    // Of another key it is another's.
    key = await api.key('apply');
    expect((await api.post(path(), form('Two.'), headers)).status).toBe(200);
    // And after a day it may mean something else.
    api.now.value = new Date(api.now.value.getTime() + 24 * 3_600_000 + 1);
    expect((await api.post(path(), form('Three.'), headers)).status).toBe(200);
  });

  it('gives a refusal again, too', async () => {
    const send = () => postJson({ email: 'nobody' }, path(), headers);
    const first: unknown = await (await send()).json();
    const again = await send();
    expect([again.status, await again.json()]).toEqual([422, first]);
    expect(again.headers.get('idempotent-replay')).toBe('true');
  });
});

it('an outage of the database is said in the shape of the API', async () => {
  const broken = await startApi();
  const known = await broken.key('apply');
  await broken.database.pool.end();
  const answer = await broken.post(
    `/v0/postings/acme/${ids.shared}?key=${known}`,
    JSON.stringify({ name: 'N', email: someone() }),
    { 'content-type': 'application/json', 'accept-language': 'fr' },
  );
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10']);
  expect((await valid<Refused>(answer, 'error')).error).toContain('base de données');
  // The list needs no database: what is advertised is in memory.
  expect((await broken.get('/v0/postings/acme')).status).toBe(200);
  await broken.content.removeAll();
});
