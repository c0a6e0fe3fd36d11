import { type Lang, langs } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import type { Pair } from '../loader/pair.ts';
import { type ContentProblem, problem } from '../problem.ts';
import { freeSlug, slugify } from '../rules/slug.ts';
import type { Origin } from '../provenance.ts';
import { type Memory, isLive } from './memory.ts';
import { type VersionSources, sourcesOf, versionOf } from './version.ts';

/** What to write down so that the database remembers what is advertised from now on. */
export type RecordingPlan = {
  readonly newPostings: readonly { id: string; translationKey: string }[];
  readonly newVersions: readonly NewVersion[];
  /** Changes of what is advertised; a hash of null from a withdrawal on. */
  readonly publications: readonly Publication[];
  /** Postings that are more than a draft for the first time, known before as less. */
  readonly firstReady: readonly string[];
  /** Addresses that stop being their posting's own; they go on redirecting. */
  readonly retired: readonly SlugKey[];
  /** Addresses given out for the first time. */
  readonly given: readonly (SlugKey & { postingId: string; since: Date })[];
  /** Addresses that their posting takes up again. */
  readonly resumed: readonly (SlugKey & { since: Date })[];
  readonly problems: readonly ContentProblem[];
};

type SlugKey = { lang: Lang; slug: string };
type Publication = { postingId: string; versionHash: string | null; draft: boolean; since: Date };
type NewVersion = {
  hash: string;
  postingId: string;
  sources: VersionSources;
  since: Date;
  origin: Origin | null;
};

/** What there is to record. */
export type Found = {
  /** Pairs that are, or go, on the site. */
  readonly admitted: readonly Pair[];
  /** Keys of new postings that are held back: they get an id, to be spoken of. */
  readonly heldKeys: readonly string[];
  readonly withdrawn: readonly string[];
  originOf(pair: Pair): Origin | null;
};

/** The moment of a change: now, but always after the one before it, whatever the clock has done. */
function after(now: Date, before: Date | undefined): Date {
  return before && before >= now ? new Date(before.getTime() + 1) : now;
}

/**
 * Decides what changes. A posting keeps its address when its title changes; only `slug:` in its
 * front matter moves it. A posting in `withdrawn` gives its addresses up without anyone taking them.
 */
export function planRecording(
  memory: Memory,
  { admitted, heldKeys, withdrawn, originOf }: Found,
  ids: Ids,
  now: Date,
): RecordingPlan {
  const newPostings: { id: string; translationKey: string }[] = [];
  const newVersions: NewVersion[] = [];
  const publications: Publication[] = [];
  const firstReady: string[] = [];
  const retired: SlugKey[] = [];
  const given: (SlugKey & { postingId: string; since: Date })[] = [];
  const resumed: (SlugKey & { since: Date })[] = [];
  const problems: ContentProblem[] = [];
  const owners = {
    en: new Map([...memory.slugs.en].map(([slug, row]) => [slug, row.postingId])),
    fr: new Map([...memory.slugs.fr].map(([slug, row]) => [slug, row.postingId])),
  };

  // In order of key, so that two new postings of one title get the same numbers everywhere.
  for (const pair of admitted.toSorted((a, b) => (a.translationKey < b.translationKey ? -1 : 1))) {
    const known = memory.byKey.get(pair.translationKey);
    const id = known?.id ?? ids.uuid();
    if (!known) newPostings.push({ id, translationKey: pair.translationKey });
    const hash = versionOf(pair);
    const { draft } = pair;
    if (known?.version?.hash !== hash) {
      const since = after(now, known?.version?.since);
      const origin = originOf(pair);
      newVersions.push({ hash, postingId: id, sources: sourcesOf(pair), since, origin });
      publications.push({ postingId: id, versionHash: hash, draft, since });
    } else if (!isLive(known)) {
      publications.push({ postingId: id, versionHash: hash, draft, since: now });
    }
    if (known && !known.everReady && !draft) firstReady.push(id);
    for (const lang of langs) {
      const current = known?.current[lang] ?? null;
      const { slug, refused } = chooseSlug(lang, pair, id, current);
      if (refused) problems.push(refused);
      if (slug === current) continue;
      if (current !== null) retired.push({ lang, slug: current });
      const since = after(now, memory.slugsOf(id, lang)[0]?.since);
      if (owners[lang].get(slug) === id) resumed.push({ lang, slug, since });
      else given.push({ lang, slug, postingId: id, since });
      owners[lang].set(slug, id);
    }
  }
  for (const key of heldKeys) {
    if (!memory.byKey.has(key)) newPostings.push({ id: ids.uuid(), translationKey: key });
  }
  for (const key of withdrawn) {
    const known = memory.byKey.get(key);
    if (known) {
      publications.push({ postingId: known.id, versionHash: null, draft: false, since: now });
    }
    for (const lang of langs) {
      const slug = known?.current[lang] ?? null;
      if (slug !== null) retired.push({ lang, slug });
    }
  }
  return {
    newPostings,
    newVersions,
    publications,
    firstReady,
    retired,
    given,
    resumed,
    problems,
  };

  function chooseSlug(
    lang: Lang,
    pair: Pair,
    id: string,
    current: string | null,
  ): { slug: string; refused: ContentProblem | null } {
    const half = pair.halves[lang];
    const wanted = half.slug;
    const taken = (slug: string): boolean => (owners[lang].get(slug) ?? id) !== id;
    if (wanted !== null && !taken(wanted)) return { slug: wanted, refused: null };
    const refused =
      wanted === null
        ? null
        : problem(half.text.file, { kind: 'slug-taken', value: wanted }, half.slugPlace);
    const before = current ?? memory.slugsOf(id, lang)[0]?.slug;
    const slug = before ?? freeSlug(slugify(half.text.title, lang), taken);
    return { slug, refused };
  }
}
