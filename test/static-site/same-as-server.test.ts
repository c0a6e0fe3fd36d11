import { mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedsWeb } from '#hiring/feeds';
import {
  type Posting,
  catalogueWithout,
  nothingRemembered,
  postingState,
  postingsWeb,
} from '#hiring/postings';
import { createLoader } from '#hiring/postings/loader';
import { type ContentFolder, contentFolder, pairSources } from '#hiring/postings/testing';
import { sitePagesWeb } from '#hiring/site-pages';
import { loadPayTables } from '#main/pay-tables.ts';
import { projectRoot } from '#main/project-root.ts';
import { loadAssets } from '#web/assets.ts';
import { renderPage } from '#web/layout/index.ts';
import type { Page, Shell } from '#web/page.ts';
import { removeFolder, runCli } from '../support/server.ts';
import { filesIn } from '../support/static-site.ts';

const now = new Date('2026-04-01T12:00:00Z');
const closingSoonDays = 7;
const origins = { en: 'https://jobs.example', fr: 'https://jobs.example' };

let root: string;
let own: ContentFolder;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'tandem-same-'));
  own = await contentFolder({
    'site.yml': 'organization: { en: Sample & Sons, fr: Modèle }\n',
    ...pairSources('plain'),
    ...pairSources('soon'),
    'process/soon.yml':
      'closes: 2026-04-05 16:00\ntimeZone: America/Toronto\nclassification: { group: IT, level: 2 }\n',
    ...pairSources('gone', { en: { archived: 'true' }, fr: { archived: 'true' } }),
  });
});
afterAll(async () => {
  await own.removeAll();
  await removeFolder(root);
});

/** The careers site as a server answers it, over the same folder at the same moment. */
async function serverOver(folder: string): Promise<Hono> {
  const content = await createLoader(folder).load();
  const { catalogue } = catalogueWithout(content!, nothingRemembered, now);
  const asset = loadAssets(join(projectRoot, 'dist/public'));
  const shell: Shell = { site: catalogue.site, origins, asset, staff: null };
  const renderHtml = (page: Page): string => renderPage(page, shell);
  const payTables = await loadPayTables({ warn() {} });
  const clock = (): Date => now;
  const postings = {
    snapshot: () => catalogue,
    stateOf: (one: Posting) => postingState(one, now, closingSoonDays),
  };
  const common = { clock, closingSoonDays, origins, payTables };
  const app = new Hono();
  app.route(
    '/',
    postingsWeb({ ...common, postings, render: (c, page) => c.html(renderHtml(page)), renderHtml }),
  );
  app.route(
    '/',
    sitePagesWeb({ render: (c, page) => c.html(renderHtml(page)), site: () => catalogue.site }),
  );
  app.route('/', feedsWeb({ ...common, postings }));
  return app;
}

describe.each([
  ['postings of a test', () => own.path],
  ['the sample postings', () => join(projectRoot, 'content')],
])('a site of files over %s', (_, folder) => {
  it('has the very bytes that a server answers', async () => {
    const site = join(root, `site-${filesIn(root).length}`);
    const { code, stderr } = await runCli(
      [
        'build',
        '--out',
        site,
        '--content',
        folder(),
        '--url',
        origins.en,
        '--server',
        origins.en,
        '--no-compress',
      ],
      { dataFolder: root, env: { SOURCE_DATE_EPOCH: String(now.getTime() / 1000) } },
    );
    expect([code, stderr]).toEqual([0, '']);
    const app = await serverOver(folder());
    const files = filesIn(realpathSync(site)).filter(
      (file) =>
        /^(?:en|fr)\/|^(?:sitemap\.xml|robots\.txt)$/.test(file) &&
        // Lists have other addresses among files, and the search of the page.
        !/404\.html$|index\.html$|\/page\/|search\.json$|recherche\.json$/.test(file),
    );
    expect(files.filter((file) => /atom|json|ics|indeed/.test(file))).toHaveLength(8);
    for (const file of files) {
      const answer = await app.request(`/${file.replace(/\.html$/, '')}`);
      expect([file, answer.status]).toEqual([file, 200]);
      expect([file, readFileSync(join(site, file), 'utf8')]).toEqual([file, await answer.text()]);
    }
    const cards = (html: string): string[] =>
      html.match(/<li class="posting-card">[\s\S]*?<\/li>(?=<li class="posting-card">|<\/ul>)/g) ??
      [];
    for (const [file, path] of [
      ['en/jobs/index.html', '/en/jobs/'],
      ['fr/emplois/closes/index.html', '/fr/emplois/?state=closed'],
    ] as const) {
      const served = await (await app.request(path)).text();
      const filed = readFileSync(join(site, file), 'utf8');
      expect(cards(filed).length).toBeGreaterThan(0);
      expect(cards(filed)).toEqual(cards(served));
    }
  }, 180_000);
});
