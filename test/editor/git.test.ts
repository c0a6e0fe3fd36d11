import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseGitAddress } from '#platform/git';
import { type GitRepository, gitRepository } from '../content-source/git-repository.ts';
import { type Editor, formOf, half, startEditor } from './harness.ts';

const files = {
  'content/en/jobs/analyst.md': half('analyst', 'Analyst', 'First.'),
  'content/fr/emplois/analyste.md': half('analyst', 'Analyste', 'Premier.'),
  'content/en/jobs/clerk.md': half('clerk', 'Clerk', 'Text.'),
  'content/fr/emplois/commis.md': half('clerk', 'Commis', 'Texte.'),
  'README.md': 'Read me\n',
};

type Author = Awaited<ReturnType<Editor['as']>>;
const open = async (author: Author, path: string) => formOf(await (await author.get(path)).text());
const send = async (author: Author, path: string, fields: Record<string, string>) => {
  const answer = await author.post(path, { ...fields, do: 'save' });
  return { status: answer.status, html: await answer.text() };
};

describe('a folder in a working tree', () => {
  let repository: GitRepository;
  let editor: Editor;
  let author: Author;
  let path: string;
  beforeAll(async () => {
    repository = await gitRepository(files);
    editor = await startEditor({ kind: 'folder', folder: join(repository.path, 'content') });
    author = await editor.as('manager', 'Camille <Rédaction>');
    path = editor.pathOf('analyst');
  });
  afterAll(() => editor.stop());

  it('gets a commit of the touched files alone, by the author, with their message', async () => {
    await repository.write({ 'README.md': 'Changed\n', 'content/en/jobs/clerk.md': 'staged' });
    repository.git('add', 'content/en/jobs/clerk.md');
    const form = await open(author, path);
    expect(form['message']).toBe('Modifier l’affiche «\u00A0Analyste\u00A0»');
    const message = '# Not a comment\n--amend';
    const fields = { ...form, 'fr-body': 'Deuxième.', 'en-body': 'Second.', message };
    expect((await send(author, path, fields)).status).toBe(303);
    const log = repository.git('log', '-1', '--format=%an|%ae|%cn|%B', '--name-only');
    expect(log.replaceAll(/\n{2,}/g, '\n')).toBe(
      `Camille  Rédaction|${author.person.email}|Tandem|# Not a comment\n--amend\ncontent/en/jobs/analyst.md\ncontent/fr/emplois/analyste.md`,
    );
    expect(repository.git('diff', '--name-only')).toBe('README.md');
    expect(repository.git('diff', '--name-only', '--cached')).toBe('content/en/jobs/clerk.md');
    repository.git('reset', '--hard', '--quiet');
    await editor.postings.reload();
  });

  it('is left alone while somebody else is in the middle of a commit', async () => {
    const fields = { ...(await open(author, path)), 'fr-body': 'Pas encore.' };
    const head = repository.git('rev-parse', 'HEAD');
    await writeFile(join(repository.path, '.git/index.lock'), '');
    const { status, html } = await send(author, path, fields);
    await rm(join(repository.path, '.git/index.lock'));
    expect(status).toBe(503);
    expect(html).toContain('Une autre modification est en cours');
    expect(formOf(html)['fr-body']).toBe('Pas encore.');
    expect(repository.git('status', '--porcelain')).toBe('');
    expect(repository.git('rev-parse', 'HEAD')).toBe(head);
    expect((await send(author, path, formOf(html))).status).toBe(303);
    expect(await editor.read('fr/emplois/analyste.md')).toContain('Pas encore.');
  });

  it('is as it was where the commit cannot be made', async () => {
    const fields = { ...(await open(author, path)), 'fr-body': 'Perdu?' };
    const before = await editor.read('fr/emplois/analyste.md');
    const objects = join(repository.path, '.git/objects');
    await rename(objects, `${objects}-away`);
    const { status, html } = await send(author, path, fields);
    await rename(`${objects}-away`, objects);
    expect(status).toBe(503);
    expect(html).toContain('Perdu?');
    expect(await editor.read('fr/emplois/analyste.md')).toBe(before);
    expect(repository.git('status', '--porcelain')).toBe('');
  });
});

