import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#config';
import {
  type SelfDeclaration,
  createSelfDeclaration,
  readEquityGroups,
} from '#hiring/self-declaration';
import type { Clock } from '#platform/clock';
import { type EquityDatabase, connectDatabase } from '#platform/database';
import type { Log } from '#platform/log';
import type { OpenDatabase } from './database.ts';
import { projectRoot } from './project-root.ts';
import { readOrMakeSecret } from './secret.ts';

/**
 * Opens self-declaration with its own connection and its own key. Both stay in here: what other
 * features are given holds neither.
 */
export async function openSelfDeclaration(
  config: Config,
  { equity }: Pick<OpenDatabase, 'equity'>,
  { clock, log }: { clock: Clock; log: Log },
): Promise<{ selfDeclaration: SelfDeclaration; close(): Promise<void> }> {
  if (config.databaseUrl && !config.equityDatabaseUrl) {
    log.warn(
      { setting: 'TANDEM_EQUITY_DATABASE_URL' },
      'self-declarations are kept by the same database role as everything else',
    );
  }
  const { db } = connectDatabase<EquityDatabase>(equity, { log, maxConnections: 2 });
  const groups = readEquityGroups(
    await readFile(join(projectRoot, 'reference/equity/groups.yml'), 'utf8'),
  );
  if (!groups) throw new Error('reference/equity/groups.yml cannot be read as a list of groups');
  const selfDeclaration = await createSelfDeclaration({
    equityDb: db,
    equityKey: await readOrMakeSecret(config.equityKey, config.dataFolder, 'equity-key'),
    groups,
    clock,
    log,
  });
  return {
    selfDeclaration,
    async close() {
      selfDeclaration.stop();
      await db.destroy();
    },
  };
}
