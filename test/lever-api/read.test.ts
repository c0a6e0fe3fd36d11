import { gunzipSync } from 'node:zlib';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pairSources } from '#hiring/postings/testing';
import { readPayTables } from '#hiring/process-facts';
import { otherSite } from '../applications/harness.ts';
import { type Api, ids, startApi } from './harness.ts';
import { valid } from './schemas.ts';

type Posting = Record<string, unknown> & {
  id: string;
  text: string;
  lang: string;
  categories: Record<string, unknown>;
};
type Group = { title: string; postings: Posting[] };

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const list = async (query: string, headers = {}): Promise<Posting[]> =>
  valid<Posting[]>(await api.get(`/v0/postings/${query}`, headers), 'postings');
const titles = (postings: Posting[]): string[] => postings.map(({ text }) => text).sort();

const htmlValidate = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
    // A frame stands in a page that has its h1, and takes that page's style sheet; the policy of the
    // answer names the one script by its hash.
    rules: { 'require-sri': 'off', 'require-csp-nonce': 'off' },
  }),
);

async function expectValidHtml(html: string): Promise<void> {
  const report = await htmlValidate.validateString(html);
  const found = report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`),
  );
  expect(found).toEqual([]);
}

describe('the list of postings', () => {
  it('is an array of the open postings, each language with its own id', async () => {
    const all = await list('acme?mode=json');
    expect(titles(all)).toEqual(
      [
        'Designer',
        'Conceptrice ou concepteur',
        'English shared',
        'English analyst',
        'Français analyst',
        'English open',
        'Français open',
      ].sort(),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it.each([
    ['acme-fr', {}],
    ['acme?lang=fr', {}],
    ['acme?lang=fr', { 'accept-language': 'en' }],
    ['acme', { 'accept-language': 'fr-CA, en;q=0.5' }],
  ])('%s %o is in French', async (query, headers) => {
    expect(titles(await list(query, headers))).toEqual(
      ['Conceptrice ou concepteur', 'Français shared', 'Français analyst', 'Français open'].sort(),
    );
  });

  it('says all that it knows of a posting, in its language', async () => {
    const posting = await valid<Posting>(
      await api.get(`/v0/postings/acme/${ids.designer.en}`),
      'posting',
    );
    expect(posting).toEqual({
      id: ids.designer.en,
      text: 'Designer',
      createdAt: Date.parse('2026-11-01T14:00:00Z'),
      updatedAt: expect.any(Number) as number,
      closesAt: Date.parse('2026-12-01T06:59:00Z'),
      lang: 'en',
      categories: {
        location: 'Ottawa, Ontario',
        allLocations: ['Ottawa, Ontario', 'Québec City, Quebec'],
        commitment: 'Term, 2 years',
        team: 'Design',
        department: 'Sample',
        level: 'IT-03',
      },
      country: 'CA',
      workplaceType: 'hybrid',
      opening: '<p>We make <strong>forms</strong> &amp; pages.</p>',
      openingPlain: 'We make forms & pages.',
      description:
        '<p>We make <strong>forms</strong> &amp; pages.</p>\n<h2>The place</h2>\n<p>A bright room.</p>',
      descriptionPlain: 'We make forms & pages.\n\nThe place\n\nA bright room.',
      descriptionBody: '<h2>The place</h2>\n<p>A bright room.</p>',
      descriptionBodyPlain: 'The place\n\nA bright room.',
      lists: [
        { text: 'You will', content: '<li>draw</li>\n<li>test</li>' },
        { text: 'You know', content: '<li>HTML</li>\n<li>people</li>' },
      ],
      additional: '<p>An asset: French.</p>\n<h2>Notices</h2>\n<p>None.</p>',
      additionalPlain: 'An asset: French.\n\nNotices\n\nNone.',
      hostedUrl: 'http://jobs.test/en/jobs/designer',
      applyUrl: 'http://jobs.test/en/jobs/designer/apply',
      salaryRange: { currency: 'CAD', interval: 'per-year-salary', min: 90_000, max: 110_000.5 },
      salaryDescription: '<p>$90,000 to $110,000.50 a year</p>',
      salaryDescriptionPlain: '$90,000 to $110,000.50 a year',
    });
    const french = await valid<Posting>(
      await api.get(`/v0/postings/acme/${ids.designer.fr}`, { 'accept-language': 'en' }),
      'posting',
    );
    expect(french).toMatchObject({
      text: 'Conceptrice ou concepteur',
      categories: { team: 'Conception', department: 'Modèle', location: 'Ottawa (Ontario)' },
      openingPlain: 'Nous créons des formulaires.',
    });
  });

  it('filters, pages and groups', async () => {
    expect(titles(await list('acme-en?team=design'))).toEqual(['Designer']);
    expect(titles(await list('acme-en?team=Design&team=Operations'))).toHaveLength(2);
    expect(titles(await list('acme-en?team=design&team=operations'))).toEqual([]);
    expect(
      titles(await list(`acme-en?location=${encodeURIComponent('Québec City, Quebec')}`)),
    ).toEqual(['Designer']);
    expect(await list('acme-en?department=Sample&level=IT-03')).toHaveLength(1);
    const all = await list('acme-en');
    expect(await list('acme-en?skip=1&limit=2')).toEqual(all.slice(1, 3));
    const groups = await valid<Group[]>(await api.get('/v0/postings/acme-en?group=team'), 'groups');
    expect(groups.map(({ title, postings }) => [title, postings.length])).toEqual([
      ['Design', 1],
      ['Operations', 1],
      ['', 2],
    ]);
  });

  it('loses a posting at its closing instant, and gets it back with the clock', async () => {
    const before = api.now.value;
    const lists: string[][] = [];
    for (const now of [
      '2026-12-01T06:58:59.999Z',
      '2026-12-01T06:59:00Z',
      '2026-11-25T00:00:00Z',
    ]) {
      api.now.value = new Date(now);
      lists.push(titles(await list('acme-en')), titles(await list('acme-en?team=Design')));
    }
    api.now.value = before;
    expect(lists.map(({ length }) => length)).toEqual([4, 1, 2, 0, 4, 1]);
  });

  it('pays by the table in force, from its first instant on', async () => {
    const payTables = readPayTables(`group: IT
currency: CAD
period: year
tables:
  - { effective: 2026-01-01, source: a, levels: [{ level: 3, min: 90000, max: 100000 }] }
  - { effective: 2026-12-22, source: b, levels: [{ level: 3, min: 95000, max: 105000 }] }
`)!;
    const paid = await startApi({
      payTables,
      files: {
        ...pairSources('paid'),
        'process/paid.yml':
          'classification: { group: IT, level: 3 }\ntimeZone: America/Toronto\nevergreen: true\n',
      },
    });
    const ranges: unknown[] = [];
    for (const now of ['2026-12-22T04:59:59.999Z', '2026-12-22T05:00:00Z']) {
      paid.now.value = new Date(now);
      const answer = await paid.get('/v0/postings/acme-en?mode=json');
      const found = (await answer.json()) as Posting[];
      ranges.push(found.find(({ text }) => text === 'English paid')!.salaryRange);
    }
    await paid.close();
    expect(ranges).toMatchObject([{ min: 90_000 }, { min: 95_000 }]);
  });

  it('is an empty array of a known site where nothing is open', async () => {
    const empty = await startApi({
      files: {
        'process/analyst.yml': 'closes: 2026-11-20T06:59:00Z\ntimeZone: America/Toronto\n',
        'process/open.yml': 'closes: 2026-11-20T06:59:00Z\ntimeZone: America/Toronto\n',
      },
    });
    try {
      expect(await (await empty.get('/v0/postings/acme?mode=json')).text()).toBe('[]');
      const page = await (await empty.get('/v0/postings/acme-fr?mode=html')).text();
      expect(page).toContain('Aucune offre');
      await expectValidHtml(page);
    } finally {
      await empty.close();
    }
  });

  it.each([
    '/v0/postings/acme-nowhere',
    '/v0/postings/ACME',
    '/v0/postings/acme/unknown',
    `/v0/postings/acme-fr/${ids.designer.en}`,
    `/v0/postings/acme/${ids.closed}`,
    '/v0/postings',
    '/v0/anything',
  ])('%s is not found, in the words of the original', async (path) => {
    const answer = await api.get(path, { 'accept-language': 'fr' });
    expect([answer.status, await answer.text()]).toEqual([
      404,
      '{"ok":false,"error":"Document not found"}',
    ]);
  });
});

describe('an id that both languages share', () => {
  it.each([
    ['acme', {}, 'English shared'],
    ['acme', { 'accept-language': 'fr' }, 'Français shared'],
    ['acme-fr', { 'accept-language': 'en' }, 'Français shared'],
  ])('%s %o is %s', async (site, headers, title) => {
    const answer = await api.get(`/v0/postings/${site}/${ids.shared}`, headers);
    expect((await valid<Posting>(answer, 'posting')).text).toBe(title);
    expect(answer.headers.get('vary')).toContain('Accept-Language');
  });
});

describe('an answer', () => {
  it('is kept by clients until it changes, and compressed', async () => {
    for (const path of [
      '/v0/postings/acme',
      '/v0/postings/acme?team=Design',
      `/v0/postings/acme/${ids.shared}`,
    ]) {
      const first = await api.get(path, { 'accept-encoding': 'gzip' });
      expect(first.headers.get('content-encoding'), path).toBe('gzip');
      expect(JSON.parse(gunzipSync(await first.arrayBuffer()).toString())).toBeTruthy();
      const tag = first.headers.get('etag') ?? '';
      const again = await api.get(path, { 'accept-encoding': 'gzip', 'if-none-match': tag });
      expect([again.status, await again.text()], path).toEqual([304, '']);
    }
  });

  it('says which origins may read it, and no other', async () => {
    const path = '/v0/postings/acme?group=team';
    const ours = await api.get(path, { origin: otherSite });
    expect(ours.headers.get('access-control-allow-origin')).toBe(otherSite);
    const theirs = await api.get(path, { origin: 'https://elsewhere.example' });
    expect(theirs.headers.get('access-control-allow-origin')).toBeNull();
    for (const { headers } of [ours, theirs]) expect(headers.get('vary')).toContain('Origin');
    const preflight = await api.app.request(`http://jobs.test/v0/postings/acme/${ids.shared}`, {
      method: 'OPTIONS',
      headers: { origin: otherSite, 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Idempotency-Key');
  });
});

