import type { Lang, Localized } from '#platform/i18n';
import type { ProcessFacts } from '#hiring/process-facts';

/** One language of a posting, as written in its file. Plain text except `body`, which is Markdown. */
export type PostingText = {
  readonly lang: Lang;
  readonly title: string;
  /** Empty where the file gives none. */
  readonly description: string;
  readonly body: string;
  /** UUID in the Lever-compatible API; each language may have its own, and it is unique over all. */
  readonly leverId: string | null;
  /** Path in the content folder, with "/" between its parts. */
  readonly file: string;
};

/** A posting in both languages: what is advertised, whatever is in the folder at this moment. */
export type Posting = {
  readonly id: string;
  readonly translationKey: string;
  readonly text: Localized<PostingText>;
  readonly slugs: Localized;
  readonly facts: ProcessFacts | null;
  readonly archived: boolean;
  /** Not public, whatever its dates say; seen on the desk. */
  readonly draft: boolean;
  /** When this posting was first to be public; while it never was, when the program first met it. */
  readonly firstSeenAt: Date;
  /** Hash of the exact advertised text: see `catalogue/version.ts`. Recorded in the database. */
  readonly versionHash: string;
  /** Since when this text is advertised. */
  readonly versionSince: Date;
  /** `last-good` where the files are broken and the last text that was whole is served instead. */
  readonly servedFrom: 'files' | 'last-good';
};

/** What became of one file of the content folder. */
export type ContentFile = {
  readonly file: string;
  readonly role: 'posting' | 'facts' | 'site';
  /** Whether what the file says is on the site. */
  readonly shown: boolean;
  readonly postingId: string | null;
  readonly title: string | null;
};
