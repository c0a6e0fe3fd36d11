import type { Localized } from '#platform/i18n';
import type { Pair } from '../loader/pair.ts';

/** Something that the check found in a pair. Only errors keep a version from the site. */
export type GateFinding = {
  /** "family/name" */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** Path in the content folder, "/" between its parts. */
  readonly file: string;
  /** Counted from 1; `null` where it is with the file as a whole. */
  readonly line: number | null;
  readonly column: number | null;
  readonly message: Localized;
};

export type SourceFile = { readonly file: string; readonly source: string };

/** The files of a pair, as the check reads them. */
export type PairFiles = {
  readonly translationKey: string;
  readonly en: SourceFile;
  readonly fr: SourceFile;
  /** The file of shared facts, where there is one. */
  readonly process: SourceFile | null;
};

/** What stands between a pair that can be read and the public. */
export type Gate = {
  /** Changes whenever the same text might be judged otherwise: rules, settings, their version. */
  readonly revision: string;
  /** Reads the settings again: `revision` and `check` follow them. */
  refresh?(): Promise<void>;
  check(pair: PairFiles): readonly GateFinding[] | Promise<readonly GateFinding[]>;
};

/** The files of a pair as it was loaded. */
export function filesOf({ translationKey, halves: { en, fr }, factsFile }: Pair): PairFiles {
  return {
    translationKey,
    en: { file: en.text.file, source: en.source },
    fr: { file: fr.text.file, source: fr.source },
    process: factsFile,
  };
}
