import { join } from 'node:path';
import type { Client } from 'pg';
import { acquire, type Place, type Site } from './acquire.ts';
import { prepareBinaries } from './binaries.ts';
import { isDiskFull, isOutage, keepAlive, look } from './connect.ts';
import { apartConnectionOf, connectionOf, prepareDatabase } from './database.ts';
import { prepareHome } from './home.ts';
import { initialise, lookForData, removeHalfMade } from './init.ts';
import { leaveAsLast, nameOfConnection, takeSeat } from './lock.ts';
import { readPidFile, shutDown } from './postmaster.ts';
import { isServerOf } from './process-table.ts';
import { removeSocketFolder } from './socket-folder.ts';
import { pause } from './system.ts';
import type { Embedded, EmbeddedOptions, Outcome, Profile } from './types.ts';

type Options = EmbeddedOptions & { profile: Profile };

/** Starts or joins the data folder's server, with the care for the data that the profile asks for. */
export async function startWithProfile(options: Options): Promise<Outcome<{ server: Embedded }>> {
  const prepared = await prepareSite(options);
  if (!prepared.ok) return prepared;
  const { site } = prepared;
  const signal = options.signal ?? new AbortController().signal;
  for (let attempt = 0; ; attempt += 1) {
    const acquired = await acquire(site, options.onProgress ?? (() => undefined), signal);
    if (!acquired.ok) return acquired;
    const { place } = acquired;
    try {
      const wasEmpty = await prepareDatabase(place.socketFolder);
      if (site.purpose === 'serve') await removeHalfMade(site.home);
      return { ok: true, server: supervise(site, place, options, wasEmpty) };
    } catch (error) {
      // The server can die at any moment, now included.
      if (isOutage(error) && attempt < 3) {
        await place.client.end().catch(() => undefined);
        continue;
      }
      await leave(site, place.client);
      if (!isDiskFull(error)) throw error;
      return { ok: false, error: { kind: 'disk-full', path: site.home.home } };
    }
  }
}

async function prepareSite(options: Options): Promise<Outcome<{ site: Site }>> {
  const housed = await prepareHome(options.dataFolder);
  if (!housed.ok) return housed;
  const { home } = housed;
  const provided = await prepareBinaries(home.account, home.home);
  if (!provided.ok) return provided;
  const { binaries } = provided;
  const logFile = join(home.dataFolder, 'postgres.log');
  const found = await lookForData(home, binaries);
  if (typeof found === 'object') return { ok: false, error: found };
  if (found === 'absent') {
    options.onProgress?.('initialising');
    const error = await initialise(home, binaries, options.profile);
    if (error) return { ok: false, error };
  }
  const site: Site = {
    home,
    binaries,
    socketFolder: undefined,
    logFile,
    profile: options.profile,
    purpose: options.purpose,
    me: { pid: process.pid, holder: options.holder, closing: false },
    patience: options.patience ?? 60_000,
    log: options.log,
  };
  return { ok: true, site };
}

/** Gives up the place; shuts the server down when it is ours to shut down, or nobody's. */
async function leave(site: Site, client: Client | undefined): Promise<void> {
  if (client) keepAlive(client, true);
  if (await isOursToShutDown(site, client)) {
    await shutDown(site.home.data, site.log);
    if (site.socketFolder !== undefined) await removeSocketFolder(site.home, site.socketFolder);
  }
  await client?.end().catch(() => undefined);
}

async function isOursToShutDown(site: Site, client: Client | undefined): Promise<boolean> {
  try {
    if (site.purpose === 'command') return client ? await leaveAsLast(client, site.me) : false;
    if (client) return true;
    // Stopped while the server was being brought back: another process may have taken it meanwhile.
    const sight = await look(site.home, nameOfConnection(site.me.holder));
    if (sight.kind !== 'ready') return sight.kind === 'busy';
    const taken = await takeSeat(sight.client, { ...site.me, closing: true });
    if (!taken) await sight.client.end();
    return taken;
  } catch (error) {
    if (isOutage(error)) return false;
    throw error;
  }
}

/**
 * Watches over the server until stop(). The connection that holds the lock is what tells of its death,
 * whoever started it: it ends when the server, or any of its processes, is killed.
 */
function supervise(site: Site, first: Place, options: Options, wasEmpty: boolean): Embedded {
  const { log } = site;
  const stopping = new AbortController();
  let place: Place | undefined;
  let lost = false;
  let recovery = Promise.resolve();
  let stopped: Promise<void> | undefined;

  const settle = (taken: Place) => {
    place = taken;
    taken.client.once('end', () => {
      place = undefined;
      if (!stopping.signal.aborted && site.purpose === 'serve') recovery = recover();
    });
    keepAlive(taken.client, false);
  };

  const recover = async () => {
    log.warn({}, 'the database server went away; bringing it back');
    options.onChange?.({ kind: 'down' });
    for (let wait = 100; !stopping.signal.aborted; wait = Math.min(wait * 2, 10_000)) {
      const acquired = await tryAgain();
      if (acquired?.ok) {
        settle(acquired.place);
        log.info({ pid: acquired.place.pid }, 'the database server is back');
        options.onChange?.({ kind: 'up' });
        return;
      }
      if (acquired?.error.kind === 'held-by-another') {
        lost = true;
        log.error({ error: acquired.error }, 'another process took the data folder');
        options.onChange?.({ kind: 'lost', error: acquired.error });
        return;
      }
      await pause(wait, stopping.signal);
    }
  };

  const tryAgain = async () => {
    try {
      const acquired = await acquire(site, () => undefined, stopping.signal);
      if (!acquired.ok) log.error({ error: acquired.error }, 'the database server is still away');
      return acquired;
    } catch (error) {
      log.error({ err: error }, 'bringing the database server back failed');
      return undefined;
    }
  };

  const stop = async () => {
    stopping.abort();
    await recovery;
    if (!lost) await leave(site, place?.client);
  };

  settle(first);
  return {
    connection: connectionOf(first.socketFolder),
    apartConnection: apartConnectionOf(first.socketFolder),
    logFile: site.logFile,
    adopted: !first.startedByUs,
    startedByUs: first.startedByUs,
    wasEmpty,
    postmasterPid: async () => {
      const pid = (await readPidFile(site.home.data))?.pid;
      return pid !== undefined && (await isServerOf(pid, site.home.data)) ? pid : undefined;
    },
    stop: () => (stopped ??= stop()),
  };
}
