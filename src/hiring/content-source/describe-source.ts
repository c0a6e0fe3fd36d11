import { type Lang, formatIsoDateTime } from '#platform/i18n';
import { messages } from './messages/index.ts';
import type { SourceStatus } from './model.ts';

/** How the source of the postings is doing, for the status page. Times are in `timeZone`. */
export function describeSource(
  status: SourceStatus,
  lang: Lang,
  timeZone: string,
): { verdict: 'good' | 'look' | 'bad'; says: string } {
  const t = messages(lang);
  const when = (at: Date): string => formatIsoDateTime(at, timeZone);
  switch (status.kind) {
    case 'folder':
      return { verdict: 'good', says: t('says.folder') };
    case 'git-missing':
      return { verdict: 'look', says: t('says.git-missing') };
    case 'working-tree': {
      const { commit, uncommitted } = status;
      if (commit === null) return { verdict: 'look', says: t('says.working-tree.new') };
      const args = { branch: status.branch || 'none', commit: short(commit), uncommitted };
      return { verdict: uncommitted > 0 ? 'look' : 'good', says: t('says.working-tree', args) };
    }
    case 'repository': {
      const { address, commit, failure, fetchedAt, rewrittenAt } = status;
      const rewritten = rewrittenAt ? ` ${t('says.rewritten', { when: when(rewrittenAt) })}` : '';
      if (failure) {
        const says = t('says.repository.failing', {
          address,
          since: when(failure.since),
          problem: t(`problem.${failure.problem}`),
          stays: commit ? t('stays.commit', { commit: short(commit) }) : t('stays.database'),
        });
        return { verdict: 'bad', says: says + rewritten };
      }
      if (!commit || !fetchedAt) {
        return { verdict: 'look', says: t('says.repository.waiting', { address }) };
      }
      const branch = status.branch ?? 'none';
      const args = { address, branch, commit: short(commit), when: when(fetchedAt) };
      return { verdict: 'good', says: t('says.repository', args) + rewritten };
    }
  }
}

function short(commit: string): string {
  return commit.slice(0, 10);
}
