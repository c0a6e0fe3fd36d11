import type { Lang } from '#platform/i18n';

/** What postings can be grouped and filtered by, in Lever's words. */
export const groupings = ['location', 'commitment', 'team', 'department'] as const;
export type Grouping = (typeof groupings)[number];

export type Categories = Partial<Record<Grouping | 'level', string>> & {
  allLocations?: readonly string[];
};

/** A heading and the items under it, as `<li>…</li>` without their list. */
export type LeverList = { text: string; content: string };

/**
 * A posting in one language, in the shape of Lever's Postings API v0 (its public README, and what
 * others measured: docs/lever-api.md). `updatedAt`, `closesAt` and `lang` are ours.
 */
export type LeverPosting = {
  id: string;
  text: string;
  /** Milliseconds since 1970: the opening instant, else when the program first met the posting. */
  createdAt: number;
  /** Milliseconds since 1970: since when this text is advertised. */
  updatedAt: number;
  /** Milliseconds since 1970; null where it does not close by itself. */
  closesAt: number | null;
  lang: Lang;
  categories: Categories;
  /** ISO 3166, two letters. */
  country: string | null;
  workplaceType: 'unspecified' | 'onsite' | 'remote' | 'hybrid';
  opening: string;
  openingPlain: string;
  /** Opening and body. */
  description: string;
  descriptionPlain: string;
  descriptionBody: string;
  descriptionBodyPlain: string;
  additional: string;
  additionalPlain: string;
  lists: readonly LeverList[];
  hostedUrl: string;
  applyUrl: string;
  salaryRange?: { currency: string; interval: string; min: number; max: number };
  salaryDescription?: string;
  salaryDescriptionPlain?: string;
};

export type PostingGroup = { title: string; postings: readonly LeverPosting[] };

/** Something that keeps an application from being taken, by Lever's name of the field. */
export type ApplyProblem = { field: string; code: string; message: string };
