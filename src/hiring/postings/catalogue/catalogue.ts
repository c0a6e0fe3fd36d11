import type { Lang, Localized } from '#platform/i18n';
import type { SiteIdentity } from '#web/page.ts';
import type { Verdict } from '../gate/admission.ts';
import type { PostingFolders } from '../loader/site-places.ts';
import type { ContentFile, Posting } from '../model.ts';
import type { ContentProblem } from '../problem.ts';
import type { FindOldAddress } from './old-addresses.ts';
import type { Pair } from '../loader/pair.ts';

/** Answer of the catalogue for an address. */
export type SlugAnswer =
  | { kind: 'found'; posting: Posting }
  /** The posting has another address now. */
  | { kind: 'moved'; slug: string }
  /** The posting was withdrawn. `slugs` are its last addresses. */
  | { kind: 'gone'; slugs: Localized }
  | { kind: 'unknown' };

/** A version of a posting that the check keeps from the site, or has not come to yet. */
export type HeldVersion = {
  readonly postingId: string;
  readonly translationKey: string;
  readonly title: Localized;
  readonly versionHash: string;
  readonly pair: Pair;
  /** Null while it waits for the check. */
  readonly verdict: Verdict | null;
};

/**
 * Everything advertised at one moment: an immutable snapshot, replaced as a whole. Whatever is in
 * it is recorded in the database. Scheduled and archived postings are in it: `postingState` says
 * which may be shown, and how.
 */
export type Catalogue = {
  /** In order of translation key. */
  readonly postings: readonly Posting[];
  /** Throws `outage` where it is set: whether there is such a posting is then unknown. */
  bySlug(lang: Lang, slug: string): SlugAnswer;
  /** Throws `outage` where it is set. */
  byId(id: string): Posting | null;
  /** Where a page of an earlier site is now; `null` where it is none, or nothing is known of it. */
  readonly oldAddress: FindOldAddress;
  readonly problems: readonly ContentProblem[];
  readonly files: readonly ContentFile[];
  /** Versions that can be read and are not on the site: see `gate/`. In order of translation key. */
  readonly held: readonly HeldVersion[];
  readonly site: SiteIdentity;
  /** Folders that hold the postings; `null` while nobody can tell. */
  readonly folders: PostingFolders | null;
  /** Changes exactly when something that a visitor can see changes. */
  readonly revision: string;
  /** Set where the database was away from the start, so that there is nothing to show: the reason. */
  readonly outage: Error | null;
  /** Set while the folder has changes that wait for the database: since when. */
  readonly waitingSince: Date | null;
};
