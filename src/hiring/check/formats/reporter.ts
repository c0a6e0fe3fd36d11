import type { Lang } from '#platform/i18n';
import type { GroupResult } from '../folder/check-group.ts';
import type { Finding, Severity } from '../model.ts';
import { whereabouts } from './whereabouts.ts';

/** What was counted over a whole run. */
export type Summary = {
  readonly postings: number;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly fixable: number;
  readonly fixed: number;
  readonly changedFiles: number;
};

/** Writes findings as they come, so that a large folder takes no more memory than a small one. */
export type Reporter = {
  begin(): void;
  /** `pathOf` gives the path to print of a file of the content folder, "/" between its parts. */
  group(result: GroupResult, pathOf: (file: string) => string): void;
  end(summary: Summary): void;
};

/** A rule's page, as far as reports quote it. */
export type RulePage = { readonly title: string; readonly meaning: string; readonly text: string };

export type ReporterOptions = {
  readonly lang: Lang;
  /** Writes text as it is: line ends are the reporter's. */
  readonly write: (text: string) => void;
  readonly color: boolean;
  /** Fixes were only looked for, not written. */
  readonly preview: boolean;
  /** Whether suggestions are shown one by one; else only how many there are. For people alone. */
  readonly withSuggestions: boolean;
  readonly version: string;
  /** Address of a rule's page. */
  readonly helpUri: (rule: string) => string;
  /** A rule's page in the language of the report; null where it has none. */
  readonly page: (rule: string) => RulePage | null;
};

/** A place as other programs want it. */
export function placeData(place: Finding['place'], pathOf: (file: string) => string, lang: Lang) {
  const { start, end } = place;
  return {
    file: pathOf(place.file),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    where: whereabouts(place, lang),
  };
}
