import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ContentFolder, contentFolder, pairSources } from '#hiring/postings/testing';
import { buildStaticSite } from '#main/build-static-site.ts';

const log = { info() {}, warn() {}, error() {} };
const same = (url: string) => ({ en: url, fr: url });

let folder: string;
let out: string;
let content: ContentFolder;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tandem-site-'));
  out = join(folder, 'site');
  content = await contentFolder({
    'site.yml': 'organization: { en: Sample, fr: Modèle }\n',
    ...pairSources('a'),
    ...pairSources('b'),
    ...pairSources('draft', { en: { draft: 'true' }, fr: { draft: 'true' } }),
    ...pairSources('later'),
    'process/later.yml': 'opens: 2026-06-01 09:00\ntimeZone: America/Toronto\n',
  });
});
afterEach(async () => {
  await content.removeAll();
  await rm(folder, { recursive: true, force: true });
});

const build = (now = new Date('2026-04-01T12:00:00Z')) =>
  buildStaticSite({
    contentFolder: content.path,
    out,
    now,
    closingSoonDays: 7,
    origins: same('https://jobs.example'),
    serverOrigins: same('https://apply.example'),
    log,
  });

const read = (path: string): Promise<string> => readFile(join(out, path), 'utf8');

async function paths(): Promise<string[]> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1));
}

describe('a site of files', () => {
  it('holds what is public, in both languages, and no more', async () => {
    expect(await build()).toMatchObject({ ok: true, postings: 2 });
    const all = await paths();
    for (const path of [
      'index.html',
      'en/jobs/index.html',
      'fr/emplois/index.html',
      'en/jobs/english-a/index.html',
      'fr/emplois/francais-a/index.html',
      'fr/confidentialite/index.html',
      'sitemap.xml',
      'robots.txt',
      'fr/404.html',
      'fr/fils/emplois.atom',
    ]) {
      expect(all).toContain(path);
    }
    expect(all.filter((path) => /draft|later/.test(path))).toEqual([]);
    expect(await read('en/jobs/english-a/index.html')).toContain('Some work.');
  });

  it('has no link that leads nowhere: pages are files, the rest is the server’s', async () => {
    await build();
    const all = new Set(await paths());
    const dead: string[] = [];
    for (const path of all) {
      if (!path.endsWith('.html')) continue;
      for (const [, target = ''] of (await read(path)).matchAll(
        /(?:href|src|action)="(\/[^"#]*)/g,
      )) {
        const file = decodeURIComponent(target.split('?')[0] ?? '').replace(/^\/|\/$/g, '');
        if (!all.has(file) && !all.has(join(file, 'index.html'))) dead.push(`${path}: ${target}`);
      }
    }
    expect(dead).toEqual([]);
    const posting = await read('fr/emplois/francais-a/index.html');
    expect(posting).toContain('href="https://apply.example/fr/emplois/francais-a/postuler"');
    expect(await read('en/jobs/index.html')).toContain('action="https://apply.example/en/jobs/"');
  });

  it('has compressed forms of the same bytes beside each text', async () => {
    await build();
    const html = await readFile(join(out, 'en/jobs/index.html'));
    expect(brotliDecompressSync(await readFile(join(out, 'en/jobs/index.html.br')))).toEqual(html);
    expect(gunzipSync(await readFile(join(out, 'en/jobs/index.html.gz')))).toEqual(html);
  });

  it('is the same for the same content, and takes up again what has not changed', async () => {
    const first = await build();
    expect(first).toMatchObject({ ok: true, written: { reused: 0 } });
    const second = await build();
    expect(second.ok && second.written.reused).toBe(second.ok && second.written.files);
    const changed = pairSources('a', { en: { title: 'Other' } })['en/jobs/a.md']!;
    await content.write('en/jobs/a.md', changed);
    const third = await build();
    // The address stays when the title changes.
    expect(await read('en/jobs/english-a/index.html')).toContain('Other');
    expect(third.ok && third.written.files - third.written.reused).toBeGreaterThan(1);
    expect(third.ok && third.written.reused).toBeGreaterThan(10);
  });

  it('leads on from an address that a posting had', async () => {
    await build();
    for (const lang of ['en', 'fr'] as const) {
      const fields = { [lang]: { slug: 'new-place' } };
      const file = lang === 'en' ? 'en/jobs/a.md' : 'fr/emplois/a.md';
      await content.write(file, pairSources('a', fields)[file]!);
    }
    await build();
    expect(await read('en/jobs/english-a/index.html')).toContain('url=/en/jobs/new-place');
    expect(await read('en/jobs/new-place/index.html')).toContain('Some work.');
  });

  it('forgets a posting that is gone, and says when it will be out of date', async () => {
    const built = await build();
    expect(built.ok && built.until?.toISOString()).toBe('2026-06-01T13:00:00.000Z');
    await content.remove('en/jobs/b.md');
    await content.remove('fr/emplois/b.md');
    await build();
    expect((await paths()).filter((path) => path.includes('english-b'))).toEqual([]);
  });
});

describe('its place', () => {
  it('is never somebody else’s folder', async () => {
    await mkdir(out);
    await writeFile(join(out, 'mine.txt'), 'mine');
    expect(await build()).toEqual({ ok: false, error: { kind: 'not-ours' } });
    expect(await read('mine.txt')).toBe('mine');
  });

  it('keeps the site that is there where nothing can be built', async () => {
    await build();
    await content.removeAll();
    expect(await build()).toEqual({ ok: false, error: { kind: 'no-content' } });
    expect(await read('en/jobs/english-a/index.html')).toContain('Some work.');
  });
});
