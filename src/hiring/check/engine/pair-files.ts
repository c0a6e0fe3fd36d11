import {
  type ContentProblem,
  type FactsFile,
  type FoundFile,
  type Half,
  pairUp,
  readFactsFile,
  readHalf,
  readPostingFile,
  readSiteFile,
} from '#hiring/postings/loader';
import { type Lang, type Localized, langs } from '#platform/i18n';
import type { ProcessFacts } from '#hiring/postings';

/** All files that claim one translation key; or one file that claims none. */
export type PairFiles = Localized<readonly FoundFile[]> & {
  /** Null where no key could be told: the files then make no pair. */
  readonly key: string | null;
  readonly process: readonly FoundFile[];
  readonly site: readonly FoundFile[];
  /** The file that is probably meant as the half that is missing, as `similarKeys` tells. */
  readonly near: Localized<string | null>;
  /** What only a look at the whole folder tells. */
  readonly problems: readonly ContentProblem[];
};

export type PairReading = {
  readonly problems: readonly ContentProblem[];
  readonly facts: ProcessFacts | null;
  readonly archived: boolean;
};

/** Reads a pair by the loader's own rules. */
export function readPairFiles(files: PairFiles): PairReading {
  const problems: ContentProblem[] = [...files.problems];
  const halves: Record<Lang, Half[]> = { en: [], fr: [] };
  const broken: Record<Lang, string[]> = { en: [], fr: [] };
  for (const lang of langs) {
    for (const found of files[lang]) {
      const reading = readPostingFile(found, (source) => readHalf(lang, found.file, source));
      problems.push(...reading.problems);
      if (reading.half) halves[lang].push(reading.half);
      else broken[lang].push(found.file);
    }
  }
  const factsFiles: FactsFile[] = [];
  for (const found of files.process) {
    const { facts, problems: own } = readFactsFile(found);
    problems.push(...own);
    if (facts) factsFiles.push(facts);
  }
  for (const found of files.site) problems.push(...readSiteFile(found).problems);
  const archived = [...halves.en, ...halves.fr].some((half) => half.archived);
  if (files.key === null) return { problems, facts: null, archived };
  const outcome = pairUp(files.key, { halves, broken, factsFiles }, (lang) => files.near[lang]);
  problems.push(...outcome.problems);
  return { problems, facts: outcome.pair?.facts ?? null, archived };
}
