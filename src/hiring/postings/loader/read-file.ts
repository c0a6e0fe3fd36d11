import { type ContentProblem, problem } from '../problem.ts';
import { readFacts } from './facts.ts';
import type { HalfReading } from './half.ts';
import type { FactsFile } from './pair.ts';
import type { FoundFile } from './read-folder.ts';
import { type SiteReading, readSite } from './site.ts';
import { plainLines, readYaml } from './yaml.ts';

/** What a file of shared facts says. */
export type FactsReading = {
  readonly facts: FactsFile | null;
  readonly key: string | null;
  readonly problems: readonly ContentProblem[];
};

/** What a file under `en/` or `fr/` says. */
export function readPostingFile(
  found: FoundFile,
  read: (source: string) => HalfReading,
): HalfReading {
  // A folder that cannot be entered has no extension to judge by.
  const judged = 'source' in found || fileReasons.has(found.refusal.kind);
  if (judged && !/\.md$/i.test(found.file)) {
    return { half: null, claim: null, problems: [problem(found.file, { kind: 'not-content' })] };
  }
  if ('source' in found) return read(found.source);
  return { half: null, claim: null, problems: [refusalOf(found)] };
}

const fileReasons: ReadonlySet<string> = new Set(['binary-file', 'not-utf8', 'too-large']);

/** What a file under `process/` says. Facts that were meant but cannot be used have no `claim.facts`. */
export function readFactsFile(found: FoundFile): FactsReading {
  const { file } = found;
  const name = /([^/]+)\.ya?ml$/i.exec(file)?.[1];
  if (name === undefined) {
    return { facts: null, key: null, problems: [problem(file, { kind: 'not-content' })] };
  }
  const key = name.normalize('NFC');
  const unusable = (source: string, problems: ContentProblem[]) => ({
    // It still stands in the way: a posting is not shown without the facts that its author gave.
    facts: { file, source, translationKey: key, claim: { file, facts: null, line: 1, problems } },
    key,
    problems,
  });
  if ('refusal' in found) return unusable('', [refusalOf(found)]);
  const read = readFactsYaml(found.source);
  if (!read.ok) {
    const { hint, text, place } = read.failure;
    return unusable(found.source, [problem(file, { kind: 'bad-yaml', hint, text }, place)]);
  }
  const claim = readFacts(file, read.yaml, []);
  const facts = { file, source: found.source, translationKey: key, claim };
  return { facts, key, problems: claim.problems };
}

/** The last file read: a check reads it for its facts, and again for their places. */
let latest: { readonly source: string; readonly read: ReturnType<typeof readYaml> } | null = null;

/** The YAML of a file under `process/`; its offsets count in the text as `plainLines` leaves it. */
export function readFactsYaml(source: string): ReturnType<typeof readYaml> {
  if (latest?.source !== source) latest = { source, read: readYaml(plainLines(source), 1) };
  return latest.read;
}

/** What `site.yml` says, where there is one. */
export function readSiteFile(found: FoundFile | undefined): SiteReading {
  if (!found) return readSite(null);
  if ('source' in found) return readSite(plainLines(found.source));
  return { ...readSite(null), problems: [refusalOf(found)] };
}

function refusalOf(found: Extract<FoundFile, { refusal: unknown }>): ContentProblem {
  return problem(found.file, found.refusal, found.line === null ? null : { line: found.line });
}
