import type { Lang } from '#platform/i18n';

/** How far a proposed value may be trusted: said alike in both languages, in one, or guessed. */
export type Confidence = 'high' | 'medium' | 'low';

/** Where a value comes from. Lines are counted from 1. */
export type Source = { readonly file: string; readonly line: number };

/** A field of the process facts that the prose seems to state. */
export type Proposal = {
  /** Names and positions of the fields that lead to it: `['criteria', 0]`. */
  readonly path: readonly [string, ...(string | number)[]];
  /** As it is written in `process:`. */
  readonly value: unknown;
  readonly confidence: Confidence;
  readonly from: readonly Source[];
  /** Other values that the prose states as well, for a person to choose from. */
  readonly others: readonly string[];
};

/** Something that the prose states and that cannot be proposed as it is. */
export type Gap = {
  readonly field: string;
  readonly reason: 'one-language' | 'no-year' | 'no-language-requirement';
  readonly lang: Lang | null;
  readonly from: readonly Source[];
};

export type Draft = {
  readonly translationKey: string | null;
  readonly proposals: readonly Proposal[];
  readonly gaps: readonly Gap[];
};
