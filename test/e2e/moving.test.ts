import { appendFileSync, readFileSync, realpathSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ContentFolder, contentFolder, postingSource } from '#hiring/postings/testing';
import { samplePdf } from '#platform/files/testing';
import {
  type RunningTandem,
  freePort,
  newDataFolder,
  removeFolder,
  runCli,
  startTandem,
} from '../support/server.ts';

// The essential path of docs/moving.md, on a made-up Hugo site with one domain per language.

const ids = {
  analyst: '3f0c1c1e-8e1d-4b55-9a53-0f6f1d0a0001',
  keeper: '3f0c1c1e-8e1d-4b55-9a53-0f6f1d0a0002',
};
const analyst = (key: string, title: string, body: string): string =>
  postingSource(key, { title, leverId: ids.analyst }, body);

const oldSite = {
  'site.yml':
    'organization: { en: Waves Service, fr: Service des ondes }\npostings: careers/positions\n',
  'en/_index.md': '---\ntitle: Home\n---\nWelcome.\n',
  'en/about.md': postingSource('about', { title: 'About us' }, 'A small team.'),
  'fr/a-propos.md': postingSource('about', { title: 'À propos' }, 'Une petite équipe.'),
  'en/careers/_index.md': '---\ntitle: Careers\n---\nWork with us.\n',
  'fr/careers/_index.md': '---\ntitle: Carrières\n---\nTravaillez avec nous.\n',
  [`en/careers/positions/data-analyst--${ids.analyst}.md`]: analyst(
    'data-analyst-2026',
    'Data Analyst',
    'The salary goes up to $98,000 a year.',
  ),
  [`fr/careers/positions/analyste-de-données--${ids.analyst}.md`]: analyst(
    'data-analist-2026',
    'Analyste de données',
    'Le salaire peut atteindre 89\u00A0000\u00A0$ par année.',
  ),
  'en/careers/positions/keeper.md': postingSource('keeper', { title: 'Keeper', archived: 'true' }),
  'fr/careers/positions/gardien.md': postingSource('keeper', {
    title: 'Gardienne ou gardien',
    archived: 'true',
  }),
};

/** As `hugo list all` prints it. */
const pages = `path,slug,title,date,expiryDate,publishDate,draft,permalink
content/en/about.md,,About us,0001-01-01T00:00:00Z,0001-01-01T00:00:00Z,0001-01-01T00:00:00Z,false,https://waves.example/about/
content/en/careers/positions/data-analyst--${ids.analyst}.md,,"Data Analyst, ""2026""",0001-01-01T00:00:00Z,0001-01-01T00:00:00Z,0001-01-01T00:00:00Z,false,https://waves.example/careers/positions/data-analyst--${ids.analyst}/
content/fr/careers/positions/analyste-de-données--${ids.analyst}.md,,Analyste de données,0001-01-01T00:00:00Z,0001-01-01T00:00:00Z,0001-01-01T00:00:00Z,false,https://ondes.example/careers/positions/analyste-de-donn%C3%A9es--${ids.analyst}/
content/en/careers/positions/keeper.md,,Keeper,0001-01-01T00:00:00Z,0001-01-01T00:00:00Z,0001-01-01T00:00:00Z,false,https://waves.example/careers/positions/keeper/
`;

let content: ContentFolder;
let root: string;
let tandem: RunningTandem | null = null;

beforeAll(async () => {
  content = await contentFolder(oldSite);
  root = await mkdtemp(join(tmpdir(), 'tandem-moving-'));
  await writeFile(join(root, 'pages.csv'), pages);
});

afterAll(async () => {
  await tandem?.stop();
  if (tandem) await removeFolder(tandem.dataFolder);
  await removeFolder(root);
  await content.removeAll();
});

const cli = (...args: string[]) => runCli(args, { dataFolder: root });

/** Corrects a file of the old site as its team would. */
async function correct(file: string, from: string, to: string): Promise<void> {
  const text = readFileSync(join(content.path, file), 'utf8');
  expect(text).toContain(from);
  await content.write(file, text.replace(from, to));
}

it('checks the postings and nothing else, and finds what keeps them from the site', async () => {
  const french = `fr/careers/positions/analyste-de-données--${ids.analyst}.md`;
  const rules = async (): Promise<string[]> => {
    const { stdout } = await cli('check', content.path, '--format', 'json', '--severity', 'error');
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; file: string }[] };
    return [...new Set(findings.map(({ rule }) => rule))];
  };
  const first = await cli('check', content.path);
  expect(first.code).toBe(1);
  expect(first.stdout).not.toMatch(/about\.md|a-propos\.md|_index\.md/);
  // Two letters apart, and without other halves: each is told of the other, with its whole name.
  expect(first.stdout).toContain(`The key of ${french} is almost the same`);
  expect(await rules()).toEqual(['content/missing-pair']);
  await correct(french, 'Key: data-analist-2026', 'Key: data-analyst-2026');
  expect(await rules()).toEqual(['facts/money']);
  await correct(french, '89\u00A0000', '98\u00A0000');
  expect((await cli('check', content.path)).code).toBe(0);
});

