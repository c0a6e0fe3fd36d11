import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Log } from '#platform/log';
import { versionOf } from '../catalogue/version.ts';
import type { Pair } from '../loader/pair.ts';
import type { Verdict } from './admission.ts';
import { type Gate, type GateFinding, filesOf } from './gate.ts';

/** Asks the check, once for each text, and remembers what it said. */
export type Gatekeeper = {
  /** What is known of a text; null where it was never checked. */
  verdictOf(versionHash: string): Verdict | null;
  /**
   * Reads what was found before by the check as it is set now. Resolves to whether it judges anew.
   * Called before the others; throws where the database is away.
   */
  open(): Promise<boolean>;
  /**
   * Checks those of the pairs that have no verdict, one at a time, until `budgetMs` is used up or
   * `stopped` says so. Resolves to whether some are left.
   */
  check(pairs: readonly Pair[], budgetMs: number, stopped: () => boolean): Promise<boolean>;
};

/** Findings written down at a time. */
const rowsAtOnce = 500;

/** A gate of null lets everything pass and writes nothing. */
export function createGatekeeper(deps: {
  gate: Gate | null;
  db: Db;
  clock: Clock;
  log: Log;
}): Gatekeeper {
  const { gate, db, clock, log } = deps;
  if (!gate) return { verdictOf: () => [], open: async () => false, check: async () => false };
  const verdicts = new Map<string, Verdict>();
  let openedAs: string | null = null;
  return {
    verdictOf: (hash) => verdicts.get(hash) ?? null,
    async open() {
      await gate.refresh?.();
      const { revision } = gate;
      if (openedAs === revision) return false;
      const rows = await db
        .selectFrom('gate_checks')
        .select(['version_hash', 'findings'])
        .where('gate_revision', '=', revision)
        .execute();
      verdicts.clear();
      for (const row of rows) verdicts.set(row.version_hash, row.findings as GateFinding[]);
      openedAs = revision;
      return true;
    },
    async check(pairs, budgetMs, stopped) {
      const end = performance.now() + budgetMs;
      let news: { hash: string; findings: readonly GateFinding[] }[] = [];
      for (const pair of pairs) {
        const hash = versionOf(pair);
        if (verdicts.has(hash)) continue;
        if (stopped() || performance.now() > end) {
          await save(news);
          return true;
        }
        const verdict = await judge(gate, pair);
        verdicts.set(hash, verdict);
        if (verdict !== 'failed') news.push({ hash, findings: verdict });
        if (news.length === rowsAtOnce) {
          await save(news);
          news = [];
        }
        // The site answers between two checks.
        await new Promise(setImmediate);
      }
      await save(news);
      return false;
    },
  };

  async function judge(by: Gate, pair: Pair): Promise<Verdict> {
    try {
      return (await by.check(filesOf(pair))).filter(({ severity }) => severity === 'error');
    } catch (error) {
      // A mistake in a rule must not take the site down, nor open what nobody has checked.
      const reason = error instanceof Error ? error.stack : String(error);
      log.error({ key: pair.translationKey, error: reason }, 'check failed');
      return 'failed';
    }
  }

  async function save(
    rows: readonly { hash: string; findings: readonly GateFinding[] }[],
  ): Promise<void> {
    if (rows.length === 0 || !gate) return;
    const values = rows.map(({ hash, findings }) => ({
      version_hash: hash,
      gate_revision: gate.revision,
      findings: JSON.stringify(findings),
      checked_at: clock(),
    }));
    await db
      .insertInto('gate_checks')
      .values(values)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
