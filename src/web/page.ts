import type { ComponentChildren } from 'preact';
import type { Lang, Localized } from '#platform/i18n';

/** A custom element of `src/ui/islands/`: an improvement over a page that works without it. */
export type IslandName =
  | 'word-counter'
  | 'posting-editor'
  | 'draft-autosave'
  | 'local-time'
  | 'passkey-form'
  | 'list-filter';

/**
 * What a feature's view gives to the layout: the content and the facts about it.
 * Pure data; `renderPage` of `layout/` turns it into a document.
 */
export type Page = {
  lang: Lang;
  /** Title of the page alone; the layout adds the organization. */
  title: string;
  /** For search results and sharing; public pages only. */
  description?: string;
  /** Which frame: the public careers site, or the desk of the hiring team. */
  area: 'site' | 'desk';
  /** Paths of the equivalent page in both languages: the language toggle, hreflang and canonical. */
  alternates: Localized;
  /** More for `<head>`: JSON-LD, Open Graph of a posting. */
  head?: ComponentChildren;
  body: ComponentChildren;
  islands?: readonly IslandName[];
  /** Whether search engines may list it. Forms, receipts and the desk are not. */
  indexable?: boolean;
};

/** Who publishes the site: `content/site.yml`, with neutral words where it is absent. */
export type SiteIdentity = {
  organization: Localized;
  tagline: Localized | null;
  contactEmail: string | null;
  accommodationEmail: string | null;
  /** True marks every page as sample content. */
  sample: boolean;
};

/** The signed-in member of staff, as far as the frame of the desk needs it. */
export type ShellStaff = {
  email: string;
  /** Names of the desk's sections that this person may open, in order. */
  sections: readonly (
    | 'processes'
    | 'waiting'
    | 'postings'
    | 'privacy'
    | 'webhooks'
    | 'accommodation'
    | 'status'
    | 'outbox'
  )[];
  /** Token of the session, for the sign-out form. */
  csrf: string;
};

/** The signed-in candidate, as far as the frame of the site needs it. */
export type ShellCandidate = { email: string };

/** What the layout needs that no single page knows. */
export type Shell = {
  site: SiteIdentity;
  /** Absolute origin of each language ("https://jobs.example"), no trailing slash. */
  origins: Localized;
  /** URL of a built asset by its source name: "site.css", "desk.css", "word-counter.js". */
  asset(name: string): string;
  staff: ShellStaff | null;
  candidate?: ShellCandidate | undefined;
  /**
   * Of a site of files: what addresses of the running Tandem begin with; null where there is none.
   * Left out where pages are the server's own.
   */
  server?: Localized | null;
};
