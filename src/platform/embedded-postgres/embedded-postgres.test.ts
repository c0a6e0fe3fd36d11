import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type Embedded,
  type EmbeddedOptions,
  type EmbeddedStep,
  startEmbeddedPostgres,
} from './index.ts';
import { isAlive } from './process-table.ts';
import {
  copy,
  eventually,
  openFolder,
  query,
  sleepAs,
  started,
  startProcess,
  type Start,
  type TandemProcess,
} from './testing/harness.ts';

const silent = { info() {}, warn() {}, error() {} };

let parent: string;
/** The data folder most tests use, one after another: each leaves it at rest. */
let site: string;
const processes: TandemProcess[] = [];
const servers: Embedded[] = [];

/** Starts a process that is certain to be gone after the test; for those that are killed in it. */
function start(dataFolder: string, options: Start = {}): TandemProcess {
  const begun = startProcess(dataFolder, options);
  processes.push(begun);
  return begun;
}

function attempt(dataFolder: string, more: Partial<EmbeddedOptions> = {}) {
  const options = { dataFolder, purpose: 'serve', holder: 'the test', log: silent } as const;
  return startEmbeddedPostgres({ ...options, ...more });
}

/** Starts within the test's own process; must succeed, and is stopped after the test. */
async function open(dataFolder: string, purpose: 'serve' | 'command' = 'serve') {
  const steps: EmbeddedStep[] = [];
  const changes: string[] = [];
  const outcome = await attempt(dataFolder, {
    purpose,
    onProgress: (step) => steps.push(step),
    onChange: ({ kind }) => changes.push(kind),
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  const { server } = outcome;
  servers.push(server);
  const { host } = server.connection;
  return { ...server, host, postmaster: (await server.postmasterPid()) ?? 0, steps, changes };
}

/** A copy of the site's folder, for tests that spoil it. */
function copyOfSite(name: string): string {
  const folder = join(parent, name);
  copy([site], folder);
  return folder;
}

beforeAll(async () => {
  parent = await openFolder();
  // Everything that a path may hold: blanks, quotes, a comma, accents.
  site = join(parent, `l'équipe, «essai» "1"`);
});

afterEach(async () => {
  for (const one of processes.splice(0)) {
    if (await isAlive(one.pid)) {
      process.kill(one.pid, 'SIGCONT');
      await one.kill('SIGKILL');
    }
  }
  for (const server of servers.splice(0)) await server.stop();
});

afterAll(async () => {
  // Servers whose Tandem was killed live on; end those of this run.
  for (const name of await readdir(parent)) {
    const file = join(parent, name, 'postgres', 'data', 'postmaster.pid');
    const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);
    if (pid > 0 && (await isAlive(pid))) process.kill(pid, 'SIGQUIT');
  }
  await rm(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

describe('the first start', () => {
  it('makes a durable database that only this account can reach, and keeps it', async () => {
    const first = await open(site);
    expect(first.steps).toEqual(['initialising', 'starting']);
    expect(first).toMatchObject({ wasEmpty: true, startedByUs: true, adopted: false });

    const { host, postmaster } = first;
    const [settings] = await query(
      host,
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
              current_setting('synchronous_commit') as commits,
              current_setting('data_checksums') as checksums,
              current_setting('listen_addresses') as addresses,
              current_setting('server_encoding') as encoding, current_user as role,
              (select rolsuper from pg_roles where rolname = current_user) as superuser,
              (select datlocale from pg_database where datname = current_database()) as locale,
              upper('éç') as upper`,
    );
    expect(settings).toEqual({
      fsync: 'on',
      pages: 'on',
      commits: 'on',
      checksums: 'on',
      addresses: '',
      encoding: 'UTF8',
      role: 'tandem',
      superuser: false,
      locale: 'C.UTF-8',
      upper: 'ÉÇ',
    });
    const folder = await stat(host);
    expect(folder.mode & 0o077).toBe(0);
    expect(folder.uid).not.toBe(0);
    // Leads a process group of its own (else this throws): Ctrl-C on our terminal does not reach it.
    process.kill(-postmaster, 0);

    await query(host, `create table kept as select 'é' as word`);
    await Promise.all([first.stop(), first.stop()]);
    expect(await first.postmasterPid()).toBeUndefined();
    await eventually(async () => expect(await isAlive(postmaster)).toBe(false));

    const second = await open(site);
    expect(second.wasEmpty).toBe(false);
    expect(await query(host, 'select word from kept')).toEqual([{ word: 'é' }]);
    // What people typed must not reach the log by way of a failing statement.
    await expect(query(host, `select 'marie@example.org'::int`)).rejects.toThrow('marie');
    await second.stop();
    expect(await readFile(second.logFile, 'utf8')).not.toContain('marie');
  });

  it('lets exactly one of two processes have an empty folder', async () => {
    const folder = join(parent, 'race');
    const both = [start(folder), start(folder)];
    const outcomes = await Promise.all(both.map(({ outcome }) => outcome));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = both[outcomes.findIndex(({ ok }) => ok)];
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      error: { kind: 'held-by-another', pid: winner?.pid, holder: `process ${winner?.pid}` },
    });
    expect(await winner?.stop()).toBe(0);
    expect((await readdir(join(folder, 'postgres'))).sort()).toEqual(['data', 'run']);
  });

  it('begins anew when killed in the middle', async () => {
    const folder = join(parent, 'half-made');
    const killed = start(folder);
    await eventually(async () => {
      const entries = await readdir(join(folder, 'postgres'));
      expect(entries.some((name) => name.startsWith('data.new-'))).toBe(true);
    });
    await killed.kill('SIGKILL');
    expect((await open(folder)).wasEmpty).toBe(true);
    expect((await readdir(join(folder, 'postgres'))).sort()).toEqual(['data', 'run']);
  });
});

describe('one folder, several processes', () => {
  it('refuses a second site, naming the first, and lets commands in', async () => {
    const { postmaster, stop } = await open(site);
    expect(await attempt(site, { holder: 'another' })).toEqual({
      ok: false,
      error: {
        kind: 'held-by-another',
        pid: process.pid,
        holder: 'the test',
        dataFolder: site,
      },
    });
    const command = await open(site, 'command');
    expect(command).toMatchObject({ postmaster, startedByUs: false });
    await command.stop();
    expect(await isAlive(postmaster)).toBe(true);
    await stop();
    // The kernel takes a moment more to clear away what is no server any longer.
    await eventually(async () => expect(await isAlive(postmaster)).toBe(false));
  });

  it('keeps the server for as long as any command works, and no longer', async () => {
    const [first, second] = [await open(site, 'command'), await open(site, 'command')];
    expect([first.startedByUs, second.startedByUs]).toEqual([true, false]);
    await first.stop();
    expect(await isAlive(first.postmaster)).toBe(true);
    await second.stop();
    await eventually(async () => expect(await isAlive(first.postmaster)).toBe(false));
  });

  it('leaves no server behind when several commands end at once', async () => {
    const commands = await Promise.all([1, 2, 3, 4].map(() => open(site, 'command')));
    await Promise.all(commands.map(({ stop }) => stop()));
    await eventually(async () => expect(await isAlive(commands[0]?.postmaster ?? 0)).toBe(false));
  });

  it('hands the server of a command over to a site that starts meanwhile', async () => {
    const command = await open(site, 'command');
    const taker = await open(site);
    expect(taker).toMatchObject({ postmaster: command.postmaster, adopted: true });
    await command.stop();
    expect(await isAlive(taker.postmaster)).toBe(true);
    await taker.stop();
    await eventually(async () => expect(await isAlive(taker.postmaster)).toBe(false));
  });
});

describe('what a dead process leaves', () => {
  it('is taken over: the server by the next start, which also stops it', async () => {
    const killed = start(site);
    const { postmaster } = await started(killed);
    await killed.kill('SIGKILL');
    const next = await open(site);
    expect(next).toMatchObject({ postmaster, adopted: true, startedByUs: false });
    expect(next.steps).toEqual(['adopting']);
    await next.stop();
    await eventually(async () => expect(await isAlive(postmaster)).toBe(false));
  });

  it('is a server too when a process ends that forgot to stop, and nothing keeps it from ending', async () => {
    const forgetful = start(site, { idle: true });
    const { postmaster } = await started(forgetful);
    expect(await forgetful.end).toBe(0);
    // Then it is restarted rather than kept, if it was started in another way than it would be now.
    await writeFile(join(site, 'postgres', 'data', 'postmaster.opts'), '/elsewhere/postgres\n');
    const next = await open(site);
    expect(next.startedByUs).toBe(true);
    expect(next.postmaster).not.toBe(postmaster);
    await eventually(async () => expect(await isAlive(postmaster)).toBe(false));
  });

  it('is cleared away when its number belongs to another program now', async () => {
    const data = join(site, 'postgres', 'data');
    const { uid } = await stat(data);
    const other = sleepAs(process.geteuid?.() === 0 ? uid : undefined);
    const lines = `${other.pid}\n${data}\n1700000000\n5432\n${site}/postgres/run\n\n\nready\n`;
    await writeFile(join(data, 'postmaster.pid'), lines);
    await writeFile(join(site, 'postgres', 'run', '.s.PGSQL.5432.lock'), lines);
    expect((await open(site)).startedByUs).toBe(true);
    expect(await isAlive(other.pid ?? 0)).toBe(true);
    other.kill();
  });
});

describe('a server that dies', () => {
  it('is brought back, with all that was committed, while one of its processes is still busy', async () => {
    const { postmaster, host, changes, postmasterPid } = await open(site);
    await query(host, 'create table counted as select 1 as n');
    // Never waits for anything, so it does not notice that its postmaster is gone.
    const busy = query(host, 'select count(*) from generate_series(1, 1e11::bigint)');
    const failure = busy.then(() => 'none', String);
    await new Promise((resolve) => setTimeout(resolve, 100));
    process.kill(postmaster, 'SIGKILL');
    await eventually(() => expect(changes).toEqual(['down', 'up']));
    expect(await failure).toContain('Connection terminated');
    expect(await query(host, 'select n from counted')).toEqual([{ n: 1 }]);
    expect(await postmasterPid()).not.toBe(postmaster);
  });

  it('is waited for when it recovers by itself', async () => {
    const { postmaster, host, changes, postmasterPid } = await open(site);
    const sleeping = query(host, `select pg_sleep(60)`);
    const failure = sleeping.then(() => 'none', String);
    const [victim] = await eventually(async () => {
      const rows = await query(
        host,
        `select pid from pg_stat_activity where query = 'select pg_sleep(60)'`,
      );
      expect(rows).toHaveLength(1);
      return rows;
    });
    process.kill(Number(victim?.['pid']), 'SIGKILL');
    expect(await failure).not.toBe('none');
    await eventually(() => expect(changes).toEqual(['down', 'up']));
    expect(await postmasterPid()).toBe(postmaster);
    expect(await query(host, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('stays away when told to stop while it is being brought back', async () => {
    const { postmaster, changes, stop, postmasterPid } = await open(site);
    process.kill(postmaster, 'SIGKILL');
    await eventually(() => expect(changes).toEqual(['down']));
    await stop();
    expect(changes).toEqual(['down']);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await postmasterPid()).toBeUndefined();
  });

  it('is lost to the process that took it meanwhile', async () => {
    const first = start(site);
    const { postmaster } = await started(first);
    process.kill(first.pid, 'SIGSTOP');
    process.kill(postmaster, 'SIGKILL');
    const second = await open(site);
    process.kill(first.pid, 'SIGCONT');
    await eventually(() => expect(first.reports).toContainEqual({ change: { kind: 'lost' } }));
    expect(await first.stop()).toBe(0);
    expect(await isAlive(second.postmaster)).toBe(true);
  });

  it('is reported when it lives and does not answer', async () => {
    const killed = start(site);
    const { postmaster } = await started(killed);
    await killed.kill('SIGKILL');
    process.kill(postmaster, 'SIGSTOP');
    const outcome = await attempt(site, { patience: 500 });
    process.kill(postmaster, 'SIGCONT');
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'not-answering', pid: postmaster } });
    expect(await open(site)).toMatchObject({ postmaster, adopted: true });
  });
});

describe('a folder that is not right', () => {
  const refusal = async (dataFolder: string) => {
    const outcome = await attempt(dataFolder);
    return outcome.ok ? outcome : outcome.error;
  };

  it('is refused when the database is of another major version', async () => {
    const folder = copyOfSite('older');
    await writeFile(join(folder, 'postgres', 'data', 'PG_VERSION'), '16\n');
    expect(await refusal(folder)).toEqual({ kind: 'version-mismatch', found: '16', needed: '17' });
  });

  it('is refused, not begun anew, when the database is damaged', async () => {
    const folder = copyOfSite('damaged');
    await rm(join(folder, 'postgres', 'data', 'global', 'pg_control'));
    expect(await refusal(folder)).toMatchObject({
      kind: 'start-failed',
      tail: expect.stringContaining('pg_control'),
    });
    await rm(join(folder, 'postgres', 'data', 'PG_VERSION'));
    expect(await refusal(folder)).toMatchObject({ kind: 'data-damaged' });
  });

  it('is left alone when the start is given up', async () => {
    const giveUp = new AbortController();
    const outcome = await attempt(site, {
      signal: giveUp.signal,
      onProgress: (step) => {
        if (step === 'starting') giveUp.abort();
      },
    });
    expect(outcome).toEqual({ ok: false, error: { kind: 'stopped' } });
    expect(existsSync(join(site, 'postgres', 'data', 'postmaster.pid'))).toBe(false);
  });

  it('is refused when a file stands in its way', async () => {
    const file = join(parent, 'a-file');
    await writeFile(file, '');
    expect(await refusal(file)).toMatchObject({ kind: 'not-writable', code: 'EEXIST' });
  });

  it('has its socket elsewhere when its name is too long for one, and takes it over from there', async () => {
    const folder = copyOfSite('x'.repeat(100));
    const killed = start(folder);
    const { connection, postmaster } = await started(killed);
    expect(connection.host).not.toContain('xxx');
    expect((await stat(connection.host)).mode & 0o077).toBe(0);
    await killed.kill('SIGKILL');
    const next = await open(folder);
    expect(next).toMatchObject({ postmaster, host: connection.host, adopted: true });
    await next.stop();
    expect(existsSync(connection.host)).toBe(false);
  });
});
