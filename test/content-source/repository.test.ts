import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ContentSource, createContentSource, describeSource } from '#hiring/content-source';
import { parseGitAddress } from '#platform/git';
import { type GitRepository, gitRepository } from './git-repository.ts';

const pair = (word: string, at = 'content/') => ({
  [`${at}en/a.md`]: `English ${word}`,
  [`${at}fr/a.md`]: `Français ${word}`,
});

let remote: GitRepository;
let home: string;
let source: ContentSource;
let logged: string[];
let now: Date;
const open: ContentSource[] = [];

beforeEach(async () => {
  now = new Date('2026-03-01T12:00:00Z');
  logged = [];
  home = await mkdtemp(join(tmpdir(), 'tandem-clone-'));
  remote = await gitRepository(pair('one'));
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
  await remote.remove();
  await rm(home, { recursive: true, force: true });
});

type Options = { url?: string; branch?: string | null; path?: string | null };

function make({ url = remote.url, branch = null, path = null }: Options = {}): ContentSource {
  const address = parseGitAddress(url);
  if (!address) throw new Error(`No address: ${url}`);
  const note = (fields: object, message: string): void => {
    logged.push(`${message} ${JSON.stringify(fields)}`);
  };
  source = createContentSource(
    { kind: 'repository', address, branch, path, home, pollSeconds: 0 },
    { clock: () => now, log: { info: note, warn: note, error: note } },
  );
  open.push(source);
  return source;
}

const read = (file: string) => readFile(join(home, 'current', file), 'utf8');
const repositoryStatus = async () => {
  const status = await source.status();
  if (status.kind !== 'repository') throw new Error(status.kind);
  return status;
};
/** Looks for new commits, and waits until that is over. */
async function look(): Promise<void> {
  const before = (await repositoryStatus()).fetchedAt;
  now = new Date(now.getTime() + 60_000);
  source.refresh();
  await vi.waitFor(
    async () => {
      const { fetchedAt, failure } = await repositoryStatus();
      if (!failure && fetchedAt?.getTime() === before?.getTime()) throw new Error('not yet');
    },
    { timeout: 8000, interval: 20 },
  );
  await source.stop();
}

