import { readdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Editor,
  formOf,
  half,
  hiddenFields,
  startEditor,
  temporaryFolder,
} from './harness.ts';

const crlf = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
const front = "x: [1,  2] # kept\nleverId: '4f1d7a52-7d0f-4a0e-9a38-1c9d1d7c0a11'\n";
const files = {
  'en/jobs/analyst.md': half('analyst', 'Analyst', '## Work\n\nFirst.', front),
  'fr/emplois/analyste.md': crlf(half('analyst', 'Analyste', '## Travail\n\nPremier.')),
  'process/analyst.yml': 'evergreen: true\ntimeZone: America/Toronto\n',
  'en/jobs/clerk.md': half('clerk', 'Clerk', 'Text.'),
  'fr/emplois/commis.md': half('clerk', 'Commis', 'Texte.'),
};

let editor: Editor;
let manager: Awaited<ReturnType<Editor['as']>>;
let path: string;

beforeAll(async () => {
  editor = await startEditor({ kind: 'folder', folder: await temporaryFolder(files) });
  manager = await editor.as('manager');
  path = editor.pathOf('analyst');
});
afterAll(() => editor.stop());

const open = async (at = path) => formOf(await (await manager.get(at)).text());
const send = async (fields: Record<string, string>, deed: string, at = path) => {
  const answer = await manager.post(at, { ...fields, do: deed });
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    html: await answer.text(),
  };
};

