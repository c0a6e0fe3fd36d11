import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { startThrowawayPostgres } from './index.ts';
import { isAlive } from './process-table.ts';
import { eventually, query, started, startProcess } from './testing/harness.ts';

it('gives several servers at once, each with nothing left after stop', async () => {
  const outcomes = await Promise.all([
    startThrowawayPostgres({ fsync: false }),
    startThrowawayPostgres({ fsync: true }),
  ]);
  const servers = outcomes.map((outcome) => {
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
    return outcome.server;
  });
  const settings = await Promise.all(
    servers.map(({ connection }) => query(connection.host, 'show fsync')),
  );
  expect(settings).toEqual([[{ fsync: 'off' }], [{ fsync: 'on' }]]);
  for (const { connection } of servers) await query(connection.host, 'create database copied');
  await Promise.all(servers.map((server) => server.stop()));
  for (const { dataFolder } of servers) expect(existsSync(dataFolder)).toBe(false);
});

it('leaves nothing when its process is killed', async () => {
  const process = startProcess('', { kind: 'throwaway' });
  const { connection, postmaster } = await started(process);
  expect(existsSync(connection.host)).toBe(true);
  await process.kill('SIGKILL');
  await eventually(() => expect(existsSync(dirname(dirname(connection.host)))).toBe(false));
  await eventually(async () => expect(await isAlive(postmaster)).toBe(false));
});

it('neither keeps its process alive nor outlives it', async () => {
  const process = startProcess('', { kind: 'throwaway', idle: true });
  const { postmaster } = await started(process);
  expect(await process.end).toBe(0);
  await eventually(async () => expect(await isAlive(postmaster)).toBe(false));
});
