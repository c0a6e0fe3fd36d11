import { remoteProblemOf, runGit } from '#platform/git';
import { type Repository, contentCommit, contentRef, gitDirOf, isAncestor } from '../clone.ts';
import type { FetchProblem } from '../model.ts';
import { folderIn } from '../releases.ts';
import { branchOf, commitOnTop, pushCommit } from './commit-to-repository.ts';
import type { SaveRequest, Saved } from './model.ts';

/** Times that a commit is made anew because somebody else was faster: they do not write in one second. */
const attempts = 5;

type Site = {
  /** Gets what is new and shows it; the problem, where there is one. */
  update(): Promise<FetchProblem | null>;
  show(commit: string): Promise<void>;
};

/**
 * Commits on top of what the remote has now and pushes it, again as often as somebody else was
 * faster with other files. Where their change is in the same files, nothing is pushed.
 */
export async function saveInRepository(
  repository: Repository,
  request: SaveRequest,
  site: Site,
): Promise<Saved> {
  for (let attempt = 1; ; attempt += 1) {
    const problem = await site.update();
    if (problem) return { ok: false, error: { kind: 'remote', problem } };
    const parent = await contentCommit(repository);
    if (!parent) return { ok: false, error: { kind: 'remote', problem: 'empty-repository' } };
    const found = await folderIn(repository, parent);
    if (!found.ok) return { ok: false, error: { kind: 'remote', problem: found.problem } };
    const made = await commitOnTop(repository, parent, found.folder, request);
    if (!made.ok || made.commit === null) return made;
    const branch = await branchOf(repository);
    if (branch === null) return { ok: false, error: { kind: 'remote', problem: 'branch-missing' } };
    const pushed = await pushCommit(repository, made.commit, branch);
    if (pushed.ok) {
      await runGit(['update-ref', contentRef, made.commit], { gitDir: gitDirOf(repository) });
      await site.show(made.commit);
      return made;
    }
    if (pushed.kind === 'refused') return { ok: false, error: { kind: 'refused' } };
    if (pushed.kind === 'behind' && attempt < attempts) continue;
    return (await arrived(repository, made.commit, site))
      ? made
      : { ok: false, error: { kind: 'remote', problem: remoteProblemOf(pushed.error) } };
  }
}

/** A line that breaks after the last byte leaves open whether the push was taken: look. */
async function arrived(repository: Repository, commit: string, site: Site): Promise<boolean> {
  if ((await site.update()) !== null) return false;
  const now = await contentCommit(repository);
  return now !== null && (await isAncestor(repository, commit, now));
}
