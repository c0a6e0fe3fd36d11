import { type Lang, langs } from '#platform/i18n';
import type { SiteIdentity } from '#web/page.ts';
import { type ContentProblem, problem } from '../problem.ts';
import type { Half, HalfReading } from './half.ts';
import { type FactsFile, type KeyClaims, type Pair, pairUp } from './pair.ts';
import { type FactsReading, readFactsFile, readPostingFile, readSiteFile } from './read-file.ts';
import type { Branches } from './read-folder.ts';
import { similarKeys } from './similar-keys.ts';
import { type SiteReading, siteFile } from './site.ts';
import { type MovedPage, type PostingFolders, isAddressOrUrl } from './site-places.ts';

/** What became of the files of a content folder. */
export type Assembled = {
  readonly pairs: readonly Pair[];
  /** Keys that some file claims, though no pair could be made of them. */
  readonly brokenKeys: ReadonlySet<string>;
  /** Every file found, with its role and the key it claims. */
  readonly files: readonly LoadedFile[];
  readonly problems: readonly ContentProblem[];
  readonly site: SiteIdentity;
  readonly folders: PostingFolders | null;
  /** Pages of an earlier site. */
  readonly moved: readonly MovedPage[];
};

export type LoadedFile = {
  readonly file: string;
  readonly role: 'posting' | 'facts' | 'site';
  readonly key: string | null;
  readonly title: string | null;
};

export type AssembleHelp = {
  readHalf(lang: Lang, file: string, source: string): HalfReading;
  /** The key of a file when it could last be read. */
  lastKey(file: string): string | null;
};

/** Postings read between two turns of the event loop: a large folder must not stall the site. */
const breathAfter = 100;

type MutableClaims = {
  halves: Record<Lang, Half[]>;
  broken: Record<Lang, string[]>;
  factsFiles: FactsFile[];
} & KeyClaims;

/** What each file of a content folder says, in order of path. */
export type Readings = {
  readonly en: readonly { file: string; reading: HalfReading }[];
  readonly fr: readonly { file: string; reading: HalfReading }[];
  readonly process: readonly { file: string; reading: FactsReading }[];
  readonly site: SiteReading & { present: boolean };
};

/** Reads what was found, pairs it, and says of every file why it is not shown where it is not. */
export async function assemble(branches: Branches, help: AssembleHelp): Promise<Assembled> {
  const readings = { en: [] as Readings['en'][number][], fr: [] as Readings['fr'][number][] };
  for (const lang of langs) {
    for (const [index, found] of branches[lang].entries()) {
      if (index % breathAfter === breathAfter - 1) await new Promise(setImmediate);
      const { file } = found;
      const reading = readPostingFile(found, (source) => help.readHalf(lang, file, source));
      readings[lang].push({ file, reading });
    }
  }
  const process = branches.process.map((found) => ({
    file: found.file,
    reading: readFactsFile(found),
  }));
  const [siteSource] = branches.site;
  const site = { ...readSiteFile(siteSource), present: siteSource !== undefined };
  return assembleReadings({ ...readings, process, site }, (file) => help.lastKey(file));
}

/** Pairs what was read. `lastKey` gives the key of a file when it could last be read. */
export function assembleReadings(
  readings: Readings,
  lastKey: (file: string) => string | null,
): Assembled {
  const problems: ContentProblem[] = [];
  const files: LoadedFile[] = [];
  const claims = new Map<string, MutableClaims>();
  const claimsOf = (key: string): MutableClaims => {
    let known = claims.get(key);
    if (!known) {
      known = { halves: { en: [], fr: [] }, broken: { en: [], fr: [] }, factsFiles: [] };
      claims.set(key, known);
    }
    return known;
  };

  for (const lang of langs) {
    for (const { file, reading } of readings[lang]) {
      const { half } = reading;
      const key = half?.translationKey ?? reading.claim ?? lastKey(file);
      problems.push(...reading.problems);
      files.push({ file, role: 'posting', key, title: half?.text.title ?? null });
      if (half) claimsOf(half.translationKey).halves[lang].push(half);
      else if (key !== null) claimsOf(key).broken[lang].push(file);
    }
  }

  for (const { file, reading } of readings.process) {
    const { facts, key, problems: own } = reading;
    problems.push(...own);
    files.push({ file, role: 'facts', key, title: null });
    if (!facts) continue;
    if (claims.has(facts.translationKey)) claimsOf(facts.translationKey).factsFiles.push(facts);
    else {
      const reason = { kind: 'facts-without-posting' as const, key: facts.translationKey };
      problems.push(problem(file, reason));
    }
  }

  const { pairs, brokenKeys } = pairAll(claims, problems);
  const { site } = readings;
  problems.push(...site.problems);
  problems.push(...movedToNothing(site.moved, (key) => claims.has(key)));
  if (site.present) files.push({ file: siteFile, role: 'site', key: null, title: null });
  const { folders, moved } = site;
  return { pairs, brokenKeys, files, problems, site: site.site, folders, moved };
}

/** Old addresses that lead to a posting which no file claims to be. */
export function movedToNothing(
  moved: readonly MovedPage[],
  isKnown: (key: string) => boolean,
): ContentProblem[] {
  return moved.flatMap(({ from, to, place }) =>
    isAddressOrUrl(to) || isKnown(to.normalize('NFC'))
      ? []
      : [problem(siteFile, { kind: 'moved-to-nothing', from, key: to }, place())],
  );
}

function pairAll(
  claims: ReadonlyMap<string, KeyClaims>,
  problems: ContentProblem[],
): { pairs: Pair[]; brokenKeys: Set<string> } {
  const pairs: Pair[] = [];
  const brokenKeys = new Set<string>();
  const similar = similarKeys(claims);
  for (const [key, claim] of claims) {
    const outcome = pairUp(key, claim, (lang) => similar(key, lang));
    problems.push(...outcome.problems);
    if (outcome.pair) pairs.push(outcome.pair);
    else brokenKeys.add(key);
  }
  return { pairs, brokenKeys };
}
