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
    ['build', '--out', join(root, 'site'), '--url', live.origin(), '--strict'],
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
const isForm = (path: string): boolean => /\/(?:apply|postuler)$/.test(path);

/** Every address of the site that links lead to, and its HTML. */
async function walk(): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const queue = ['/'];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path) || isForm(path)) continue;
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

  it('shows the same as the server, to the byte', async () => {
    const postings = [...(await walk()).keys()].filter((path) =>
      /^\/(en\/jobs|fr\/emplois)\/[a-z0-9-]+$/.test(path),
    );
    expect(postings.length).toBeGreaterThanOrEqual(14);
    const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
    for (const path of [...postings, '/en/privacy', '/fr/accessibilite']) {
      const [file, served] = [await get(path), await get(path, live.origin())];
      expect(main(file)).not.toBe('');
      expect([path, main(file)]).toEqual([path, main(served)]);
    }
    expect(await get('/')).toBe(await get('/', live.origin()));
    expect(await get('/robots.txt')).toBe(await get('/robots.txt', live.origin()));
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
