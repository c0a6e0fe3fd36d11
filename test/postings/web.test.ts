import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Postings, createPostings, postingsWeb } from '#hiring/postings';
import { readPayTables } from '#hiring/process-facts';
import {
  type ContentFolder,
  contentFolder,
  pairSources,
  postingSource,
} from '#hiring/postings/testing';
import { randomIds } from '#platform/ids';
import { renderPage } from '#web/layout/index.ts';
import type { Page } from '#web/page.ts';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';

const log = { info() {}, warn() {}, error() {} };
const origins = { en: 'https://jobs.example', fr: 'https://emplois.example' };

let database: TestDatabase;
let folder: ContentFolder;
let postings: Postings;
let app: Hono;
let now: Date;
let rendered = 0;

const facts = `classification: { group: IT, level: 5 }
pay: { min: 115754, max: 150842 }
tenure: { kind: term, months: 24 }
seats:
  - language: { requirement: bilingual, imperative: true, profile: { reading: C, writing: B, oral: C } }
  - language: { requirement: either }
workMode: remote
opens: 2026-03-02T09:00:00-05:00
closes: 2026-05-09T23:59:00-07:00
timeZone: America/Vancouver
whoCanApply: { en: Anyone, fr: Tout le monde }
`;

/** Every fact that the page shows and `facts` does not state; the pay is that of a table. */
const fullFacts = `processNumber: 2026-SDS-017
organization: { en: Sample Agency, fr: Agence modèle }
unit: { en: Advisory Services, fr: Services-conseils }
reportsTo: { en: Director, fr: Direction }
classification: { group: IT, level: 5 }
tenure: { kind: assignment, months: 12 }
workingTime: part-time
seats:
  - language:
      requirement: bilingual
      imperative: true
      profile:
        english: { reading: C, writing: B, oral: C }
        french: { reading: B, writing: B, oral: B }
  - count: 2
    language: { requirement: bilingual-preferred }
supervision: { kind: possible, reports: { min: 3, max: 4 } }
security: secret
workMode: hybrid
anywhereInCanada: true
locations: [{ city: { en: Québec City, fr: Québec }, province: QC }]
pool: { intended: true, validMonths: 24 }
`;

const payTables = readPayTables(`
group: IT
currency: CAD
period: year
tables:
  - { effective: 2022-04-01, source: s, levels: [{ level: 5, min: 100000, max: 120000 }] }
  - { effective: 2026-07-01, source: s, sure: false, levels: [{ level: 5, min: 110000, max: 130000 }] }
`)!;

