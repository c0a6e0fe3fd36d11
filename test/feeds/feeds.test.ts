import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliDecompressSync } from 'node:zlib';
import { spawnSync } from 'node:child_process';
import { parseFeed } from '@rowanmanning/feed-parser';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import ICAL from 'ical.js';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { feedsWeb } from '#hiring/feeds';
import { type Postings, createPostings } from '#hiring/postings';
import {
  type ContentFolder,
  contentFolder,
  pairSources,
  postingSource,
} from '#hiring/postings/testing';
import { type Lang, langs } from '#platform/i18n';
import { randomIds } from '#platform/ids';
import { href } from '#web/routes.ts';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';

const log = { info() {}, warn() {}, error() {} };
const origins = { en: 'https://jobs.example', fr: 'https://emplois.example' };
const closes = '2026-05-10T06:59:00.000Z';

let database: TestDatabase;
let folder: ContentFolder;
let postings: Postings;
let app: Hono;
let now: Date;

beforeAll(async () => {
  now = new Date('2026-04-01T12:00:00Z');
  database = await createTestDatabase();
  folder = await contentFolder({
    'site.yml': 'organization: { en: Sample & Sons, fr: Modèle et Cie }\n',
    ...pairSources('advisor', {
      en: { title: 'Digital advisor', description: '"Advise <everyone> & more"' },
      fr: { title: 'Conseillère ou conseiller numérique' },
    }),
    'process/advisor.yml': `pay: { min: 115754, max: 150842 }
tenure: { kind: term, months: 24 }
workMode: hybrid
locations:
  - { city: { en: Québec City, fr: Québec }, province: QC }
  - { city: { en: Ottawa, fr: Ottawa }, province: 'ON' }
opens: 2026-03-02T09:00:00-05:00
closes: 2026-05-09T23:59:00-07:00
timeZone: America/Vancouver
`,
    ...pairSources('ever'),
    'process/ever.yml': 'evergreen: true\n',
    ...pairSources('later'),
    'process/later.yml': 'opens: 2026-06-01 09:00\ntimeZone: America/Toronto\n',
    ...pairSources('old', { en: { archived: 'true' }, fr: { archived: 'true' } }),
    'en/nasty.md': postingSource(
      'nasty',
      { title: 'Nasty ]]> title' },
      'End ]]> & `<b>` \u0007 bell',
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
  app = new Hono();
  app.route(
    '/',
    feedsWeb({ postings, payTables: [], clock: () => now, closingSoonDays: 7, origins }),
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

const titles: Record<Lang, string[]> = {
  en: ['Digital advisor', 'English ever', 'Nasty ]]> title'],
  fr: ['Conseillère ou conseiller numérique', 'Français ever', 'Méchant'],
};

async function get(path: string): Promise<string> {
  const response = await app.request(`http://localhost${path}`);
  expect(response.status).toBe(200);
  return response.text();
}

/** Throws where the document is not well formed, by a parser that knows nothing of ours. */
function expectWellFormed(xml: string): void {
  const { status, stderr, error } = spawnSync('xmllint', ['--noout', '-'], {
    input: xml,
    encoding: 'utf8',
  });
  // Where xmllint is not installed, the feed's own parser has to do.
  if (error) return;
  expect([status, stderr]).toEqual([0, '']);
}

describe.each(langs)('the feeds in %s', (lang) => {
  it('are Atom that another program reads', async () => {
    const xml = await get(href('feeds.atom', lang));
    expectWellFormed(xml);
    const feed = parseFeed(xml);
    expect(feed.meta).toMatchObject({ type: 'atom', version: '1.0' });
    expect(feed.language).toBe(lang === 'en' ? 'en-CA' : 'fr-CA');
    expect(feed.self).toBe(origins[lang] + href('feeds.atom', lang));
    expect(feed.items.map(({ title }) => title ?? '').toSorted()).toEqual(titles[lang].toSorted());
    const advisor = feed.items.find(({ title }) => title === titles[lang][0]);
    expect(advisor?.published?.toISOString()).toBe('2026-03-02T14:00:00.000Z');
    expect(advisor?.url).toMatch(
      lang === 'en' ? /^https:\/\/jobs\.example\/en\/jobs\// : /emplois\/conseill/,
    );
    expect(advisor?.content).toContain('<h2');
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(3);
  });

  it('are JSON Feed 1.1 by its published schema', async () => {
    const json = JSON.parse(await get(href('feeds.json', lang))) as { items: { title: string }[] };
    const require = createRequire(import.meta.url);
    const schema = JSON.parse(
      readFileSync(require.resolve('jsonfeed-schema/schema-v1.1.json'), 'utf8'),
    ) as object;
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    validate(json);
    expect(validate.errors).toBeNull();
    expect(json.items.map(({ title }) => title).toSorted()).toEqual(titles[lang].toSorted());
  });

  it('are a calendar of the exact closing instants', async () => {
    const text = await get(href('feeds.calendar', lang));
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events).toHaveLength(1);
    expect(events[0]?.startDate.toJSDate().toISOString()).toBe(closes);
    expect(events[0]?.summary).toContain(titles[lang][0]);
    expect(await get(href('feeds.calendar', lang))).toBe(text);
  });

  it('are the feed that Indeed asks for, one job for each place', async () => {
    const xml = await get(href('feeds.indeed', lang));
    expectWellFormed(xml);
    expect(xml.match(/<job>/g)).toHaveLength(4);
    const fields = (name: string): string[] =>
      [...xml.matchAll(new RegExp(`<${name}><!\\[CDATA\\[(.*?)\\]\\]></${name}>`, 'gs'))].map(
        (found) => found[1] ?? '',
      );
    for (const name of ['title', 'date', 'referencenumber', 'requisitionid', 'url', 'company']) {
      expect([name, fields(name).length]).toEqual([name, 4]);
    }
    expect(new Set(fields('referencenumber')).size).toBe(4);
    expect(fields('city').toSorted()).toEqual(
      ['Canada', 'Canada', 'Ottawa', lang === 'en' ? 'Québec City' : 'Québec'].toSorted(),
    );
    expect(fields('remotetype')).toEqual(['Hybrid remote', 'Hybrid remote']);
    expect(fields('salary')[0]).toContain('115');
  });
});

it('closes and opens a CDATA section again where its text would end it', async () => {
  expect(await get(href('feeds.indeed', 'en'))).toContain('Nasty ]]]]><![CDATA[> title');
});

it('drops a posting at its closing instant and takes one up at its opening', async () => {
  const count = async (): Promise<number> =>
    parseFeed(await get(href('feeds.atom', 'en'))).items.length;
  now = new Date(Date.parse(closes) - 1);
  expect(await count()).toBe(3);
  now = new Date(closes);
  expect(await count()).toBe(2);
  now = new Date('2026-06-01T13:00:00Z');
  expect(await count()).toBe(3);
});

it('answers conditional and compressed requests, from any origin', async () => {
  const path = `http://localhost${href('feeds.json', 'fr')}`;
  const first = await app.request(path, { headers: { 'accept-encoding': 'br' } });
  expect(first.headers.get('access-control-allow-origin')).toBe('*');
  expect(first.headers.get('content-encoding')).toBe('br');
  const text = brotliDecompressSync(Buffer.from(await first.arrayBuffer())).toString();
  expect(text).toContain('jsonfeed.org');
  const again = await app.request(path, {
    headers: { 'accept-encoding': 'br', 'if-none-match': first.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
});
