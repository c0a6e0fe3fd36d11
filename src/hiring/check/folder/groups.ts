import {
  type ContentProblem,
  type FoundFile,
  type ListedFile,
  type ProblemReason,
  keepsLeverId,
  movedToNothing,
  problem,
  readFileNow,
  readSiteFile,
  similarKeys,
} from '#hiring/postings/loader';
import { type Localized, langs } from '#platform/i18n';
import type { FolderIndex, IndexedFile } from './folder-index.ts';

type Waiting = readonly (ListedFile | FoundFile)[];

/** The files that are checked together: plain data, sent to a worker. */
export type Group = Localized<Waiting> & {
  /** Stays the same while the group is about the same thing. */
  readonly id: string;
  readonly key: string | null;
  readonly process: Waiting;
  readonly site: Waiting;
  readonly near: Localized<string | null>;
  readonly problems: readonly ContentProblem[];
};

type Members = { key: string | null; files: IndexedFile[]; problems: ContentProblem[] };

/** Puts the files of a folder together by translation key, in order of their first path. */
export function groupFiles(index: FolderIndex): Group[] {
  const groups = new Map<string, Members>();
  for (const [file, indexed] of index) {
    const id = indexed.key === null ? `file ${file}` : `key ${indexed.key}`;
    const members = groups.get(id) ?? { key: indexed.key, files: [], problems: [] };
    members.files.push(indexed);
    groups.set(id, members);
  }
  addFolderProblems([...groups.values()]);
  const near = nearness(groups);
  return [...groups].map(([id, { key, files, problems }]) => {
    const of = (branch: IndexedFile['branch']): Waiting =>
      files.filter((one) => one.branch === branch).map(({ found }) => found);
    const halves = { en: of('en'), fr: of('fr') };
    const [process, site] = [of('process'), of('site')];
    return { id, key, ...halves, process, site, near: near(key, halves), problems };
  });
}

/** Problems that show only when all postings are seen at once. */
function addFolderProblems(all: readonly Members[]): void {
  for (const { key, files, problems } of all) {
    if (key === null || files.some(({ branch }) => branch !== 'process')) continue;
    for (const { found } of files) {
      problems.push(problem(found.file, { kind: 'facts-without-posting', key }));
    }
  }
  const pairs = all.filter(({ key, files }) => key !== null && isPair(files));
  const leverIdOf = ({ leverId }: IndexedFile): string | null => leverId;
  for (const { files, problems } of all) {
    for (const { branch, found } of files) {
      if (branch !== 'site') continue;
      const { moved } = readSiteFile('path' in found ? readFileNow(found) : found);
      const known = new Set(all.map(({ key }) => key));
      problems.push(...movedToNothing(moved, (key) => known.has(key)));
    }
  }
  for (const [value, claimants] of contested(pairs, leverIdOf)) {
    const archived = claimants.map((pair) => ({
      pair,
      archived: pair.files.some((one) => one.archived),
    }));
    for (const claimant of archived) {
      if (keepsLeverId(claimant, archived)) continue;
      complain(claimant.pair, claimants, (file, others) =>
        leverIdOf(file) === value
          ? { reason: { kind: 'duplicate-lever-id', value, others }, line: file.leverIdLine }
          : null,
      );
    }
  }
  for (const lang of langs) {
    const slugOf = ({ branch, slug }: IndexedFile): string | null =>
      branch === lang ? slug : null;
    for (const [value, claimants] of contested(pairs, slugOf)) {
      for (const claimant of claimants) {
        complain(claimant, claimants, (file) =>
          slugOf(file) === value
            ? { reason: { kind: 'slug-taken', value }, line: file.slugLine }
            : null,
        );
      }
    }
  }
}

function isPair(files: readonly IndexedFile[]): boolean {
  return langs.every((lang) => files.filter(({ branch }) => branch === lang).length === 1);
}

/** Values that several pairs claim, with those pairs. */
function contested(
  pairs: readonly Members[],
  valueOf: (file: IndexedFile) => string | null,
): [string, Members[]][] {
  const claimants = new Map<string, Set<Members>>();
  for (const pair of pairs) {
    for (const file of pair.files) {
      const value = valueOf(file);
      if (value !== null) claimants.set(value, (claimants.get(value) ?? new Set()).add(pair));
    }
  }
  return [...claimants].filter(([, { size }]) => size > 1).map(([value, set]) => [value, [...set]]);
}

function complain(
  pair: Members,
  claimants: readonly Members[],
  say: (file: IndexedFile, others: string[]) => { reason: ProblemReason; line: number } | null,
): void {
  for (const file of pair.files) {
    const others = claimants
      .filter((other) => other !== pair)
      .flatMap(({ files }) => files.filter(({ branch }) => branch === file.branch))
      .map(({ found }) => found.file);
    const said = say(file, others);
    if (said) pair.problems.push(problem(file.found.file, said.reason, said));
  }
}

function nearness(
  groups: ReadonlyMap<string, Members>,
): (key: string | null, halves: Localized<Waiting>) => Localized<string | null> {
  const textOf = (files: readonly IndexedFile[], lang: string) =>
    files
      .filter(({ branch }) => branch === lang)
      .map(({ found: { file } }) => ({ text: { file } }));
  let similar: ReturnType<typeof similarKeys> | null = null;
  return (key, halves) => {
    const alone = halves.en.length + halves.fr.length === 1;
    if (key === null || !alone) return { en: null, fr: null };
    // Made when first needed: in most folders every posting is a pair.
    similar ??= similarKeys(
      new Map(
        [...groups.values()].flatMap(
          (one): [string, { halves: Localized<{ text: { file: string } }[]> }][] =>
            one.key === null
              ? []
              : [
                  [
                    one.key,
                    { halves: { en: textOf(one.files, 'en'), fr: textOf(one.files, 'fr') } },
                  ],
                ],
        ),
      ),
    );
    return { en: similar(key, 'en'), fr: similar(key, 'fr') };
  };
}