describe('a repository', () => {
  it('is cloned, followed, and read from a folder that is swapped as a whole', async () => {
    const changes = vi.fn();
    await make().start(changes);
    expect(await read('en/a.md')).toBe('English one');
    expect(changes).toHaveBeenCalledTimes(1);
    await remote.write(pair('two'));
    const commit = remote.commit();
    await look();
    expect([await read('en/a.md'), await read('fr/a.md')]).toEqual(['English two', 'Français two']);
    expect(changes).toHaveBeenCalledTimes(2);
    expect(await repositoryStatus()).toMatchObject({ commit, failure: null, rewrittenAt: null });
  });

  it('serves what it fetched before while the server is away, and says since when and why', async () => {
    await make().start(() => {});
    await source.stop();
    await rename(remote.path, `${remote.path}-away`);
    try {
      await make().start(() => {});
      expect(await read('fr/a.md')).toBe('Français one');
      await vi.waitFor(async () =>
        expect((await repositoryStatus()).failure).toEqual({ problem: 'not-found', since: now }),
      );
      const status = await repositoryStatus();
      const says = describeSource(status, 'fr', 'America/Toronto');
      expect(says.verdict).toBe('bad');
      expect(says.says).toContain('2026-03-01');
      expect(says.says).toContain(status.commit!.slice(0, 10));
    } finally {
      await rename(`${remote.path}-away`, remote.path);
    }
  });

  it('puts on the site at the next start what was fetched before a kill', async () => {
    await make().start(() => {});
    await source.stop();
    await remote.write(pair('two'));
    const commit = remote.commit();
    const [id = ''] = await readdir(join(home, 'releases'));
    // As far as a process came that was killed between the fetch and the swap.
    execFileSync('git', [
      `--git-dir=${join(home, 'repository.git')}`,
      'fetch',
      '--quiet',
      remote.url,
      '+main:refs/tandem/content',
    ]);
    await writeFile(join(home, 'repository.git/refs/tandem/content.lock'), '');
    await writeFile(join(home, 'releases/.whole-left'), 'half');
    await rename(remote.path, `${remote.path}-away`);
    try {
      expect(id).not.toBe(commit);
      await make().start(() => {});
      expect(await read('en/a.md')).toBe('English two');
      expect((await readdir(join(home, 'releases'))).sort()).toEqual([id, commit].sort());
    } finally {
      await rename(`${remote.path}-away`, remote.path);
    }
    now = new Date(now.getTime() + 60_000);
    await make().start(() => {});
    // Its first fetch is over: the next one is a fetch of its own.
    await vi.waitFor(async () => expect((await repositoryStatus()).fetchedAt).toEqual(now), 8000);
    await remote.write(pair('three'));
    remote.commit();
    await look();
    expect(await read('en/a.md')).toBe('English three');
  });

  it('follows a branch that was rewritten, and says so', async () => {
    await make().start(() => {});
    await remote.write(pair('other history'));
    remote.git('add', '--all');
    remote.git('commit', '--quiet', '--amend', '-m', 'Rewritten');
    await look();
    expect(await read('en/a.md')).toBe('English other history');
    expect((await repositoryStatus()).rewrittenAt).toEqual(now);
  });

  it('follows the branch it is told to, and keeps the last content when that is deleted', async () => {
    remote.git('checkout', '--quiet', '-b', 'site');
    await remote.write(pair('site'));
    remote.commit();
    await make({ branch: 'site' }).start(() => {});
    remote.git('checkout', '--quiet', 'main');
    remote.git('branch', '--quiet', '-D', 'site');
    await look();
    expect(await read('en/a.md')).toBe('English site');
    expect((await repositoryStatus()).failure).toMatchObject({ problem: 'branch-missing' });
  });

  it('takes the folder it is told to, the top where there is no content folder, and refuses none', async () => {
    await remote.write(pair('deep', 'sites/jobs/'));
    remote.commit();
    await make({ path: 'sites/jobs' }).start(() => {});
    expect(await read('en/a.md')).toBe('English deep');
    await rm(join(remote.path, 'sites'), { recursive: true });
    remote.commit();
    await look();
    expect(await read('en/a.md')).toBe('English deep');
    expect((await repositoryStatus()).failure).toMatchObject({ problem: 'path-missing' });

    home = await mkdtemp(join(tmpdir(), 'tandem-clone-'));
    remote.git('mv', 'content/en', 'en');
    remote.git('mv', 'content/fr', 'fr');
    remote.commit();
    await make().start(() => {});
    expect(await read('fr/a.md')).toBe('Français one');
    remote.git('rm', '-r', '--quiet', 'en', 'fr');
    remote.commit();
    await look();
    expect(await read('fr/a.md')).toBe('Français one');
    expect((await repositoryStatus()).failure).toMatchObject({ problem: 'no-content' });
  });

  it('says that a repository is empty, and mends itself with the first commit', async () => {
    const empty = await gitRepository();
    await make({ url: empty.url }).start(() => {});
    expect(await repositoryStatus()).toMatchObject({
      commit: null,
      failure: { problem: 'empty-repository' },
    });
    await empty.write(pair('first'));
    empty.commit();
    await make({ url: empty.url }).start(() => {});
    await vi.waitFor(async () => expect(await read('en/a.md')).toBe('English first'));
    await empty.remove();
  });

  it('knows the commit of each version', async () => {
    await remote.write({ 'content/en/b.md': 'B', 'content/fr/b.md': 'B' });
    const second = remote.commit('Second');
    await make().start(() => {});
    const { commit } = await repositoryStatus();
    const root = join(home, 'releases', commit!);
    const origins = await source.provenance.originsOf(root, [
      ['en/a.md', 'fr/a.md'],
      ['en/b.md', 'fr/b.md'],
    ]);
    expect(origins?.map((one) => one.commit?.id)).toEqual([
      remote.git('rev-parse', 'HEAD~1'),
      second,
    ]);
    expect(origins?.[1]).toMatchObject({ commit: { author: 'Sam Auteur' }, uncommitted: false });
  });
});

