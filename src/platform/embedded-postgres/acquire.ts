import type { Client } from 'pg';
import type { Binaries } from './binaries.ts';
import { isOutage, look } from './connect.ts';
import type { Home } from './home.ts';
import { type Holder, joinUse, nameOfConnection, readHolder, takeSeat } from './lock.ts';
import {
  discardFalseLocks,
  isStartedAs,
  type Postmaster,
  readTail,
  serverArguments,
  shutDown,
  spawnPostmaster,
} from './postmaster.ts';
import { isAlive, listOrphans, sendSignal } from './process-table.ts';
import { chooseSocketFolder, ensureSocketFolder } from './socket-folder.ts';
import { fileError, pause, sayDiskFull } from './system.ts';
import type { EmbeddedError, EmbeddedLog, EmbeddedStep, Outcome, Profile } from './types.ts';

/** Everything one process knows about the database it supervises. */
export type Site = {
  home: Home;
  binaries: Binaries;
  /** Where the server has its socket; undefined until there was one. Kept over restarts. */
  socketFolder: string | undefined;
  logFile: string;
  profile: Profile;
  purpose: 'serve' | 'command';
  me: Holder;
  patience: number;
  log: EmbeddedLog;
};

/**
 * A place at the server. `client` holds the lock and must stay connected; nothing else is asked on it,
 * because its last query is where others read who holds the seat.
 */
export type Place = {
  client: Client;
  pid: number;
  socketFolder: string;
  version: string;
  startedByUs: boolean;
};

/** How long a holder that lives is given to end, as it does when the site is being restarted. */
const PATIENCE_WITH_LIVING = 1500;
/** How long the server may take to notice that the holder is dead. */
const PATIENCE_WITH_DEAD = 15_000;
/** Servers without a postmaster are asked to quit when they keep a new one from starting so long. */
const PATIENCE_WITH_ORPHANS = 2000;

/**
 * Gets a place at the data folder's server, starting one when none lives.
 *
 * Optimistic: it looks, does what the sight calls for, and looks again. PostgreSQL lets only one
 * server run on a directory, and the server only one process take the seat; so processes that start
 * at once, die or shut down in the middle need no lock of ours and end up in a state known here.
 */
export async function acquire(
  site: Site,
  say: (step: EmbeddedStep) => void,
  signal: AbortSignal,
): Promise<Outcome<{ place: Place }>> {
  const own: { child?: Postmaster | undefined } = {};
  try {
    const outcome = await lookAndAct(site, say, signal, own);
    if (signal.aborted && !outcome.ok) await endChild(own.child);
    return outcome;
  } catch (error) {
    await endChild(own.child);
    throw error;
  }
}

async function lookAndAct(
  site: Site,
  say: (step: EmbeddedStep) => void,
  signal: AbortSignal,
  own: { child?: Postmaster | undefined },
): Promise<Outcome<{ place: Place }>> {
  const begun = performance.now();
  const elapsed = () => performance.now() - begun;
  let saidWaiting = false;
  let restarted = false;
  for (;;) {
    if (signal.aborted) return { ok: false, error: { kind: 'stopped' } };
    const ended = own.child?.ended();
    if (ended) {
      own.child = undefined;
      const verdict = judgeEnd(ended.tail, site);
      if (typeof verdict === 'object') return { ok: false, error: verdict };
      if (verdict === 'remains' && elapsed() > PATIENCE_WITH_ORPHANS) await quitOrphans(site);
      await pause(100);
    }
    const sight = await look(site.home, nameOfConnection(site.me.holder));
    if (sight.kind === 'ready') {
      const place = { ...sight, startedByUs: sight.pid === own.child?.pid };
      const taken = await takePlace(site, place, signal);
      if (typeof taken === 'object') return { ok: false, error: taken };
      // Given up while somebody else holds the server, begun by us or not: it is theirs.
      if (taken === 'again' && signal.aborted) own.child = undefined;
      if (taken === 'taken') {
        site.socketFolder = place.socketFolder;
        const keep = place.startedByUs || restarted || site.purpose === 'command';
        if (keep || (await isAsWanted(site, place))) {
          if (!place.startedByUs && site.purpose === 'serve') say('adopting');
          return { ok: true, place };
        }
        site.log.info({ pid: place.pid }, 'restarting a database server started in another way');
        restarted = true;
        await shutDown(site.home.data, site.log);
      }
    } else if (sight.kind === 'dead' && !own.child) {
      say('starting');
      const spawned = await start(site);
      if (!spawned.ok) return spawned;
      own.child = spawned.postmaster;
    } else if (sight.kind === 'busy' && !saidWaiting && elapsed() > 1000) {
      say('waiting-recovery');
      saidWaiting = true;
    }
    if (elapsed() > site.patience) {
      const pid = sight.kind === 'dead' ? (own.child?.pid ?? null) : sight.pid;
      const tail = await readTail(site.logFile);
      return { ok: false, error: { kind: 'not-answering', pid, logFile: site.logFile, tail } };
    }
    await pause(30);
  }
}

