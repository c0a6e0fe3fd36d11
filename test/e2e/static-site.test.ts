import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideways } from '../support/browser.ts';
import { removeFolder, runCli } from '../support/server.ts';
import { desktop, narrow, useSite } from '../support/site.ts';
import { filesIn, serveFiles } from '../support/static-site.ts';

const live = useSite();
let root: string;
let files: Awaited<ReturnType<typeof serveFiles>>;

/** The sample postings as files, for the address of the running Tandem: so links are the same. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tandem-site-'));
  const { code, stderr } = await runCli(
    [
      'build',
      '--out',
      join(root, 'site'),
      '--url',
      live.origin(),
      '--server',
      live.origin(),
      '--strict',
    ],
    { dataFolder: root },
  );
  if (code !== 0) throw new Error(stderr);
  files = await serveFiles(join(root, 'site'));
});

afterAll(async () => {
  files?.close();
  await removeFolder(root);
});

const get = async (path: string, origin = files.origin): Promise<string> => {
  const answer = await fetch(origin + path);
  return answer.ok ? answer.text() : `${answer.status}`;
};
const linksOf = (html: string): string[] =>
  [...html.matchAll(/<(?:a|link|script)\s[^>]*?(?:href|src)="(\/[^"#?]*)/g)].map(
    ([, path]) => path!,
  );
const isServed = (path: string): boolean =>
  /\/(?:apply|postuler|accommodation|mesures-adaptation|my\/privacy|moi\/confidentialite|job-alerts|alertes-emploi|my\/applications|moi\/candidatures)$/.test(
    path,
  );

/** Every address of the site that links lead to, and its HTML. */
async function walk(): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const queue = ['/'];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path) || isServed(path)) continue;
    const body = await get(path);
    seen.set(path, body);
    if (body.startsWith('<!doctype html>')) queue.push(...linksOf(body));
  }
  return seen;
}

describe('the careers site as files', () => {
  it('has what every link leads to, and leads to every page', async () => {
    const seen = await walk();
    const broken = [...seen].filter(([, body]) => /^\d{3}$/.test(body)).map(([path]) => path);
    expect(broken).toEqual([]);
    const reached = new Set(seen.keys());
    const pages = filesIn(join(root, 'site'))
      .filter((file) => file.endsWith('.html') && !file.endsWith('404.html'))
      .map((file) => `/${file.replace(/(?:index)?\.html$/, '')}`)
      // These two only lead on, for who types them.
      .filter((path) => path !== '/en/' && path !== '/fr/');
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.filter((path) => !reached.has(path))).toEqual([]);
  });

  it('is led to from the addresses of a server’s list', async () => {
    // The server sends the addresses of its other form on to its own.
    const moved = await fetch(`${live.origin()}/fr/emplois/closes/`, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([
      301,
      '/fr/emplois/?state=closed',
    ]);
    const third = await fetch(`${live.origin()}/en/jobs/page/3`, { redirect: 'manual' });
    expect(third.headers.get('location')).toBe('/en/jobs/?page=3');
    expect((await fetch(`${live.origin()}/en/jobs/page/x`)).status).toBe(404);
  });

  it('searches in the page as the server does', async () => {
    const page = await live.open();
    const titles = (): Promise<string[]> =>
      page.locator('.posting-card-title:visible').allTextContents();
    const searches = [
      ['/fr/emplois/', '?q=DEVELOPPEMENT'],
      ['/fr/emplois/', '?q=numérique&state=all'],
      ['/en/jobs/', '?q=data&place=ON'],
      ['/en/jobs/', '?state=closed'],
      ['/en/jobs/', '?mode=remote&q=the'],
      ['/en/jobs/', '?q=nothingatall'],
    ] as const;
    const found: number[] = [];
    for (const [path, search] of searches) {
      await page.goto(live.origin() + path + search);
      const served = await titles();
      await page.goto(files.origin + path + search);
      await page.locator('.list-filter-results').waitFor({ state: 'hidden' });
      await page.locator('[role=status]').waitFor();
      expect([search, await titles()]).toEqual([search, served]);
      found.push(served.length);
    }
    expect(found.filter((count) => count > 0).length).toBeGreaterThan(3);
    expect(await page.locator('[role=status]').textContent()).toBe('No job matches your search');
    await expectAccessible(page, 'a search that finds nothing');

    // By keyboard, and back.
    await page.goto(`${files.origin}/fr/emplois/`);
    const whole = await titles();
    await page.locator('input[type=search]').fill('accessibilité');
    await page.keyboard.press('Enter');
    await page.locator('[role=status]').waitFor();
    expect(page.url()).toContain('?q=accessibilit');
    expect((await titles()).length).toBeLessThan(whole.length + 1);
    await expectAccessible(page, 'a search in the page');
    await page.goBack();
    await page.locator('.list-filter-results').waitFor({ state: 'visible' });
    expect(await titles()).toEqual(whole);
    await page.context().close();
  });

  it('shows the whole list without a script, with a form for the server', async () => {
    const page = await live.open({ javaScript: false });
    await page.goto(`${files.origin}/fr/emplois/`);
    expect(await page.locator('.posting-card').count()).toBe(7);
    expect(await page.locator('form.filters').count()).toBe(1);
    await page.context().close();
  });

  it.each([
    ['the splash', ['/']],
    ['the lists', ['/en/jobs/', '/fr/emplois/', '/en/jobs/closed/', '/fr/emplois/closes/']],
    [
      'postings',
      [
        '/en/jobs/software-developer-forms-and-notifications',
        '/fr/emplois/specialiste-de-l-accessibilite-numerique',
      ],
    ],
    ['pages that are not there', ['/en/jobs/nothing', '/fr/404', '/en/404']],
  ])('is accessible: %s', async (what, paths) => {
    const page = await live.open();
    for (const path of paths) {
      await page.setViewportSize(desktop);
      await page.goto(files.origin + path);
      await expectAccessible(page, what);
      await page.setViewportSize(narrow);
      await expectNoSideways(page, what);
    }
    await page.context().close();
  });

  it('leads on from the folder of a language', async () => {
    const page = await live.open({ javaScript: false });
    await page.goto(`${files.origin}/fr/`);
    await page.waitForURL('**/fr/emplois/');
    expect(await page.locator('h1').textContent()).toContain('Offres');
    await page.context().close();
  });
});
