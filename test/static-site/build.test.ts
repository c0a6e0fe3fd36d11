import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ContentFolder, contentFolder, pairSources } from '#hiring/postings/testing';
import { projectRoot } from '#main/project-root.ts';
import { removeFolder, runCli } from '../support/server.ts';
import { filesIn } from '../support/static-site.ts';

let root: string;
let out: string;
let content: ContentFolder;

/** Addresses that only a running Tandem answers. */
const served = /\/(?:apply|postuler)"|\/(?:job-alerts|alertes-emploi|applications|candidatures)"/;

/** April 1, 2026. */
const april = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 3, 1) / 1000) };
const june = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 5, 2) / 1000) };

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tandem-site-'));
  out = join(root, 'site');
  content = await contentFolder({
    'site.yml': 'organization: { en: Sample, fr: Modèle }\n',
    ...pairSources('advisor', { en: { title: 'Advisor' }, fr: { title: 'Conseil' } }),
    ...pairSources('clerk', { en: { title: 'Clerk' }, fr: { title: 'Commis' } }),
    ...pairSources('old', {
      en: { title: 'Old', archived: 'true' },
      fr: { title: 'Vieux', archived: 'true' },
    }),
    ...pairSources('later', { en: { title: 'Later' }, fr: { title: 'Plus tard' } }),
    'process/later.yml': 'opens: 2026-06-01 09:00\ntimeZone: America/Toronto\n',
  });
});

afterEach(async () => {
  await removeFolder(root);
  await content.removeAll();
});

const build = (args: string[] = [], env: Record<string, string> = april, to = out) =>
  runCli(
    ['build', '--out', to, '--content', content.path, '--url', 'https://jobs.example', ...args],
    { dataFolder: root, env },
  );
const read = (file: string): string => readFileSync(join(out, file), 'utf8');
const pages = (): string[] => filesIn(realpathSync(out)).filter((file) => file.endsWith('.html'));
const inode = (file: string): number => statSync(join(out, file)).ino;