/** A server that was just begun and that nobody uses; it may not have put its number anywhere yet. */
async function endChild(child: Postmaster | undefined): Promise<void> {
  if (child?.pid === undefined) return;
  for (let turn = 0; !child.ended(); turn += 1) {
    if (turn % 100 === 0) sendSignal(child.pid, 'SIGINT');
    await pause(20);
  }
}

async function start(site: Site): Promise<Outcome<{ postmaster: Postmaster }>> {
  if (site.socketFolder === undefined) {
    const chosen = await chooseSocketFolder(site.home);
    if (!chosen.ok) return chosen;
    site.socketFolder = chosen.socketFolder;
  } else {
    const error = await ensureSocketFolder(site.home, site.socketFolder);
    if (error) return { ok: false, error };
  }
  await discardFalseLocks(site.home, site.socketFolder);
  const args = serverArguments(site.home, site.socketFolder, site.profile);
  try {
    const postmaster = await spawnPostmaster(site.home, site.binaries, args, site.logFile);
    return { ok: true, postmaster };
  } catch (error) {
    return { ok: false, error: fileError(error, site.logFile) };
  }
}

/**
 * What the end of a server that just started means. 'contended': another one was first. 'remains':
 * processes of a killed one are still there. Both are to be tried again.
 */
function judgeEnd(tail: string, site: Site): 'contended' | 'remains' | EmbeddedError {
  if (/pre-existing shared memory/.test(tail)) return 'remains';
  if (/lock file ".*" (already exists|is empty)/.test(tail)) return 'contended';
  if (sayDiskFull(tail)) return { kind: 'disk-full', path: site.home.home };
  return { kind: 'start-failed', logFile: site.logFile, tail };
}

/** SIGQUIT: they end at once, as their postmaster would have told them to; recovery follows anyway. */
async function quitOrphans(site: Site): Promise<void> {
  for (const pid of await listOrphans(site.home.data)) {
    site.log.warn({ pid }, 'ending a database process left without its server');
    sendSignal(pid, 'SIGQUIT');
  }
}

async function isAsWanted(site: Site, place: Place): Promise<boolean> {
  const args = serverArguments(site.home, place.socketFolder, site.profile);
  const same = await isStartedAs(site.home.data, site.binaries, args);
  return same && place.version === site.binaries.version;
}

/** 'again': the server went away meanwhile, or is about to; look again. */
async function takePlace(
  site: Site,
  { client }: Place,
  signal: AbortSignal,
): Promise<'taken' | 'again' | EmbeddedError> {
  const begun = performance.now();
  try {
    for (;;) {
      const take = site.purpose === 'serve' ? takeSeat(client, site.me) : joinUse(client);
      if (await take) return 'taken';
      const holder = await readHolder(client);
      const refusal = holder && (await refuse(site, holder, performance.now() - begun));
      if (refusal || signal.aborted) {
        await client.end();
        return refusal ?? 'again';
      }
      await pause(100);
    }
  } catch (error) {
    await client.end().catch(() => undefined);
    if (isOutage(error)) return 'again';
    throw error;
  }
}

/** Undefined: worth waiting for. */
async function refuse(
  site: Site,
  { pid, holder, closing }: Holder,
  waited: number,
): Promise<EmbeddedError | undefined> {
  if (site.purpose === 'command' || (closing && waited < PATIENCE_WITH_DEAD)) return undefined;
  const alive = pid > 0 && (await isAlive(pid));
  if (waited < (alive ? PATIENCE_WITH_LIVING : PATIENCE_WITH_DEAD)) return undefined;
  return {
    kind: 'held-by-another',
    pid: pid > 0 ? pid : null,
    holder,
    dataFolder: site.home.dataFolder,
  };
}
