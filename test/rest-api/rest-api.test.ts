import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Postings, createPostings } from '#hiring/postings';
import { type ContentFolder, contentFolder, pairSources } from '#hiring/postings/testing';
import { restApiWeb } from '#hiring/rest-api';
import { randomIds } from '#platform/ids';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';

const log = { info() {}, warn() {}, error() {} };
const origins = { en: 'https://jobs.example', fr: 'https://emplois.example' };

let database: TestDatabase;
let folder: ContentFolder;
let postings: Postings;
let app: Hono;
let now: Date;

beforeAll(async () => {
  now = new Date('2026-04-01T12:00:00Z');
  database = await createTestDatabase();
  folder = await contentFolder({
    ...pairSources('advisor'),
    'process/advisor.yml': `classification: { group: IT, level: 5 }
pay: { min: 115754, max: 150842 }
seats:
  - language: { requirement: bilingual, imperative: true, profile: { reading: C, writing: B, oral: C } }
criteria:
  - { id: research, kind: essential, text: { en: Research, fr: Recherche } }
opens: 2026-03-02T09:00:00-05:00
closes: 2026-05-09T23:59:00-07:00
timeZone: America/Vancouver
`,
    ...pairSources('b'),
    ...pairSources('c'),
    ...pairSources('later'),
    'process/later.yml': 'opens: 2026-06-01 09:00\ntimeZone: America/Toronto\n',
    ...pairSources('old', { en: { archived: 'true' }, fr: { archived: 'true' } }),
  });
  postings = createPostings({
    contentFolder: folder.path,
    db: database.db,
    clock: () => now,
    ids: randomIds,
    log,
    closingSoonDays: 7,
  });
  await postings.start();
  app = new Hono();
  app.route(
    '/',
    restApiWeb({ postings, clock: () => now, closingSoonDays: 7, origins, version: '1.2.3' }),
  );
});
beforeEach(() => {
  now = new Date('2026-04-01T12:00:00Z');
});
afterAll(async () => {
  await postings.stop();
  await folder.removeAll();
  await database.drop();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://localhost/api/v1${path}`, { headers });

type Answer = { data: { id: string; translationKey: string }[]; nextCursor: string | null };
const list = async (query = ''): Promise<Answer> =>
  (await (await get(`/postings${query}`)).json()) as Answer;

/** Checks an answer by the schema that the published description gives for its path and status. */
async function expectDescribed(path: string, template: string): Promise<unknown> {
  const description = (await (await get('/openapi.json')).json()) as {
    paths: Record<string, { get: { responses: Record<string, { content: object }> } }>;
  };
  const answer = await get(path);
  const operation = description.paths[`/api/v1${template}`]!.get;
  const content = operation.responses[answer.status]?.content ?? {};
  const media = (answer.headers.get('content-type') ?? '').split(';')[0]!;
  const schema = (content as Record<string, { schema: object }>)[media]?.schema;
  expect(schema, `${path}: ${answer.status} ${media}`).toBeDefined();
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(description, 'api');
  const references = JSON.stringify(schema).replaceAll('"#/', '"api#/');
  const validate = ajv.compile(JSON.parse(references) as object);
  const body = (await answer.json()) as unknown;
  validate(body);
  expect(validate.errors).toBeNull();
  return body;
}

describe('the description', () => {
  it('is OpenAPI 3.1, by a validator that is not ours', async () => {
    const validator = new Validator();
    const outcome = await validator.validate(
      (await (await get('/openapi.json')).json()) as Record<string, unknown>,
    );
    expect(outcome.errors).toBeUndefined();
    expect(outcome.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('fits every answer', async () => {
    const body = await expectDescribed('/postings?state=all', '/postings');
    const [first] = (body as Answer).data;
    await expectDescribed(`/postings/${first!.id}`, '/postings/{id}');
    await expectDescribed('/postings?limit=0', '/postings');
    await expectDescribed('/postings/none', '/postings/{id}');
  });
});

describe('the postings', () => {
  it('are the open ones, in both languages, with their facts', async () => {
    const { data } = await list();
    expect(data.map(({ translationKey }) => translationKey)).toEqual(['advisor', 'b', 'c']);
    expect(data[0]).toMatchObject({
      state: 'open',
      title: { en: 'English advisor', fr: 'Français advisor' },
      url: { fr: 'https://emplois.example/fr/emplois/francais-advisor' },
      applyUrl: { en: 'https://jobs.example/en/jobs/english-advisor/apply' },
      facts: {
        classification: { group: 'IT', level: 5 },
        closesAt: '2026-05-10T06:59:00.000Z',
        seats: [{ language: { profile: { french: { writing: 'B' } } } }],
        criteria: [{ id: 'research' }],
      },
    });
  });

  it('are closed or all where asked, never those still to come', async () => {
    const keys = async (query: string) => (await list(query)).data.map((one) => one.translationKey);
    expect(await keys('?state=closed')).toEqual(['old']);
    expect(await keys('?state=all')).toEqual(['advisor', 'b', 'c', 'old']);
    now = new Date('2026-05-10T06:59:00Z');
    expect(await keys('')).toEqual(['b', 'c']);
  });

  it('come page by page, each once', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Answer = await list(`?limit=2&state=all${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.data.map((one) => one.translationKey));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['advisor', 'b', 'c', 'old']);
  });

  it('are not sent again where nothing has changed', async () => {
    const first = await get('/postings');
    const tag = first.headers.get('etag') ?? '';
    expect((await get('/postings', { 'if-none-match': tag })).status).toBe(304);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('what is wrong', () => {
  it('is said of each parameter, in the language asked for', async () => {
    const answer = await get('/postings?state=x&limit=many', { 'accept-language': 'fr-CA,en' });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-language')).toBe('fr');
    expect(await answer.json()).toMatchObject({
      title: 'La requête est incompréhensible',
      errors: [
        { parameter: 'state', message: 'Indiquez open, closed ou all.' },
        { parameter: 'limit', message: 'Indiquez un nombre entier de 1 à 100.' },
      ],
    });
  });

  it.each(['/postings/none', `/postings/${randomIds.uuid()}`, '/nothing'])(
    'is that there is no %s',
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(await answer.json()).toMatchObject({ status: 404, title: 'Not found' });
    },
  );
});