describe('the list as a page', () => {
  it.each([
    'acme?mode=html',
    'acme-fr?mode=html&group=team',
    'acme?mode=iframe',
    'acme-en?mode=html&team=none',
  ])('%s is valid HTML', async (query) => {
    const answer = await api.get(`/v0/postings/${query}`);
    expect(answer.headers.get('content-type')).toContain('text/html');
    const html = await answer.text();
    expect(html).toContain('<div class="lever">');
    await expectValidHtml(html);
  });

  it('marks what is in another language than the page', async () => {
    const html = await (await api.get('/v0/postings/acme?mode=html')).text();
    expect(html).toMatch(/<li class="lever-job" lang="fr"><a[^>]*>Conceptrice/);
    expect(html).toMatch(/<li class="lever-job"><a[^>]*>Designer/);
  });

  it('takes the addresses of allowed sites into a frame, and says which it refuses', async () => {
    const css = encodeURIComponent(`${otherSite}/lever.css`);
    const resize = encodeURIComponent(`${otherSite}/resize.html`);
    const answer = await api.get(`/v0/postings/acme?mode=iframe&css=${css}&resize=${resize}`);
    const html = await answer.text();
    expect(html).toContain(`<link rel="stylesheet" href="${otherSite}/lever.css"`);
    expect(html).toContain(`data-src="${otherSite}/resize.html?height="`);
    expect(html).toContain('target="_top"');
    expect(answer.headers.get('content-security-policy')).toContain(
      `frame-ancestors 'self' http://jobs.test ${otherSite}`,
    );
    expect(answer.headers.get('x-frame-options')).toBeNull();
    await expectValidHtml(html);

    const refused = await api.get(
      '/v0/postings/acme?mode=iframe&css=https://evil.example/x.css&resize=javascript:alert(1)',
    );
    const page = await refused.text();
    expect(page).not.toMatch(/evil|javascript:|stylesheet/);
    expect(page).toContain('<!-- css: its site is not in TANDEM_API_ORIGINS -->');
  });
});