async function buildWell(...args: Parameters<typeof build>): Promise<string> {
  const { code, stdout, stderr } = await build(...args);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

// Each builds several times, which takes long on a busy machine.
describe('tandem build', { timeout: 120_000 }, () => {
  it('writes every page that may be shown, in both languages, and no other', async () => {
    const said = await buildWell();
    expect(pages()).toEqual([
      '404.html',
      'en/404.html',
      'en/accessibility.html',
      'en/index.html',
      'en/jobs/advisor.html',
      'en/jobs/clerk.html',
      'en/jobs/closed/index.html',
      'en/jobs/index.html',
      'en/jobs/old.html',
      'en/privacy.html',
      'fr/404.html',
      'fr/accessibilite.html',
      'fr/confidentialite.html',
      'fr/emplois/closes/index.html',
      'fr/emplois/commis.html',
      'fr/emplois/conseil.html',
      'fr/emplois/index.html',
      'fr/emplois/vieux.html',
      'fr/index.html',
      'index.html',
    ]);
    expect(said).toContain('2 open postings, 1 closed');
    expect(said).toMatch(/Build again on June.1,.2026 at 9:00.am/);
    const texts = filesIn(realpathSync(out)).filter((file) => !/\.(br|gz)$/.test(file));
    expect(texts.filter((file) => /later|plus tard/i.test(read(file)))).toEqual([]);
    // Without a Tandem that answers, nothing leads to one.
    expect(said).toContain('--server');
    for (const page of pages())
      expect([page, read(page)]).not.toEqual([page, expect.stringMatching(served)]);
    expect(read('sitemap.xml').match(/<loc>/g)).toHaveLength(6);
    expect(read('robots.txt')).toContain('Sitemap: https://jobs.example/sitemap.xml');
    expect(read('en/jobs/index.html')).toContain('href="/en/jobs/closed/"');
    expect(read('en/jobs/index.html')).toMatch(/<template><search[\s\S]*<\/template>/);
    expect(read('en/jobs/index.html').replace(/<template>[\s\S]*<\/template>/, '')).not.toContain(
      '<form',
    );
    expect(read('404.html')).toMatch(
      /We cannot find this page[\s\S]*<div lang="fr">[\s\S]*Toutes|adresse/,
    );
    // A scheduled posting comes when its time has come.
    await buildWell([], june);
    expect(pages()).toContain('en/jobs/later.html');
  });

  it('leads to what a Tandem elsewhere answers', async () => {
    const said = await buildWell(['--server', 'https://apply.example']);
    expect(read('fr/emplois/conseil.html')).toContain(
      'href="https://apply.example/fr/emplois/conseil/postuler"',
    );
    expect(read('en/jobs/old.html')).not.toContain('/apply"');
    const list = read('fr/emplois/index.html');
    expect(list).toContain('action="https://apply.example/fr/emplois/"');
    expect(list).toContain('href="https://apply.example/fr/alertes-emploi"');
    expect(list).not.toContain('<template>');
    expect(said).toContain('https://apply.example/en/jobs/…/apply');
    await buildWell([], { ...april, TANDEM_URL: 'https://tandem.example' });
    expect(read('en/jobs/clerk.html')).toContain(
      'href="https://tandem.example/en/jobs/clerk/apply"',
    );
    expect(read('en/jobs/clerk.html')).toContain('href="https://jobs.example/en/jobs/clerk"');
  });

  it('gives the pages of the list what they search, in the order of the list', async () => {
    await buildWell();
    const entries = JSON.parse(read('fr/emplois/recherche.json')) as {
      html: string;
      open: boolean;
      words: string;
    }[];
    const titles = entries.map(({ html }) => /<a [^>]*>([^<]*)/.exec(html)?.[1]);
    expect(titles).toEqual(['Commis', 'Conseil', 'Vieux']);
    expect(entries.map(({ open }) => open)).toEqual([true, true, false]);
    expect(entries[0]?.words.split(' ')).toContain('commis');
    expect(read('fr/emplois/index.html')).toContain('data-index="/fr/emplois/recherche.json"');
  });

  it('is the same built step by step as built at once', async () => {
    await buildWell();
    const changed = pairSources('clerk', {
      en: { title: 'Clerk', description: 'Else' },
      fr: { title: 'Commis' },
    });
    for (const [file, source] of Object.entries(changed)) await content.write(file, source);
    for (const [file, source] of Object.entries(pairSources('new')))
      await content.write(file, source);
    await content.remove('en/jobs/old.md');
    await content.remove('fr/emplois/old.md');
    await buildWell();
    // At once, and yet with what the first build remembers: when each posting was first seen.
    const { remembered } = JSON.parse(readFileSync(`${realpathSync(out)}.json`, 'utf8')) as {
      remembered: string;
    };
    const addresses = join(root, 'addresses.json');
    await writeFile(addresses, remembered);
    const other = join(root, 'other');
    await buildWell(['--addresses', addresses], april, other);
    const [a, b] = [realpathSync(out), realpathSync(other)];
    expect(filesIn(a)).toEqual(filesIn(b));
    for (const file of filesIn(a)) {
      expect([file, readFileSync(join(a, file)).equals(readFileSync(join(b, file)))]).toEqual([
        file,
        true,
      ]);
    }
    expect(read('en/feeds/jobs.atom')).toContain('<summary>Else</summary>');
    expect(read('en/feeds/jobs.json')).not.toContain('Old');
  });

  it('tells feeds the whole of long texts, however many bytes their letters take', async () => {
    const paragraph = 'Déployer l’infonuagique 雲 — ☁️ 🇨🇦 pour tous.';
    const long = Array.from({ length: 3000 }, (_, n) => `${n} ${paragraph}`);
    for (const [file, source] of Object.entries(pairSources('long')))
      await content.write(file, `${source}\n${long.join('\n\n')}\n`);
    await buildWell(['--no-compress']);
    for (const feed of ['en/feeds/jobs.json', 'fr/fils/emplois.json']) {
      const { items } = JSON.parse(read(feed)) as { items: { content_html: string }[] };
      const whole = items.filter(({ content_html: html }) =>
        long.every((text) => html.includes(`<p>${text}</p>`)),
      );
      expect([feed, items.length, whole.length]).toEqual([feed, 3, 1]);
    }
  });

  it('makes the same bytes of the same input', async () => {
    const other = join(root, 'other');
    await buildWell();
    await buildWell([], april, other);
    const [a, b] = [realpathSync(out), realpathSync(other)];
    expect(filesIn(a)).toEqual(filesIn(b));
    for (const file of filesIn(a)) {
      expect([file, readFileSync(join(a, file)).equals(readFileSync(join(b, file)))]).toEqual([
        file,
        true,
      ]);
    }
  });

  it('compresses what can be, to the same bytes', async () => {
    await buildWell();
    const all = filesIn(realpathSync(out));
    for (const file of all.filter((one) =>
      /\.(html|css|js|svg|xml|txt|json|atom|ics)$/.test(one),
    )) {
      const body = readFileSync(join(out, file));
      expect(brotliDecompressSync(readFileSync(join(out, `${file}.br`))).equals(body)).toBe(true);
      expect(gunzipSync(readFileSync(join(out, `${file}.gz`))).equals(body)).toBe(true);
    }
    expect(all.filter((one) => /\.(woff2|png)\.(br|gz)$/.test(one))).toEqual([]);
    await buildWell(['--no-compress']);
    expect(filesIn(realpathSync(out)).filter((one) => /\.(br|gz)$/.test(one))).toEqual([]);
    await buildWell();
    expect(filesIn(realpathSync(out))).toEqual(all);
  });

  it('writes again only what a change touches', async () => {
    await buildWell();
    const all = filesIn(realpathSync(out));
    const before = new Map(all.map((file) => [file, inode(file)]));
    const { 'en/jobs/clerk.md': en, 'fr/emplois/clerk.md': fr } = pairSources('clerk', {
      en: { title: 'Clerk', description: 'Another' },
      fr: { title: 'Commis', description: 'Autre' },
    });
    await content.write('en/jobs/clerk.md', en!);
    await content.write('fr/emplois/clerk.md', fr!);
    await buildWell();
    const changed = all.filter(
      (file) => inode(file) !== before.get(file) && !/\.(br|gz)$/.test(file),
    );
    expect(changed.filter((file) => !/feeds|fils/.test(file))).toEqual([
      'en/jobs/clerk.html',
      'en/jobs/index.html',
      'en/jobs/search.json',
      'fr/emplois/commis.html',
      'fr/emplois/index.html',
      'fr/emplois/recherche.json',
      'sitemap.xml',
    ]);
    const third = await buildWell();
    expect(third).toContain('Files: 0 written');
  });

  it('keeps the address of a changed title, and leads from an old address to the new one', async () => {
    const addresses = join(root, 'addresses.json');
    const retitled = (slug: string | null): Record<string, string> =>
      pairSources('clerk', { en: { title: 'Office clerk', slug }, fr: { title: 'Commis' } });
    await buildWell(['--addresses', addresses]);
    await content.write('en/jobs/clerk.md', retitled(null)['en/jobs/clerk.md']!);
    await buildWell(['--addresses', addresses]);
    expect(read('en/jobs/clerk.html')).toContain('Office clerk');
    await content.write('en/jobs/clerk.md', retitled('office')['en/jobs/clerk.md']!);
    // On another machine, with the committed file alone.
    const elsewhere = join(root, 'elsewhere');
    await buildWell(['--addresses', addresses], april, elsewhere);
    await buildWell(['--addresses', addresses]);
    for (const site of [out, elsewhere]) {
      const text = (file: string): string => readFileSync(join(site, file), 'utf8');
      expect(text('en/jobs/office.html')).toContain('Office clerk');
      expect(text('en/jobs/clerk.html')).toContain('content="0; url=/en/jobs/office"');
      expect(text('_redirects')).toContain('/en/jobs/clerk /en/jobs/office 301\n');
      expect(text('redirects.map')).toContain('/en/jobs/clerk /en/jobs/office;\n');
    }
  });

  it('removes a posting that was withdrawn', async () => {
    await buildWell();
    await content.remove('en/jobs/clerk.md');
    await content.remove('fr/emplois/clerk.md');
    const said = await buildWell();
    expect(pages()).not.toContain('en/jobs/clerk.html');
    expect(read('en/jobs/index.html')).not.toContain('Clerk');
    expect(said).toContain('2 removed');
  });

  it('cuts a long list into pages', async () => {
    for (let n = 1; n <= 60; n += 1) {
      for (const [file, source] of Object.entries(pairSources(`many-${n}`)))
        await content.write(file, source);
    }
    await buildWell();
    expect(read('en/jobs/index.html')).toContain('href="/en/jobs/page/2" rel="next"');
    expect(read('fr/emplois/page/2.html')).toContain('href="/fr/emplois/" rel="prev"');
    expect(read('fr/emplois/page/2.html')).toContain('href="/en/jobs/page/2"');
    const links = [read('en/jobs/index.html'), read('en/jobs/page/2.html')].flatMap(
      (html) => html.match(/<h2[^>]*><a[^>]*href="\/en\/jobs\/[a-z0-9-]+"/g) ?? [],
    );
    expect(new Set(links).size).toBe(62);
  });
});

describe('tandem build: what can be wrong', () => {
  it('lists what keeps a posting off the site, and with --strict leaves the site alone', async () => {
    await buildWell();
    const before = readlinkSync(out);
    await content.write('fr/emplois/clerk.md', '---\ntitle: [\n---\n');
    const strict = await build(['--strict', '--lang', 'fr']);
    expect(strict.code).toBe(1);
    expect(strict.stderr).toContain('fr/emplois/clerk.md:3 — ');
    expect(strict.stderr).toContain('Le site est resté tel quel.');
    expect(readlinkSync(out)).toBe(before);
    const { code, stdout, stderr } = await build();
    expect(code).toBe(0);
    expect(stderr).toContain('en/jobs/clerk.md');
    expect(stdout).toContain('2 problems keep a posting off the site');
    expect(pages()).not.toContain('en/jobs/clerk.html');
    // Put right, it comes back at its address.
    await content.write(
      'fr/emplois/clerk.md',
      pairSources('clerk', { fr: { title: 'Autre' } })['fr/emplois/clerk.md']!,
    );
    await buildWell();
    expect(pages()).toContain('fr/emplois/commis.html');
  });

  it('never removes what is not its own', async () => {
    await mkdir(out);
    await writeFile(join(out, 'mine.txt'), 'mine');
    const { code, stderr } = await build();
    expect([code, stderr]).toEqual([1, expect.stringContaining(`${out} holds something`)]);
    expect(read('mine.txt')).toBe('mine');
  });

  it.each([
    [['--url', 'https://jobs.example/path'], 2, '--url: “https://jobs.example/path”'],
    [['--url-en', 'https://jobs.example'], 2, '--url-fr: give it too'],
    [['--server', 'apply'], 2, '--server: “apply”'],
    [['--content', '/nowhere/at/all'], 1, 'There are no postings in /nowhere/at/all'],
    [['--addresses', import.meta.filename], 1, 'is not a file of addresses'],
    [['--nonsense'], 2, 'nonsense'],
  ])('says what is wrong with %j', async (args, expected, words) => {
    const common = ['build', '--out', out, '--content', content.path];
    const url = args.some((one) => one.startsWith('--url'))
      ? []
      : ['--url', 'https://jobs.example'];
    const { code, stderr } = await runCli([...common, ...url, ...args], {
      dataFolder: root,
      env: april,
    });
    expect([code, stderr]).toEqual([expected, expect.stringContaining(words)]);
    expect(existsSync(out)).toBe(false);
  });

  it('asks for an address and a folder', async () => {
    const none = await runCli(['build', '--out', out], { dataFolder: root });
    expect([none.code, none.stderr]).toEqual([
      2,
      expect.stringContaining('--url https://jobs.example'),
    ]);
    const nowhere = await runCli(['build', '--url', 'https://jobs.example', '--lang', 'fr'], {
      dataFolder: root,
    });
    expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining('--out site')]);
  });

  it('leaves the old site whole when it is killed in the middle, and carries on the next time', async () => {
    await buildWell();
    const before = readlinkSync(out);
    const files = new Map(filesIn(realpathSync(out)).map((file) => [file, read(file)]));
    for (let n = 1; n <= 150; n += 1) {
      for (const [file, source] of Object.entries(pairSources(`many-${n}`)))
        await content.write(file, source);
    }
    let killed = 0;
    for (let round = 0; round < 2; round += 1) {
      const child = spawn(
        process.execPath,
        [
          join(projectRoot, 'dist/cli.js'),
          'build',
          '--out',
          out,
          '--content',
          content.path,
          '--url',
          'https://jobs.example',
        ],
        { env: { ...process.env, ...april, TANDEM_DATA: root }, stdio: 'ignore' },
      );
      const exited = once(child, 'exit');
      // Killed while pages are being written, further on each time.
      const partial = (): number => {
        const names = readdirSync(`${out}.builds`, { withFileTypes: true });
        const folder = names.find(
          ({ name }) => name.endsWith(`-${child.pid}`) && existsSync(join(`${out}.builds`, name)),
        );
        return folder ? filesIn(join(`${out}.builds`, folder.name)).length : 0;
      };
      while (child.exitCode === null && partial() < 20 + round * 100) await sleep(2);
      child.kill('SIGKILL');
      const [, signal] = (await exited) as [number | null, string | null];
      if (signal === 'SIGKILL') killed += 1;
      else break;
      expect(readlinkSync(out)).toBe(before);
      for (const [file, text] of files) expect(read(file)).toBe(text);
    }
    expect(killed).toBeGreaterThan(0);
    await buildWell();
    expect(pages()).toContain('en/jobs/english-many-150.html');
    // The build on the site, the one before it, and nothing of those that were killed.
    expect(readdirSync(`${out}.builds`).filter((name) => !name.endsWith('.json'))).toHaveLength(2);
  }, 180_000);

  it('does not build twice at a time', async () => {
    await buildWell();
    await writeFile(join(`${out}.builds`, 'lock'), String(process.pid));
    const { code, stderr } = await build();
    expect([code, stderr]).toEqual([1, expect.stringContaining(`process ${process.pid}`)]);
  });
});