it('writes down the old addresses', async () => {
  const printed = await cli('moved', content.path, join(root, 'pages.csv'));
  expect(printed.code).toBe(0);
  appendFileSync(join(content.path, 'site.yml'), printed.stdout);
  await correct(
    'site.yml',
    'moved:\n  en:\n',
    'moved:\n  en:\n    /careers/: /en/jobs/\n    /vanished/: no-such-posting\n',
  );
  await correct('site.yml', '  fr:\n', '  fr:\n    /careers/: /fr/emplois/\n');
  const again = await cli('moved', content.path, join(root, 'pages.csv'));
  expect([again.code, again.stdout]).toEqual([1, '']);
  const checked = await cli('check', content.path, '--rule', 'content/moved-to-nothing');
  expect(checked.stdout).toContain('/vanished');
  await correct('site.yml', '    /vanished/: no-such-posting\n', '');
  expect((await cli('moved', content.path, join(root, 'none.csv'))).code).toBe(2);
});

it('builds the site as files, old addresses included', async () => {
  const out = join(root, 'public');
  const built = await cli(
    'build', '--out', out, '--content', content.path, '--url', 'https://jobs.example', '--strict',
  ); // prettier-ignore
  expect([built.code, built.stderr]).toEqual([0, '']);
  const [site, old] = [realpathSync(out), `careers/positions/analyste-de-données--${ids.analyst}`];
  const read = (file: string): string => readFileSync(join(site, file), 'utf8');
  expect(read('_redirects')).toContain(`/${encodeURI(old)}/ /fr/emplois/analyste-de-donnees 301\n`);
  expect(read('redirects.map')).toContain(`"/${old}" /fr/emplois/analyste-de-donnees;\n`);
  expect(read(`${old}/index.html`)).toContain('href="/fr/emplois/analyste-de-donnees"');
  const names = read('redirects.map').matchAll(/^("[^"]*"|\S+) /gm);
  const all = [...names].map(([, name]) => name);
  expect(new Set(all).size).toBe(all.length);
});

it('serves the postings, the old addresses, the old list and the old form', async () => {
  tandem = await startTandem({
    dataFolder: await newDataFolder(),
    port: await freePort(),
    env: {
      TANDEM_CONTENT: content.path,
      TANDEM_LEVER_SITE: 'waves',
      TANDEM_API_ORIGINS: 'https://waves.example,https://ondes.example',
    },
  });
  const { origin } = tandem;
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(origin + path, { redirect: 'manual', headers });
  const listOf = async (path: string): Promise<string> => (await get(path)).text();
  expect(await listOf('/en/jobs/')).toContain('Data Analyst');
  expect(await listOf('/fr/emplois/')).toContain('Analyste de données');
  expect(await listOf('/en/jobs/')).not.toContain('About us');

  const leadsTo = async (path: string): Promise<[number, string | null]> => {
    const { status, headers } = await get(path);
    return [status, headers.get('location')];
  };
  const old = encodeURI(`/careers/positions/analyste-de-données--${ids.analyst}`);
  for (const path of [old, `${old}/`, `${old}/index.html`, `/fr${old}/`]) {
    expect(await leadsTo(path)).toEqual([301, '/fr/emplois/analyste-de-donnees']);
  }
  expect(await leadsTo(`/careers/positions/data-analyst--${ids.analyst}/`)).toEqual([
    301,
    '/en/jobs/data-analyst',
  ]);
  expect(await leadsTo('/careers/positions/keeper/')).toEqual([301, '/en/jobs/keeper']);
  // Both domains had it: the one that passes its visitors on says its language.
  expect(await leadsTo('/careers/')).toEqual([301, '/en/jobs/']);
  expect(await leadsTo('/fr/careers/')).toEqual([301, '/fr/emplois/']);
  expect((await leadsTo('/about/'))[0]).toBe(404);

  const list = await get('/v0/postings/waves-fr?mode=json', { Origin: 'https://ondes.example' });
  expect(list.headers.get('access-control-allow-origin')).toBe('https://ondes.example');
  expect(await list.json()).toMatchObject([{ id: ids.analyst, text: 'Analyste de données' }]);

  const form = new FormData();
  const fields = {
    jobId: ids.analyst,
    lang: 'fr',
    name: 'Zoë Modèle',
    email: 'zoe@modele.example',
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('body', 'La mer me connaît.');
  form.set('samples', '');
  form.set('talent_tracking', 'true');
  form.set(
    'resume',
    new Blob([new Uint8Array(samplePdf('Zoë'))], { type: 'application/pdf' }),
    'cv.pdf',
  );
  const sent = await fetch(`${origin}/v0/apply`, {
    method: 'POST',
    body: form,
    headers: { Origin: 'https://ondes.example' },
    redirect: 'manual',
  });
  expect(sent.status).toBe(303);
  const receipt = await fetch(new URL(sent.headers.get('location')!, origin));
  expect(await receipt.text()).toMatch(/T-[0-9A-Z]{4}-[0-9A-Z]{4}/);
});

it('keeps what is advertised where the folders cannot be told any more', async () => {
  const { origin } = tandem!;
  const status = async (path: string): Promise<number> => (await fetch(origin + path)).status;
  const isTold = async (text: string): Promise<void> => {
    await expect
      .poll(async () => (await cli('check', content.path)).stdout, { timeout: 30_000 })
      .toContain(text);
  };
  for (const [setting, told] of [
    ['postings: careers/positons', 'content/postings-folder-missing'],
    ['postings: 7', 'content/bad-postings-setting'],
    ['postings: [careers/positions', 'content/bad-yaml'],
  ] as const) {
    const text = readFileSync(join(content.path, 'site.yml'), 'utf8');
    await content.write('site.yml', text.replace(/^postings:.*$/m, setting));
    await isTold(told);
    // Longer than the watcher waits before it loads.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await status('/en/jobs/data-analyst')).toBe(200);
    expect(await (await fetch(`${origin}/en/jobs/`)).text()).not.toContain('About us');
  }
});