describe('the questions of a posting', () => {
  it('are published as data, in its language', async () => {
    const answer = await api.get(`/v0/postings/acme/${ids.designer.fr}/apply`);
    const schema = await valid<{
      personalInformation: { name: string; required: boolean }[];
      customQuestions: { id: string; text: string; fields: { options?: { value: string }[] }[] }[];
    }>(answer, 'questions');
    expect(schema.personalInformation.map(({ name }) => name)).toEqual([
      'name',
      'email',
      'phone',
      'resume',
    ]);
    expect(schema.customQuestions.map(({ id }) => id).sort()).toEqual([
      'correspondence',
      'heard',
      'samples',
      'statement',
    ]);
    expect(schema.customQuestions.find(({ id }) => id === 'statement')?.text).toBe(
      'Pourquoi ce travail vous convient-il?',
    );
    expect(
      schema.customQuestions.find(({ id }) => id === 'heard')?.fields[0]?.options,
    ).toContainEqual({ value: 'event', text: 'Un événement' });
  });
});

it('leads from the address of the form that clients make to ours', async () => {
  const answer = await api.get('/fr/emplois/conceptrice-ou-concepteur/apply');
  expect([answer.status, answer.headers.get('location')]).toEqual([
    301,
    '/fr/emplois/conceptrice-ou-concepteur/postuler',
  ]);
});
