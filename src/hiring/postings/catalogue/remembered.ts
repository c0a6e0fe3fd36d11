import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Ids } from '#platform/ids';
import type { LoadedContent } from '../loader/load.ts';
import { buildCatalogue } from './build.ts';
import type { Catalogue } from './catalogue.ts';
import { type Memory, type SlugRow, arrangeMemory, isLive } from './memory.ts';
import { planRecording } from './plan.ts';

const at = z.coerce.date();

/** What a catalogue without a database remembers from one time to the next: plain JSON. */
export const rememberedSchema = z.object({
  postings: z.array(
    z.object({ id: z.uuid(), key: z.string(), firstSeenAt: at, ready: z.boolean() }),
  ),
  slugs: z.array(
    z.object({
      lang: z.enum(['en', 'fr']),
      slug: z.string(),
      postingId: z.uuid(),
      isCurrent: z.boolean(),
      since: at,
    }),
  ),
  versions: z.array(z.object({ postingId: z.uuid(), hash: z.string(), since: at })),
});

export type Remembered = z.output<typeof rememberedSchema>;

export const nothingRemembered: Remembered = { postings: [], slugs: [], versions: [] };

/**
 * The catalogue of a content folder by the rules of the one that a server keeps, with a remembered
 * past in place of the database: addresses stay, and old ones are known. Answers what to remember
 * next. The same folder and past give the same catalogue, ids included.
 */
export function catalogueWithout(
  content: LoadedContent,
  past: Remembered,
  now: Date,
): { catalogue: Catalogue; remembered: Remembered } {
  const memory = memoryOf(past);
  const shown = new Set(content.pairs.map(({ translationKey }) => translationKey));
  const withdrawn = [...memory.byKey.values()]
    .filter((known) => isLive(known) && !shown.has(known.translationKey))
    .map(({ translationKey }) => translationKey);
  const keys = content.pairs.map(({ translationKey }) => translationKey).toSorted();
  const fresh = keys.filter((key) => !memory.byKey.has(key)).values();
  const ids: Pick<Ids, 'uuid'> = { uuid: () => idOf(fresh.next().value ?? '') };
  const found = { admitted: content.pairs, heldKeys: [], withdrawn, originOf: () => null };
  const plan = planRecording(memory, found, ids as Ids, now);

  const slugs = new Map(past.slugs.map((row) => [`${row.lang}/${row.slug}`, row]));
  for (const { lang, slug } of plan.retired) {
    const row = slugs.get(`${lang}/${slug}`);
    if (row) slugs.set(`${lang}/${slug}`, { ...row, isCurrent: false });
  }
  for (const { lang, slug, since } of plan.resumed) {
    const row = slugs.get(`${lang}/${slug}`);
    if (row) slugs.set(`${lang}/${slug}`, { ...row, isCurrent: true, since });
  }
  for (const row of plan.given) slugs.set(`${row.lang}/${row.slug}`, { ...row, isCurrent: true });
  const versions = new Map(past.versions.map((row) => [row.postingId, row]));
  for (const { postingId, hash, since } of plan.newVersions) {
    versions.set(postingId, { postingId, hash, since });
  }
  const drafts = new Set(
    content.pairs.filter(({ draft }) => draft).map(({ translationKey }) => translationKey),
  );
  const remembered: Remembered = {
    postings: [
      ...past.postings.map((one) => ({
        ...one,
        ready: one.ready || (shown.has(one.key) && !drafts.has(one.key)),
      })),
      ...plan.newPostings.map(({ id, translationKey: key }) => ({
        id,
        key,
        firstSeenAt: now,
        ready: !drafts.has(key),
      })),
    ],
    slugs: [...slugs.values()],
    versions: [...versions.values()],
  };
  const recorded = {
    memory: memoryOf(remembered),
    held: [],
    problems: plan.problems,
    lastGood: new Map<string, never>(),
  };
  return { catalogue: buildCatalogue(content, recorded, () => null), remembered };
}

function memoryOf({ postings, slugs, versions }: Remembered): Memory {
  return arrangeMemory(
    postings.map(({ id, key, firstSeenAt }) => ({
      id,
      translation_key: key,
      first_seen_at: firstSeenAt,
    })),
    slugs satisfies SlugRow[],
    versions.map(({ postingId, hash, since }) => ({
      posting_id: postingId,
      hash,
      recorded_at: since,
      uncommitted: false,
    })),
    new Set(postings.filter(({ ready }) => ready).map(({ id }) => id)),
  );
}

/** An id that follows from the key (RFC 9562, version 8): the same everywhere, without a database. */
function idOf(key: string): string {
  const hex = createHash('sha256').update(`tandem-posting\n${key}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
