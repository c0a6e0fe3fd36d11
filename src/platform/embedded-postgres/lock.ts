import { escapeLiteral, type Client } from 'pg';
import { z } from 'zod';

/**
 * Who uses a data folder is kept as advisory locks in its server, on a connection that each process
 * holds for its life: when the process dies, however it dies, its lock is gone.
 *
 * - `seat`: taken by the one process that serves the folder, or by one that is about to shut the
 *   server down.
 * - `use`: shared by all commands at work; taken alone to find out that none is left.
 */
const SPACE = 0x7a4d;
const SEAT = 1;
const USE = 2;

const Holder = z.object({ pid: z.number(), holder: z.string(), closing: z.boolean() });

/** Who holds the seat. `closing`: about to shut the server down. */
export type Holder = z.infer<typeof Holder>;

/** What others see of the connection in pg_stat_activity; the server cuts it at 63 bytes. */
export function nameOfConnection(holder: string): string {
  const name = Buffer.from(`tandem ${holder}`).subarray(0, 63);
  // A character cut in two would come out as a replacement mark.
  return name.toString().replace(/\uFFFD$/, '');
}

/** Tries once to take the seat. */
export async function takeSeat(client: Client, me: Holder): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    `select pg_try_advisory_lock(${SPACE}, ${SEAT}) as taken, ${describe(me)} as holder`,
  );
  return rows[0]?.taken === true;
}

/** Tries once to join those who use the server; fails while somebody is shutting it down. */
export async function joinUse(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    `select pg_try_advisory_lock_shared(${SPACE}, ${USE}) as taken`,
  );
  return rows[0]?.taken === true;
}

/**
 * Leaves, and tells whether nobody else uses the server. If so, both locks are held on return: nobody
 * can come in before it is shut down. Of several who leave at once, exactly one is the last.
 */
export async function leaveAsLast(client: Client, me: Holder): Promise<boolean> {
  const { rows } = await client.query<{ alone: boolean }>(
    `select pg_advisory_unlock_shared(${SPACE}, ${USE}),
            pg_try_advisory_lock(${SPACE}, ${USE}) as alone`,
  );
  if (rows[0]?.alone !== true) return false;
  if (await takeSeat(client, { ...me, closing: true })) return true;
  await client.query(`select pg_advisory_unlock(${SPACE}, ${USE})`);
  return false;
}

/**
 * Who holds the seat, or undefined when it is free. Read from the last query of the holder's
 * connection: so the words come and go with the lock, and none of a dead process remain.
 */
export async function readHolder(client: Client): Promise<Holder | undefined> {
  const { rows } = await client.query<{ query: string; name: string }>(
    `select activity.query, activity.application_name as name
       from pg_locks as lock join pg_stat_activity as activity using (pid)
      where lock.locktype = 'advisory' and lock.granted
        and lock.classid = ${SPACE} and lock.objid = ${SEAT} and lock.objsubid = 2`,
  );
  const row = rows[0];
  if (!row) return undefined;
  const encoded = /holder:([\w-]+)/.exec(row.query)?.[1];
  if (encoded === undefined) return { pid: 0, holder: row.name, closing: false };
  return Holder.parse(JSON.parse(Buffer.from(encoded, 'base64url').toString()));
}

/** Encoded, because the query is read back as text; cut, because the server keeps 1024 bytes of it. */
function describe({ holder, ...rest }: Holder): string {
  const json = JSON.stringify({ ...rest, holder: holder.slice(0, 150) });
  return escapeLiteral(`holder:${Buffer.from(json).toString('base64url')}`);
}