describe('a server over https', () => {
  async function serve(password: string): Promise<{ url: string; close(): void; hits: string[] }> {
    const folder = await mkdtemp(join(tmpdir(), 'tandem-tls-'));
    const files = { key: join(folder, 'key.pem'), cert: join(folder, 'cert.pem') };
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', files.key, '-out', files.cert],
      { stdio: 'ignore' },
    ); // prettier-ignore
    vi.stubEnv('GIT_SSL_CAINFO', files.cert);
    const hits: string[] = [];
    const expected = `Basic ${Buffer.from(`robot:${password}`).toString('base64')}`;
    const server = createHttpsServer(
      { key: await readFile(files.key), cert: await readFile(files.cert) },
      (request, response) => {
        hits.push(request.headers.authorization ?? 'none');
        if (request.headers.authorization !== expected) {
          response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' }).end();
          return;
        }
        const url = new URL(request.url ?? '/', 'https://localhost');
        const backend = spawn('git', ['http-backend'], {
          env: {
            PATH: process.env['PATH'] ?? '',
            GIT_PROJECT_ROOT: remote.path,
            GIT_HTTP_EXPORT_ALL: '1',
            GIT_CONFIG_COUNT: '1',
            GIT_CONFIG_KEY_0: 'safe.directory',
            GIT_CONFIG_VALUE_0: '*',
            REQUEST_METHOD: request.method ?? 'GET',
            PATH_INFO: url.pathname,
            QUERY_STRING: url.search.slice(1),
            CONTENT_TYPE: request.headers['content-type'] ?? '',
            HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
            GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
          },
        });
        request.pipe(backend.stdin);
        const parts: Buffer[] = [];
        backend.stdout.on('data', (part: Buffer) => parts.push(part));
        backend.stdout.on('end', () => {
          const all = Buffer.concat(parts);
          const end = all.indexOf('\r\n\r\n');
          for (const line of all.subarray(0, end).toString().split('\r\n')) {
            const [name = '', value = ''] = line.split(/:\s*/, 2);
            if (name === 'Status') response.statusCode = Number.parseInt(value, 10);
            else response.setHeader(name, value);
          }
          response.end(all.subarray(end + 4));
        });
      },
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return { url: `localhost:${port}/.git`, close: () => server.close(), hits };
  }

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('is given the credentials of the address; wrong ones are told, and never shown or logged', async () => {
    const password = 'p4ss-word of the robot';
    const server = await serve(password);
    try {
      await make({ url: `https://robot:wrong-secret@${server.url}` }).start(() => {});
      expect((await repositoryStatus()).failure).toMatchObject({ problem: 'credentials' });
      await make({ url: `https://robot:${encodeURIComponent(password)}@${server.url}` }).start(
        () => {},
      );
      expect(await read('en/a.md')).toBe('English one');
      const told = JSON.stringify([
        logged,
        await source.status(),
        describeSource(await source.status(), 'en', 'UTC'),
        await readFile(join(home, 'repository.git/config'), 'utf8'),
      ]);
      const secrets = ['wrong-secret', password, encodeURIComponent(password), 'robot'];
      expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
      expect(server.hits).toContain(
        `Basic ${Buffer.from('robot:wrong-secret').toString('base64')}`,
      );
    } finally {
      server.close();
    }
  });

  it('that cannot be reached is said to be so', async () => {
    await make({ url: 'https://localhost:1/x.git' }).start(() => {});
    expect((await repositoryStatus()).failure).toMatchObject({ problem: 'unreachable' });
  });
});
