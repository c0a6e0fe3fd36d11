import { changedGroups, indexFolder } from '#hiring/check';
import { watchFolder } from '#hiring/postings/loader';
import { whenAskedToEnd } from '../asked-to-end.ts';
import type { CommandContext } from '../context.ts';
import {
  type CheckPlan,
  type ConfiguredTarget,
  checkAndReport,
  groupsOf,
  newTally,
  summaryOf,
} from './run-check.ts';

/** Checks again whenever files change, and only the pairs whose files did. Ends with a signal. */
export async function watchCheck(
  targets: readonly ConfiguredTarget[],
  plan: CheckPlan,
  { t, say }: CommandContext,
): Promise<void> {
  const ended = Promise.withResolvers<void>();
  whenAskedToEnd(() => ended.resolve());
  const log = { info() {}, error() {}, warn: (_: object, message?: string) => say(message ?? '') };
  const watchers = await Promise.all(
    targets.map(async (target) => {
      let index = await indexFolder(target.folder);
      let work = Promise.resolve();
      const look = async (): Promise<void> => {
        const next = await indexFolder(target.folder, index);
        // A folder that is being replaced: whatever comes next is a change of its own.
        if (!next) return;
        const before = index && { index, groups: groupsOf(target, index) };
        const groups = changedGroups(before, { index: next, groups: groupsOf(target, next) });
        index = next;
        if (groups.length === 0) return;
        const tally = newTally();
        await checkAndReport(target, groups, plan, tally);
        plan.reporter.end(summaryOf(tally));
        say(t('check.watching'));
      };
      const watcher = watchFolder(target.folder, {
        log,
        onChange: () => {
          work = work.then(look);
        },
      });
      await watcher.ready;
      return watcher;
    }),
  );
  say(t('check.watching'));
  await ended.promise;
  await Promise.all(watchers.map((watcher) => watcher.close()));
}