describe('the page', () => {
  it('shows both languages and the facts, the own language first', async () => {
    const html = await (await manager.get(path)).text();
    expect(html.indexOf('id="text-fr"')).toBeLessThan(html.indexOf('id="text-en"'));
    const form = formOf(html);
    expect(form).toMatchObject({
      'en-title': 'Analyst',
      'fr-title': 'Analyste',
      'fr-body': '## Travail\r\n\r\nPremier.',
      facts: 'evergreen: true\r\ntimeZone: America/Toronto\r\n',
    });
    // A plain folder keeps no commits, so it asks for no message.
    expect(form).not.toHaveProperty('message');
  });

  it('is for those who may edit, and for postings that there are', async () => {
    const assessor = await editor.as('assessor');
    expect((await assessor.get(path)).status).toBe(403);
    const unknown = path.replace(/[0-9a-f-]{36}/, '00000000-0000-4000-8000-000000000000');
    expect((await manager.get(unknown)).status).toBe(404);
    expect((await manager.get(path.replace(/[0-9a-f-]{36}/, '..%2f..%2fetc'))).status).toBe(404);
  });

  it('does not save for another site', async () => {
    const fields = { ...(await open()), 'en-title': 'Taken over', do: 'save' };
    const answer = await manager.post(path, fields, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(403);
    expect(await editor.read('en/jobs/analyst.md')).toBe(files['en/jobs/analyst.md']);
  });
});

describe('checking and previewing', () => {
  it('tells every finding beside its text, with line and counterpart, and writes nothing', async () => {
    const fields = { ...(await open()), 'en-body': '## Work\n\nSend 3 copies.\n\n## More\n\nA.' };
    const { status, html } = await send(fields, 'check');
    expect(status).toBe(200);
    expect(html).toMatch(/<li class="finding finding-warning"[^>]*data-field="en-body"/);
    expect(html).toMatch(/href="#en-body">Ligne 1</);
    expect(html).toMatch(/<mark>## Work<\/mark>/);
    expect(html).toContain('En français, ligne 3 du fichier');
    expect(html).toContain('Pas encore enregistré.');
    expect(formOf(html)['en-body']).toBe(fields['en-body'].replaceAll('\n', '\r\n'));
    expect(await editor.read('en/jobs/analyst.md')).toBe(files['en/jobs/analyst.md']);
  });

  it('gives the findings alone to a page that asks while its author writes', async () => {
    const { html } = await send({ ...(await open()), 'en-body': 'Only 4.' }, 'live');
    expect(html).toMatch(/^<p id="findings">/);
    expect(html.match(/<section class="findings"/g)).toHaveLength(3);
    expect(html).not.toContain('<html');
  });

  it('shows the public pages of what is typed', async () => {
    const { html } = await send(
      { ...(await open()), 'fr-body': 'Un texte <b>neuf</b>.' },
      'preview',
    );
    const frames = html.match(/<iframe[^>]*srcdoc="[^"]*"[^>]*>/g) ?? [];
    expect(frames).toHaveLength(2);
    expect(frames[0]).toContain('Un texte');
    expect(frames[0]).toContain('sandbox="allow-same-origin"');
    expect(frames[1]).toContain('First.');
    const broken = await send({ ...(await open()), 'fr-body': ' ' }, 'preview');
    expect(broken.html).toContain('Aucun aperçu');
  });
});

describe('saving', () => {
  it('writes both files, everything else byte for byte, and once for a double click', async () => {
    const fields = await open();
    const changed = {
      ...fields,
      'en-title': "Analyst: the team's",
      'fr-body': `${fields['fr-body']}\r\n\r\nSecond.`,
      facts: `${fields['facts']}# sample\r\n`,
    };
    const [first, second] = await Promise.all([send(changed, 'save'), send(changed, 'save')]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(first.location).toBe(`${path}?told=saved`);
    expect(await editor.read('en/jobs/analyst.md')).toBe(
      files['en/jobs/analyst.md'].replace("'Analyst'", "'Analyst: the team''s'"),
    );
    expect(await editor.read('fr/emplois/analyste.md')).toBe(
      files['fr/emplois/analyste.md'].replace('Premier.', 'Premier.\r\n\r\nSecond.'),
    );
    expect(await editor.read('process/analyst.yml')).toBe(
      `${files['process/analyst.yml']}# sample\n`,
    );
    const left = await readdir(editor.folder, { recursive: true });
    expect(left.filter((name) => /(^|\/)\./.test(name))).toEqual([]);
    expect(await (await manager.get(first.location!)).text()).toContain(
      'Enregistré, et sur le site.',
    );
  });

  it('never shows one language new and the other old', async () => {
    const at = editor.pathOf('clerk');
    const seen: string[] = [];
    let busy = true;
    const reader = (async () => {
      while (busy) {
        await editor.postings.reload();
        const text = editor.postings
          .snapshot()
          .postings.find((p) => p.translationKey === 'clerk')!.text;
        seen.push(`${text.en.title.replace('Clerk', '')}|${text.fr.title.replace('Commis', '')}`);
      }
    })();
    for (let n = 1; n <= 15; n += 1) {
      const fields = { ...(await open(at)), 'en-title': `Clerk ${n}`, 'fr-title': `Commis ${n}` };
      expect((await send(fields, 'save', at)).status).toBe(303);
    }
    busy = false;
    await reader;
    expect(seen.length).toBeGreaterThan(15);
    expect(seen.filter((pair) => pair.split('|')[0] !== pair.split('|')[1])).toEqual([]);
  });

  it('overwrites nothing that changed meanwhile: both texts, and the way on from either', async () => {
    const at = editor.pathOf('clerk');
    const mine = { ...(await open(at)), 'en-body': 'My text.' };
    const theirs = half('clerk', 'Clerk 15', 'Their text.', 'note: theirs\n');
    await writeFile(join(editor.folder, 'en/jobs/clerk.md'), theirs);
    const conflict = await send(mine, 'save', at);
    expect(conflict.status).toBe(409);
    expect(conflict.html).toMatch(/<del>[\s\S]*?Their[\s\S]*?<\/del>/);
    expect(conflict.html).toMatch(/<ins>[\s\S]*?My[\s\S]*?<\/ins>/);
    expect(await editor.read('en/jobs/clerk.md')).toBe(theirs);

    const fromTheirs = await send(formOf(conflict.html), 'theirs', at);
    expect(formOf(fromTheirs.html)['en-body']).toBe('Their text.');
    expect(fromTheirs.html).toContain('My text.');
    expect((await send(formOf(conflict.html), 'save', at)).status).toBe(303);
    expect(await editor.read('en/jobs/clerk.md')).toBe(theirs.replace('Their', 'My'));
  });

  it('says that what has errors is saved, and keeps what cannot be read', async () => {
    const at = editor.pathOf('clerk');
    const { location } = await send({ ...(await open(at)), 'fr-body': '' }, 'save', at);
    expect(await (await manager.get(location!)).text()).toContain('Enregistré, non publié');
    const mended = { ...(await open(at)), 'fr-body': 'Texte.' };
    const again = await send(mended, 'save', at);
    expect(await (await manager.get(again.location!)).text()).toContain('sur le site');
  });

  it('edits a file whose front matter is broken as a whole', async () => {
    const at = editor.pathOf('clerk');
    const good = await editor.read('fr/emplois/commis.md');
    await writeFile(
      join(editor.folder, 'fr/emplois/commis.md'),
      good.replace("'Commis", "'Com'mis"),
    );
    await editor.postings.reload();
    const form = await open(at);
    expect(form).toHaveProperty('fr-whole');
    expect((await send({ ...form, 'fr-whole': good }, 'save', at)).status).toBe(303);
    expect(await editor.read('fr/emplois/commis.md')).toBe(good);
  });

  it('refuses a text that no loader reads, and keeps it', async () => {
    const long = 'mot '.repeat(300_000);
    const { status, html } = await send({ ...(await open()), 'fr-body': long }, 'save');
    expect(status).toBe(422);
    expect(html).toContain('Raccourcissez');
    expect(formOf(html)['fr-body']!.length).toBe(long.length);
  });

  it('writes to no link that leads out of the folder', async () => {
    const outside = await temporaryFolder({ 'secret.md': half('clerk', 'Commis', 'Secret.') });
    const inside = join(editor.folder, 'fr/emplois/commis.md');
    const at = editor.pathOf('clerk');
    const fields = { ...(await open(at)), 'fr-body': 'Changed.' };
    await rename(inside, `${inside}.kept`);
    await symlink(join(outside, 'secret.md'), inside);
    const answer = await send(fields, 'save', at);
    expect(answer.status).toBe(409);
    expect(answer.html).toContain('Changed.');
    await rename(`${inside}.kept`, inside);
    await editor.postings.reload();
  });
});

it('keeps a long text over the end of a session', async () => {
  const author = await editor.as('manager');
  const form = formOf(await (await author.get(path)).text());
  const body = 'Une phrase écrite avec soin. '.repeat(8000);
  author.cookies.clear();
  const answer = await author.post(path, { ...form, 'fr-body': body, do: 'save' });
  expect(answer.headers.get('location')).toMatch(/told=kept$/);
  await author.signIn(author.person.email);
  const html = await (await author.get(path)).text();
  expect(html).toContain('à la fin de votre session');
  expect(formOf(html)['fr-body']).toBe(body);
  expect(formOf(html)['base']).toBe(form['base']);
});

describe('a new posting', () => {
  const at = '/fr/personnel/nouvelle-affiche';
  const typed = {
    'en-title': 'Web Developer & Team Lead',
    'en-description': 'Build: things',
    'fr-title': 'Développeuse ou développeur d’équipe',
    'fr-description': 'Bâtir des choses',
  };

  it('makes a pair of drafts beside the others, once', async () => {
    const { csrf = '', key = '' } = hiddenFields(await (await manager.get(at)).text());
    const missing = await manager.post(at, { ...typed, 'fr-title': ' ', csrf, key });
    expect(missing.status).toBe(422);
    const html = await missing.text();
    expect(html).toContain('Build: things');
    // What is missing is named, also in the list at the top.
    expect(html.match(/Écrivez le titre en français\./g)).toHaveLength(2);
    const long = { ...typed, 'en-description': 'x'.repeat(2001), csrf, key };
    expect(await (await manager.post(at, long)).text()).toContain(
      'Ramenez la description en anglais à 2\u00A0000 caractères au plus.',
    );
    const send2 = () => manager.post(at, { ...typed, csrf, key });
    const [first, second] = await Promise.all([send2(), send2()]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    const en = await editor.read('en/jobs/web-developer-and-team-lead.md');
    const fr = await editor.read('fr/emplois/developpeuse-ou-developpeur-d-equipe.md');
    expect(en).toContain("description: 'Build: things'\n");
    for (const text of [en, fr]) {
      expect(text).toContain('draft: true\ntranslationKey: web-developer-and-team-lead\n');
    }
    const page = await (await manager.get(first.headers.get('location')!)).text();
    expect(page).toContain('Les brouillons sont créés');
    expect(formOf(page)['draft']).toBe('yes');
  });

  it('goes on the site when the mark is taken off', async () => {
    const edit = editor.pathOf('web-developer-and-team-lead');
    const { draft: _, ...form } = await open(edit);
    const saved = await send(form, 'save', edit);
    expect(saved.status).toBe(303);
    expect(await editor.read('en/jobs/web-developer-and-team-lead.md')).toContain('draft: false\n');
    expect(await (await manager.get(saved.location!)).text()).toContain('sur le site');
  });
});

describe.skipIf(process.getuid?.() === 0)('a folder that cannot be written to', () => {
  it('is told, with all text kept', async () => {
    const { chmod } = await import('node:fs/promises');
    const form = { ...(await open()), 'en-body': 'Kept text.' };
    for (const name of ['en/jobs', 'fr/emplois']) await chmod(join(editor.folder, name), 0o555);
    const { status, html } = await send(form, 'save');
    for (const name of ['en/jobs', 'fr/emplois']) await chmod(join(editor.folder, name), 0o755);
    expect(status).toBe(503);
    expect(html).toContain('lecture seule');
    expect(html).toContain('Kept text.');
  });
});
