import type { ProcessFacts } from '#hiring/postings';
import type { Lang } from '#platform/i18n';
import type { FeedEntry } from '../entries.ts';

export type FeedHead = {
  lang: Lang;
  title: string;
  /** Who publishes: the organization's name in this language. */
  author: string;
  /** The address of the list, and of this feed. */
  listUrl: string;
  selfUrl: string;
  /** The same feed in the other language, and its tag. */
  otherUrl: string;
  otherLocale: string;
  /** Stands for the last change where there is no entry. */
  emptyUpdatedAt: Date;
};

/** Words that some formats need, which depend on more than the posting. */
export type FeedWords = {
  salary(facts: ProcessFacts): string | null;
  jobType(facts: ProcessFacts): string | null;
  /** Stands for the city where the work is done from anywhere. */
  anywhere: string;
  /** The name of an event at which a posting closes. */
  closingOf(title: string): string;
};

/**
 * A format, in parts that can be made one by one and written after each other: a feed of thousands
 * of postings need not stand in memory as a whole.
 */
export type FeedFormat = {
  /** `latest` is the last change of any entry; null where there is none. */
  opening(head: FeedHead, latest: Date | null): string;
  /** What stands for an entry; "" where the format has nothing to say of it. */
  part(head: FeedHead, entry: FeedEntry, words: FeedWords): string;
  /** What stands between two parts. */
  between: string;
  closing(head: FeedHead): string;
};

/** A whole feed. Entries are in order, the latest first. */
export function wholeFeed(
  format: FeedFormat,
  head: FeedHead,
  entries: readonly FeedEntry[],
  words: FeedWords,
): string {
  const parts = entries.map((entry) => format.part(head, entry, words)).filter(Boolean);
  const latest = entries[0]?.updatedAt ?? null;
  return format.opening(head, latest) + parts.join(format.between) + format.closing(head);
}
