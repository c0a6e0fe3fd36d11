import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckConfig } from '#hiring/check';
import { defaultConfig, nearestConfig } from '#hiring/check/config';
import type { Gate, GateFinding, PairFiles } from '#hiring/postings';
import type { PayTable } from '#hiring/process-facts';
import type { Clock } from '#platform/clock';
import type { Log } from '#platform/log';
import { projectRoot } from './project-root.ts';

/**
 * Lets nothing go public in which `tandem check` finds an error, by the configuration that stands
 * beside the postings. One that cannot be used changes nothing: the one before it holds.
 */
export async function createPostingGate(deps: {
  contentFolder: string;
  payTables: readonly PayTable[];
  clock: Clock;
  log: Log;
}): Promise<Gate> {
  const { payTables } = deps;
  const rules = await rulesOf();
  let config = defaultConfig;
  let revision = revisionOf();
  let complained = '';
  await refresh();
  return {
    get revision() {
      return revision;
    },
    refresh,
    async check({ en, fr, process }: PairFiles): Promise<GateFinding[]> {
      // The rules are large: a server whose postings were all judged before starts without them.
      const { checkPair, describeFinding } = await import('#hiring/check');
      const options = { now: deps.clock(), payTables, config, atLeast: 'error' as const };
      return checkPair({ en, fr, facts: process }, options).map((finding): GateFinding => ({
        rule: finding.rule,
        severity: finding.severity,
        file: finding.place.file,
        line: finding.place.start.line,
        column: finding.place.start.column,
        message: {
          en: describeFinding(finding, 'en').message,
          fr: describeFinding(finding, 'fr').message,
        },
      }));
    },
  };

  async function refresh(): Promise<void> {
    const read = await readConfig(deps.contentFolder);
    const files = read.ok ? [] : read.files;
    if (files.length > 0 && complained !== files.join()) {
      deps.log.warn({ files }, 'tandem-check.yml cannot be used');
    }
    complained = files.join();
    if (!read.ok) return;
    ({ config } = read);
    revision = revisionOf();
  }

  function revisionOf(): string {
    return createHash('sha256')
      .update(JSON.stringify([rules, config, payTables]))
      .digest('hex')
      .slice(0, 16);
  }
}

type ConfigRead = { ok: true; config: CheckConfig } | { ok: false; files: string[] };

/** The configuration that holds for the folder: the usual one where there is none. */
async function readConfig(contentFolder: string): Promise<ConfigRead> {
  // A Git repository is read through a link: the configuration is above what it leads to.
  const folder = await realpath(contentFolder).catch(() => contentFolder);
  // To read a configuration takes the rules that it may name; to see that there is none does not.
  if ((await nearestConfig(folder)) === null) return { ok: true, config: defaultConfig };
  const { findConfig } = await import('#hiring/check');
  const found = await findConfig(folder, null);
  if (found.ok) return { ok: true, config: found.config };
  return { ok: false, files: found.errors.map(({ file }) => file) };
}

/** Names the rules of this build: the worker imports its parts by the hash of their content. */
async function rulesOf(): Promise<string> {
  return readFile(join(projectRoot, 'dist/check-worker.js'), 'utf8').catch(() => 'not built');
}