describe('a repository elsewhere', () => {
  let bare: string;
  let other: GitRepository;
  let editor: Editor;
  let author: Author;
  let path: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['--git-dir', bare, ...args], { encoding: 'utf8' }).trim();
  /** Somebody else, who pushes from a clone of their own. */
  const push = async (changed: Record<string, string>) => {
    other.git('pull', '--quiet', '--rebase', bare, 'main');
    await other.write(changed);
    other.commit('By somebody else');
    other.git('push', '--quiet', bare, 'HEAD:main');
  };
  beforeAll(async () => {
    other = await gitRepository(files);
    bare = await mkdtemp(join(tmpdir(), 'tandem-bare-'));
    execFileSync('git', ['clone', '--quiet', '--bare', other.path, bare]);
    const address = parseGitAddress(`file://${bare}`);
    if (!address) throw new Error('No address');
    const home = await mkdtemp(join(tmpdir(), 'tandem-clone-'));
    editor = await startEditor({
      kind: 'repository',
      address,
      branch: null,
      path: null,
      home,
      pollSeconds: 0,
    });
    author = await editor.as('admin');
    path = editor.pathOf('analyst');
  });
  afterAll(async () => {
    await editor.stop();
    await other.remove();
    await rm(bare, { recursive: true, force: true });
  });

  it('gets the commit pushed, and the site shows it', async () => {
    const fields = { ...(await open(author, path)), 'fr-body': 'Deuxième.', message: '' };
    expect((await send(author, path, fields)).status).toBe(303);
    expect(git('log', '-1', '--format=%an|%ae|%cn|%s', 'main')).toBe(
      `Camille Rédaction|${author.person.email}|Tandem|Modifier l’affiche «\u00A0Analyste\u00A0»`,
    );
    expect(git('show', 'main:content/fr/emplois/analyste.md')).toBe(
      files['content/fr/emplois/analyste.md'].replace('Premier.', 'Deuxième.').trim(),
    );
    expect(await editor.read('fr/emplois/analyste.md')).toContain('Deuxième.');
  });

  it('takes a change to other files in its stride', async () => {
    const fields = { ...(await open(author, path)), 'en-body': 'Second.' };
    await push({ 'content/en/jobs/clerk.md': half('clerk', 'Clerk', 'Theirs.') });
    expect((await send(author, path, fields)).status).toBe(303);
    expect(git('show', 'main:content/en/jobs/clerk.md')).toContain('Theirs.');
    expect(git('show', 'main:content/en/jobs/analyst.md')).toContain('Second.');
    expect(git('log', '-1', '--format=%P', 'main').split(' ')).toHaveLength(1);
  });

  it('takes one that arrives between its look and its push, too', async () => {
    const fields = { ...(await open(author, path)), 'en-body': 'Third.' };
    other.git('pull', '--quiet', '--rebase', bare, 'main');
    await other.write({ 'README.md': 'Raced\n' });
    const raced = other.commit('A race');
    // Runs once, as the push arrives: somebody else was a moment faster.
    const hook = join(bare, 'hooks/pre-receive');
    other.git('push', '--quiet', bare, `${raced}:refs/heads/raced`);
    await writeFile(
      hook,
      `#!/bin/sh\nunset GIT_QUARANTINE_PATH\nrm "$0"\ngit update-ref refs/heads/main ${raced}\n`,
    );
    await chmod(hook, 0o755);
    expect((await send(author, path, fields)).status).toBe(303);
    expect(git('show', 'main:README.md')).toBe('Raced');
    expect(git('show', 'main:content/en/jobs/analyst.md')).toContain('Third.');
    expect(git('rev-parse', 'main~1')).toBe(raced);
  });

  it('overwrites nothing where the change is in the same posting', async () => {
    const fields = { ...(await open(author, path)), 'en-body': 'Mine.' };
    await push({ 'content/fr/emplois/analyste.md': half('analyst', 'Analyste', 'Leurs mots.') });
    const { status, html } = await send(author, path, fields);
    expect(status).toBe(409);
    expect(html).toContain('Leurs');
    expect(git('log', '-1', '--format=%s', 'main')).toBe('By somebody else');
    expect((await send(author, path, formOf(html))).status).toBe(303);
    expect(git('show', 'main:content/en/jobs/analyst.md')).toContain('Mine.');
  });

  it('tells when the server will not take it, and keeps the text', async () => {
    const hook = join(bare, 'hooks/pre-receive');
    await writeFile(hook, '#!/bin/sh\nexit 1\n');
    await chmod(hook, 0o755);
    const fields = { ...(await open(author, path)), 'en-body': 'Refused.' };
    const { status, html } = await send(author, path, fields);
    await rm(hook);
    expect(status).toBe(503);
    expect(html).toContain('Le dépôt refuse les modifications');
    expect(formOf(html)['en-body']).toBe('Refused.');
    expect(await editor.read('en/jobs/analyst.md')).not.toContain('Refused.');
  });

  it('tells when the server is away, and keeps the text', async () => {
    const fields = { ...(await open(author, path)), 'en-body': 'Away.' };
    await rename(bare, `${bare}-away`);
    const { status, html } = await send(author, path, fields);
    await rename(`${bare}-away`, bare);
    expect(status).toBe(503);
    expect(html).toContain('il n’y a pas de dépôt à son adresse');
    expect((await send(author, path, formOf(html))).status).toBe(303);
    expect(await readFile(join(editor.folder, 'en/jobs/analyst.md'), 'utf8')).toContain('Away.');
  });
});
