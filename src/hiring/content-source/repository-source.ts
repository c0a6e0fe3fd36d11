import { stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Origin } from '#hiring/postings';
import type { Clock } from '#platform/clock';
import { lastCommits, withoutCredentials } from '#platform/git';
import type { Log } from '#platform/log';
import {
  type Fetched,
  type Repository,
  contentCommit,
  fetchContent,
  gitDirOf,
  isAncestor,
  prepareClone,
  tidy,
} from './clone.ts';
import type { ContentSource, SourceStatus } from './model.ts';
import type { SaveRequest, Saved } from './saving/model.ts';
import { saveInRepository } from './saving/save-in-repository.ts';
import { currentCommit, folderIn, release, sweep } from './releases.ts';

/** Milliseconds between two fetches at least, however often someone asks. */
const restMs = 1000;

type Failure = Extract<SourceStatus, { kind: 'repository' }>['failure'];

/** A repository elsewhere: cloned, followed, each commit read from a folder of its own. */
export function repositorySource(
  repository: Repository,
  { clock, log }: { clock: Clock; log: Log },
): ContentSource {
  const { address, branch, home, pollSeconds } = repository;
  const marker = join(home, 'fetched');
  let onChange: () => void = () => {};
  let stopped = false;
  const ending = new AbortController();
  let running: Promise<void> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let failure: Failure = null;
  let fetchedAt: Date | null = null;
  let rewrittenAt: Date | null = null;

  return {
    async start(listener) {
      onChange = listener;
      const problem = await prepareClone(repository);
      if (problem) note({ ok: false, problem, said: problem });
      await sweep(repository, await currentCommit(repository));
      fetchedAt = await stat(marker).then(
        ({ mtime }) => mtime,
        () => null,
      );
      // Fetched, and killed before it was on the site.
      const known = await contentCommit(repository);
      if (known) await show(known);
      const first = look();
      if ((await currentCommit(repository)) === null) await first;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      ending.abort();
      await running;
    },
    refresh: () => void look(),
    async status() {
      const commit = await currentCommit(repository);
      const { shown } = address;
      return {
        kind: 'repository',
        address: shown,
        branch,
        commit,
        fetchedAt,
        failure,
        rewrittenAt,
      };
    },
    keepsCommits: async () => true,
    save: (request) => save(request),
    provenance: { originsOf, isBusy: async () => false },
  };

  /** Between two looks, so that one thing at a time is done in the repository. */
  async function save(request: SaveRequest): Promise<Saved> {
    while (running) await running;
    const work = saveInRepository(repository, request, {
      update: async () => {
        await update();
        return failure?.problem ?? null;
      },
      show: async (commit) => void (await show(commit)),
    });
    running = settled(work);
    try {
      const saved = await work;
      if (!saved.ok && 'said' in saved.error) {
        log.warn({ said: withoutCredentials(saved.error.said) }, 'content could not be saved');
      }
      return saved;
    } finally {
      running = null;
      if (again) {
        again = false;
        void look();
      }
    }
  }

  /** One fetch at a time; a call that comes during one is served by one more after it. */
  function look(): Promise<void> {
    if (stopped) return Promise.resolve();
    if (running) {
      again = true;
      return running;
    }
    clearTimeout(timer);
    running = update()
      .catch((error: unknown) => {
        log.error({ error: String(error) }, 'content repository could not be read');
        note({ ok: false, problem: 'other', said: String(error) });
      })
      .finally(() => {
        running = null;
        if (stopped) return;
        const wait = again ? restMs : pollSeconds * 1000;
        again = false;
        if (wait === 0) return;
        timer = setTimeout(() => void look(), wait);
        timer.unref();
      });
    return running;
  }

  async function update(): Promise<void> {
    const problem = await prepareClone(repository);
    if (problem) return note({ ok: false, problem, said: problem });
    const before = await contentCommit(repository);
    const fetched = await fetchContent(repository, ending.signal);
    if (!fetched.ok) return note(fetched);
    const { commit } = fetched;
    fetchedAt = clock();
    await writeFile(marker, '');
    if (before !== null && before !== commit && !(await isAncestor(repository, before, commit))) {
      rewrittenAt = clock();
      log.warn({ from: before, to: commit }, 'history of the content branch was rewritten');
    }
    if (await show(commit)) await tidy(repository);
  }

  /** Puts a commit on the site. Resolves to whether it is another one than before. */
  async function show(commit: string): Promise<boolean> {
    if ((await currentCommit(repository)) === commit) {
      failure = null;
      return false;
    }
    const released = await release(repository, commit);
    if (!released.ok) {
      note({ ...released });
      return false;
    }
    failure = null;
    log.info({ commit }, 'content of another commit');
    onChange();
    return true;
  }

  function note({ problem, said }: Extract<Fetched, { ok: false }>): void {
    if (failure?.problem !== problem) {
      log.warn({ problem, said: withoutCredentials(said) }, 'content repository gives nothing new');
    }
    failure = { problem, since: failure?.since ?? clock() };
  }

  async function originsOf(
    root: string,
    groups: readonly (readonly string[])[],
  ): Promise<Origin[] | null> {
    const commit = basename(root);
    const found = await folderIn(repository, commit);
    if (!found.ok) return null;
    const { folder } = found;
    const prefix = folder === '' ? '' : `${folder}/`;
    const files = [...new Set(groups.flat())].map((file) => prefix + file);
    const commits = await lastCommits({ gitDir: gitDirOf(repository) }, commit, files, folder);
    if (!commits) return null;
    return groups.map((group) => {
      const known = group.flatMap((file) => commits.get(prefix + file) ?? []);
      const last = known.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null;
      return { commit: last, uncommitted: false };
    });
  }
}

async function settled(work: Promise<unknown>): Promise<void> {
  await Promise.allSettled([work]);
}
