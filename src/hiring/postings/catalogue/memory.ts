import { type Lang, type Localized, langs } from '#platform/i18n';

/** What the database remembers of one posting. */
export type KnownPosting = {
  readonly id: string;
  readonly translationKey: string;
  readonly firstSeenAt: Date;
  /** Its address in each language; `null` in both where the posting was withdrawn. */
  readonly current: Localized<string | null>;
  /** The text last advertised. */
  readonly version: {
    readonly hash: string;
    readonly since: Date;
    /** Whether the text was not, or not so, in a commit when it was last looked at. */
    readonly uncommitted: boolean;
  } | null;
  /** Whether it was ever more than a draft. */
  readonly everReady: boolean;
};

/** Whether a posting has its addresses, in both languages: it was shown and not withdrawn since. */
export function isLive({ current }: KnownPosting): boolean {
  return current.en !== null && current.fr !== null;
}

export type SlugRow = {
  readonly lang: Lang;
  readonly slug: string;
  readonly postingId: string;
  readonly isCurrent: boolean;
  readonly since: Date;
};

/** What must outlive an edit: who has had which address, and what was last advertised. */
export type Memory = {
  readonly byKey: ReadonlyMap<string, KnownPosting>;
  readonly byId: ReadonlyMap<string, KnownPosting>;
  readonly slugs: Localized<ReadonlyMap<string, SlugRow>>;
  /** The addresses that a posting has had, the latest first. */
  slugsOf(postingId: string, lang: Lang): readonly SlugRow[];
};

/** Arranges the rows of the database for look-up. */
export function arrangeMemory(
  postings: readonly { id: string; translation_key: string; first_seen_at: Date }[],
  slugRows: readonly SlugRow[],
  versions: readonly {
    posting_id: string;
    hash: string;
    recorded_at: Date;
    uncommitted: boolean;
  }[],
  everReady: ReadonlySet<string>,
): Memory {
  const slugs = { en: new Map<string, SlugRow>(), fr: new Map<string, SlugRow>() };
  const history = { en: new Map<string, SlugRow[]>(), fr: new Map<string, SlugRow[]>() };
  for (const row of slugRows) {
    slugs[row.lang].set(row.slug, row);
    const had = history[row.lang].get(row.postingId);
    if (had) had.push(row);
    else history[row.lang].set(row.postingId, [row]);
  }
  for (const lang of langs) {
    for (const rows of history[lang].values()) {
      rows.sort((a, b) => b.since.getTime() - a.since.getTime());
    }
  }
  const currentOf = (id: string, lang: Lang): string | null =>
    history[lang].get(id)?.find(({ isCurrent }) => isCurrent)?.slug ?? null;
  const versionOf = new Map(versions.map((row) => [row.posting_id, row]));
  const known = postings.map((row): KnownPosting => {
    const version = versionOf.get(row.id);
    return {
      id: row.id,
      translationKey: row.translation_key,
      firstSeenAt: row.first_seen_at,
      current: { en: currentOf(row.id, 'en'), fr: currentOf(row.id, 'fr') },
      version: version
        ? { hash: version.hash, since: version.recorded_at, uncommitted: version.uncommitted }
        : null,
      everReady: everReady.has(row.id),
    };
  });
  return {
    byKey: new Map(known.map((posting) => [posting.translationKey, posting])),
    byId: new Map(known.map((posting) => [posting.id, posting])),
    slugs,
    slugsOf: (postingId, lang) => history[lang].get(postingId) ?? [],
  };
}