beforeAll(async () => {
  now = new Date('2026-04-01T12:00:00Z');
  database = await createTestDatabase();
  folder = await contentFolder({
    'site.yml':
      'organization: { en: Sample, fr: Modèle }\naccommodation: { email: adaptation@sample.example }\n',
    ...pairSources('advisor', {
      en: { title: 'Digital advisor' },
      fr: { title: 'Conseillère ou conseiller numérique' },
    }),
    'process/advisor.yml': facts,
    ...pairSources('plain', { en: { title: 'Plain' }, fr: { title: 'Ordinaire' } }),
    ...pairSources('old', {
      en: { title: 'Old', archived: 'true' },
      fr: { title: 'Vieux', archived: 'true' },
    }),
    ...pairSources('ever', { en: { title: 'Ever' }, fr: { title: 'Toujours' } }),
    'process/ever.yml': 'evergreen: true\n',
    ...pairSources('full', { en: { title: 'Full' }, fr: { title: 'Complet' } }),
    'process/full.yml': fullFacts,
    ...pairSources('later', { en: { title: 'Later' }, fr: { title: 'Plus tard' } }),
    'process/later.yml':
      'opens: 2026-06-01 09:00\ntimeZone: America/Toronto\nworkMode: onsite\nlocations: [{ city: { en: Québec City, fr: Québec }, province: QC }]\n',
    'en/nasty.md': postingSource(
      'nasty',
      { title: '"</script><script>alert(1)</script>&amp;"' },
      'Text </script><script>alert(2)</script> & <b>more</b>',
    ),
    'fr/nasty.md': postingSource('nasty', { title: 'Méchant' }, 'Texte'),
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
  const shell = () => ({
    site: postings.snapshot().site,
    origins,
    asset: (name: string) => `/assets/${name}`,
    staff: null,
  });
  app = new Hono();
  app.route(
    '/',
    postingsWeb({
      postings,
      clock: () => now,
      closingSoonDays: 7,
      payTables,
      origins,
      render: (c, page, status = 200) => c.html(renderPage(page, shell()), status),
      renderHtml: (page: Page) => {
        rendered += 1;
        return renderPage(page, shell());
      },
    }),
  );
  app.notFound((c) => c.text('nowhere', 404));
});
beforeEach(() => {
  now = new Date('2026-04-01T12:00:00Z');
});
afterAll(async () => {
  await postings.stop();
  await folder.removeAll();
  await database.drop();
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.request(`http://localhost${path}`, { headers, method });
const html = async (path: string): Promise<string> => {
  const response = await get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};
const jsonLd = (document: string): Record<string, unknown> =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(document)![1]!) as Record<
    string,
    unknown
  >;
const plain = (document: string): string =>
  document
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/[\s\u00A0]+/g, ' ');

describe('the page of a posting', () => {
  it('states every fact in words, in both languages', async () => {
    const en = plain(await html('/en/jobs/digital-advisor'));
    for (const words of [
      'May 9, 2026 at 11:59 pm, Pacific Daylight Time',
      'Anywhere in Canada',
      'IT-05',
      '$115,754 to $150,842 a year',
      'Term, 2 years',
      '1 position: Bilingual (English and French)',
      'Profile CBC/CBC: reading C (advanced), writing B (intermediate), oral C (advanced).',
      '1 position: English or French',
      'Anyone',
      'adaptation@sample.example',
    ]) {
      expect(en).toContain(words);
    }
    const fr = plain(await html('/fr/emplois/conseillere-ou-conseiller-numerique'));
    for (const words of [
      'Le 9 mai 2026 à 23 h 59, heure avancée du Pacifique',
      'Partout au Canada',
      'De 115 754 $ à 150 842 $ par année',
      'Durée déterminée, 2 ans',
      '1 poste : Bilingue (français et anglais)',
      'Tout le monde',
    ]) {
      expect(fr).toContain(words);
    }
  });

  it('states what else is known of a process, in both languages', async () => {
    const en = plain(await html('/en/jobs/full'));
    for (const words of [
      'Location Anywhere in Canada Québec City, Quebec',
      'Salary $100,000 to $120,000 a year From the pay table in effect since April 1, 2022',
      'Tenure Assignment, 1 year, part-time',
      'Profile CBC/BBB. English: reading C (advanced), writing B (intermediate), oral C (advanced).',
      'French: reading B (intermediate), writing B (intermediate), oral B (intermediate).',
      '2 positions: Bilingual preferred (English and French)',
      'Security Secret clearance',
      'Organization Sample Agency',
      'Reports to Director',
      'Supervision Possible: 3 to 4 people',
      'Pool Qualified candidates may be kept for similar positions, for 2 years',
      'Process number 2026-SDS-017',
    ]) {
      expect(en).toContain(words);
    }
    const fr = plain(await html('/fr/emplois/complet'));
    for (const words of [
      'Lieu de travail Partout au Canada Québec (Québec)',
      'De 100 000 $ à 120 000 $ par année Selon la table de rémunération en vigueur depuis le 1er avril 2022',
      'Affectation, 1 an, à temps partiel',
      'Profil CBC/BBB. Anglais : compréhension de l’écrit C (avancé)',
      '2 postes : Bilinguisme souhaité (français et anglais)',
      'Sécurité Autorisation de niveau Secret',
      'Relève de Direction',
      'Supervision Possible : de 3 à 4 personnes',
      'gardées pour des postes semblables pendant 2 ans',
    ]) {
      expect(fr).toContain(words);
    }
  });

  it('takes the pay of the table in force, from the day on which it is', async () => {
    now = new Date('2026-07-01T06:59:59Z');
    expect(plain(await html('/en/jobs/full'))).toContain('$100,000 to $120,000');
    now = new Date('2026-07-01T07:00:00Z');
    expect(plain(await html('/en/jobs/full'))).toContain(
      '$110,000 to $130,000 a year From a pay table whose date is to be confirmed',
    );
    expect(jsonLd(await html('/en/jobs/full'))['baseSalary']).toMatchObject({
      value: { minValue: 110000, maxValue: 130000 },
    });
  });

  it('leads to the form, to the other language, and tells search engines the facts', async () => {
    const document = await html('/en/jobs/digital-advisor');
    expect(document).toContain('href="/en/jobs/digital-advisor/apply"');
    expect(document).toContain('<time datetime="2026-05-10T06:59:00.000Z"');
    expect(document).toContain(
      '<link rel="alternate" hreflang="fr" href="https://emplois.example/fr/emplois/conseillere-ou-conseiller-numerique"',
    );
    expect(document).not.toContain('noindex');
    expect(jsonLd(document)).toMatchObject({
      '@type': 'JobPosting',
      title: 'Digital advisor',
      datePosted: '2026-03-02',
      validThrough: '2026-05-10T06:59:00.000Z',
      employmentType: 'TEMPORARY',
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: { '@type': 'Country', name: 'CA' },
      hiringOrganization: { name: 'Sample' },
      baseSalary: {
        currency: 'CAD',
        value: { minValue: 115754, maxValue: 150842, unitText: 'YEAR' },
      },
      directApply: true,
    });
    expect(jsonLd(document)['description']).toContain('<h2 id="section-work">Work</h2>');
    // No place is stated: the country is, because search engines refuse a posting without any.
    expect(jsonLd(await html('/en/jobs/plain'))['jobLocation']).toMatchObject({
      address: { addressCountry: 'CA' },
    });
  });

  it('cannot be broken out of by its own text', async () => {
    const { slugs } = postings
      .snapshot()
      .postings.find(({ translationKey }) => translationKey === 'nasty')!;
    const document = await html(`/en/jobs/${slugs.en}`);
    expect(document.match(/<script/g)).toHaveLength(1);
    expect(jsonLd(document)['description']).toContain('Text');
    expect(document).not.toContain('alert(2)</script>');
  });

  it('follows the clock: open, closing soon, closed', async () => {
    const path = '/en/jobs/digital-advisor';
    expect(await html(path)).not.toContain('This job closes soon');
    now = new Date('2026-05-03T07:00:00Z');
    expect(await html(path)).toContain('This job closes soon');
    now = new Date('2026-05-10T06:58:59.999Z');
    expect(await html(path)).toContain('/apply"');
    now = new Date('2026-05-10T06:59:00Z');
    const closed = await html(path);
    expect(closed).toContain('This job is closed');
    expect(closed).not.toContain('/apply"');
    expect(closed).not.toContain('ld+json');
    expect(closed).toContain('noindex');
    // And back: a clock that was corrected.
    now = new Date('2026-04-01T12:00:00Z');
    expect(await html(path)).toContain('/apply"');
  });

  it('is there for archived and evergreen postings, and not yet for scheduled ones', async () => {
    expect(await html('/en/jobs/old')).toContain('This job is closed');
    expect(await html('/fr/emplois/toujours')).toContain('Vous pouvez postuler en tout temps');
    expect((await get('/en/jobs/later')).status).toBe(404);
    now = new Date('2026-06-01T13:00:00Z');
    expect(await html('/en/jobs/later')).toContain('Québec City, Quebec');
  });

  it('weighs little', async () => {
    const response = await get('/fr/emplois/conseillere-ou-conseiller-numerique', {
      'accept-encoding': 'br',
    });
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(14_000);
  });
});

describe('addresses', () => {
  it.each([
    ['/en/jobs', '/en/jobs/'],
    ['/en/jobs/plain/', '/en/jobs/plain'],
    ['/en/jobs/PLAIN', '/en/jobs/plain'],
    ['/en/jobs/Digital-Advisor/', '/en/jobs/digital-advisor'],
    [
      '/fr/emplois/Conseill%C3%A8re-ou-conseiller-num%C3%A9rique',
      '/fr/emplois/conseillere-ou-conseiller-numerique',
    ],
    ['/en/jobs/plain.?utm=x', '/en/jobs/plain?utm=x'],
  ])('%s moves to %s', async (from, to) => {
    const response = await get(from);
    expect([response.status, response.headers.get('location')]).toEqual([301, to]);
  });

  it.each([
    '/en/jobs/nothing',
    '/fr/emplois/plain',
    '/en/jobs/..%2f..',
    '/en/jobs/%00',
    '/en/jobs/%E0%A4%A',
  ])('%s is nowhere', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('of a withdrawn posting says that it is gone, in both languages', async () => {
    for (const [file, text] of Object.entries(pairSources('brief'))) await folder.write(file, text);
    await postings.reload();
    await html('/en/jobs/english-brief');
    await folder.remove('en/jobs/brief.md');
    await folder.remove('fr/emplois/brief.md');
    await postings.reload();
    const response = await get('/en/jobs/english-brief');
    expect(response.status).toBe(410);
    expect(await response.text()).toContain('/fr/emplois/francais-brief');
  });
});

describe('the list', () => {
  const titles = async (path: string): Promise<string[]> =>
    [...(await html(path)).matchAll(/posting-card-title"><a href="[^"]*">([^<]*)</g)].map(
      (match) => match[1]!,
    );

  it('shows what is open, closing soonest first', async () => {
    const open = await titles('/en/jobs/');
    expect(open[0]).toBe('Digital advisor');
    expect(open).toHaveLength(5);
    expect(open).toEqual(expect.arrayContaining(['Ever', 'Plain']));
    expect(await titles('/en/jobs/?state=closed')).toEqual(['Old']);
    expect(await titles('/en/jobs/?state=all')).toContain('Old');
  });

  it('searches without regard to accents and case, every word', async () => {
    expect(await titles('/fr/emplois/?q=CONSEILLERE')).toEqual([
      'Conseillère ou conseiller numérique',
    ]);
    expect(await titles('/fr/emplois/?q=num%C3%A9rique+conseiller')).toHaveLength(1);
    expect(await titles('/fr/emplois/?q=conseiller+absent')).toEqual([]);
    const nothing = await html('/en/jobs/?q=%3Cscript%3Ealert(1)%3C/script%3E');
    expect(nothing).toContain('No job matches your search');
    expect(nothing).not.toContain('<script>alert');
    expect(nothing).toContain('noindex');
  });

  it('filters, and keeps the wishes when the language changes', async () => {
    expect(await titles('/en/jobs/?language=bilingual&tenure=term&mode=remote&group=IT')).toEqual([
      'Digital advisor',
    ]);
    // Remote work, and what can be done anywhere in Canada, is in every province.
    expect(await titles('/en/jobs/?place=ON')).toEqual(['Digital advisor', 'Full']);
    expect(await titles('/en/jobs/?tenure=assignment')).toEqual(['Full']);
    expect(await titles('/en/jobs/?language=bilingual-preferred')).toEqual(['Full']);
    expect(await titles('/en/jobs/?group=EC')).toEqual([]);
    const document = await html('/en/jobs/?q=x&group=IT&unknown=1');
    expect(document).toContain('/fr/emplois/?q=x&amp;group=IT"');
    expect(await html('/en/jobs/?page=99')).toContain('Digital advisor');
  });
});

describe('answers that are kept', () => {
  const path = '/en/jobs/plain';

  it('are rendered once, and again when the content changes', async () => {
    await html(path);
    const before = rendered;
    await html(path);
    await html(path);
    expect(rendered).toBe(before);
    await folder.write('en/jobs/plain.md', postingSource('plain', { title: 'Plainer' }));
    await postings.reload();
    expect(await html(path)).toContain('Plainer');
    expect(rendered).toBe(before + 1);
  });

  it('come compressed once, with strong tags, and not twice to who has them', async () => {
    const bodies = await Promise.all(
      (['br', 'gzip', ''] as const).map(async (coding) => {
        const response = await get(path, { 'accept-encoding': coding });
        expect(response.headers.get('content-encoding') ?? '').toBe(coding);
        expect(response.headers.get('vary')).toBe('Accept-Encoding');
        const bytes = Buffer.from(await response.arrayBuffer());
        expect(response.headers.get('content-length')).toBe(String(bytes.length));
        const tag = response.headers.get('etag')!;
        expect(tag).toMatch(/^"[\w-]+"$/);
        const again = await get(path, {
          'accept-encoding': coding,
          'if-none-match': `"x", W/${tag}`,
        });
        expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([
          304,
          tag,
          '',
        ]);
        return { bytes, tag };
      }),
    );
    const [br, gzip, identity] = bodies;
    expect(brotliDecompressSync(br!.bytes).equals(identity!.bytes)).toBe(true);
    expect(gunzipSync(gzip!.bytes).equals(identity!.bytes)).toBe(true);
    expect(new Set(bodies.map(({ tag }) => tag)).size).toBe(3);
  });

  it('answer HEAD with the same headers and no body', async () => {
    const [head, whole] = [await get(path, {}, 'HEAD'), await get(path)];
    expect(head.status).toBe(200);
    expect(head.headers.get('etag')).toBe(whole.headers.get('etag'));
    expect(head.headers.get('content-length')).toBe(whole.headers.get('content-length'));
    expect(await head.text()).toBe('');
  });
});

describe('for crawlers', () => {
  it('the sitemap lists what is open, in both languages', async () => {
    const response = await get('/sitemap.xml');
    expect(response.headers.get('content-type')).toBe('application/xml; charset=UTF-8');
    const xml = await response.text();
    expect(xml).toContain('<loc>https://jobs.example/en/jobs/digital-advisor</loc>');
    expect(xml).toContain(
      '<xhtml:link rel="alternate" hreflang="fr" href="https://emplois.example/fr/emplois/conseillere-ou-conseiller-numerique"/>',
    );
    expect(xml).not.toMatch(/\/(old|later)</);
    now = new Date('2026-05-10T06:59:00Z');
    expect(await (await get('/sitemap.xml')).text()).not.toContain('digital-advisor');
  });

  it('gives editors the schemas of what authors write', async () => {
    for (const name of ['process-facts', 'front-matter']) {
      const response = await get(`/schemas/${name}.json`);
      expect(response.headers.get('content-type')).toContain('application/schema+json');
      expect(await response.json()).toMatchObject({
        type: 'object',
        'x-description-fr': expect.any(String),
      });
    }
  });

  it('robots.txt keeps them out of the desk and of receipts', async () => {
    const robots = await (await get('/robots.txt')).text();
    expect(robots.split('\n')).toEqual([
      'User-agent: *',
      'Disallow: /en/staff',
      'Disallow: /en/jobs/*/apply/receipt/',
      'Disallow: /fr/personnel',
      'Disallow: /fr/emplois/*/postuler/accuse-de-reception/',
      '',
      'Sitemap: https://jobs.example/sitemap.xml',
      'Sitemap: https://emplois.example/sitemap.xml',
      '',
    ]);
  });
});
