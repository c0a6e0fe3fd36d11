import { createHash } from 'node:crypto';
import { type Lang, langs } from '#platform/i18n';
import { duplicateLeverIds } from '../loader/lever-ids.ts';
import type { LoadedContent } from '../loader/load.ts';
import type { Pair } from '../loader/pair.ts';
import type { ContentFile, Posting } from '../model.ts';
import type { ContentProblem } from '../problem.ts';
import type { VerdictOf } from '../gate/admission.ts';
import { admittedProblems, heldProblems } from '../gate/gate-problems.ts';
import type { Catalogue, HeldVersion, SlugAnswer } from './catalogue.ts';
import type { Memory } from './memory.ts';
import { createOldAddresses } from './old-addresses.ts';
import type { Recorded } from './record.ts';
import { readVersion, versionOf } from './version.ts';

/** Makes the snapshot of what the folder says and the database remembers. Pure. */
export function buildCatalogue(
  content: LoadedContent,
  recorded: Recorded,
  verdictOf: VerdictOf,
): Catalogue {
  const { memory } = recorded;
  const claimed = new Map(
    content.files.flatMap(({ file, key }) =>
      key === null ? [] : [[`${file.slice(0, 3)}${key}`, file]],
    ),
  );
  const fileOf = (key: string, lang: Lang): string => claimed.get(`${lang}/${key}`) ?? '';
  const lastGood = [...recorded.lastGood].flatMap(([key, sources]): Pair[] => {
    const pair = readVersion(sources, { en: fileOf(key, 'en'), fr: fileOf(key, 'fr') });
    return pair ? [{ ...pair, translationKey: key }] : [];
  });
  const kept = new Set(recorded.held.map(({ pair }) => pair));
  const admitted = content.pairs.filter((pair) => !kept.has(pair));
  const unique = duplicateLeverIds([...admitted, ...lastGood]);
  const stale = new Set(lastGood.map(({ translationKey }) => translationKey));
  const postings = unique.pairs
    .flatMap((pair) => toPosting(pair, memory, stale.has(pair.translationKey)))
    .toSorted((a, b) => (a.translationKey < b.translationKey ? -1 : 1));

  const byKey = new Map(postings.map((posting) => [posting.translationKey, posting]));
  const byId = new Map(postings.map((posting) => [posting.id, posting]));
  const heldKeys = new Set(recorded.held.map(({ pair }) => pair.translationKey));
  const files = content.files.map(({ file, role, key, title }): ContentFile => {
    const posting = key === null ? undefined : byKey.get(key);
    // A version held back has no posting on the site, and yet a page on the desk.
    const heldId = key !== null && heldKeys.has(key) ? memory.byKey.get(key)?.id : undefined;
    return {
      file,
      role,
      title,
      postingId: posting?.id ?? heldId ?? null,
      shown: role === 'site' || posting?.servedFrom === 'files',
    };
  });
  const problems = [
    ...content.problems,
    ...recorded.problems,
    ...unique.problems,
    ...recorded.held.flatMap(heldProblems),
    ...admitted.flatMap((pair) => admittedProblems(verdictOf(versionOf(pair)))),
  ];
  const blocked = new Set(
    problems.filter(({ severity }) => severity === 'blocking').map(({ file }) => file),
  );
  return {
    postings,
    bySlug: (lang, slug) => answer(lang, slug, memory, byId),
    byId: (id) => byId.get(id) ?? null,
    oldAddress: createOldAddresses(content.moved, byKey),
    problems: withLastGood(problems, files, byId).toSorted(inReadingOrder),
    files: files.map((one) => (blocked.has(one.file) ? { ...one, shown: false } : one)),
    held: heldVersions(recorded),
    site: content.site,
    folders: content.folders,
    revision: revisionOf(postings, memory, content),
    outage: null,
    waitingSince: null,
  };
}

function toPosting(pair: Pair, memory: Memory, stale: boolean): Posting[] {
  const known = memory.byKey.get(pair.translationKey);
  const { en, fr } = known?.current ?? { en: null, fr: null };
  // Never missing after a recording; without it there would be no address to serve it at.
  if (!known?.version || en === null || fr === null) return [];
  return [
    {
      id: known.id,
      translationKey: pair.translationKey,
      text: { en: pair.halves.en.text, fr: pair.halves.fr.text },
      slugs: { en, fr },
      facts: pair.facts,
      archived: pair.archived,
      draft: pair.draft,
      firstSeenAt: known.firstSeenAt,
      versionHash: known.version.hash,
      versionSince: known.version.since,
      servedFrom: stale ? 'last-good' : 'files',
    },
  ];
}

function heldVersions({ held, memory }: Recorded): HeldVersion[] {
  return held
    .flatMap(({ pair, versionHash, verdict }): HeldVersion[] => {
      const { translationKey, halves } = pair;
      const postingId = memory.byKey.get(translationKey)?.id;
      const title = { en: halves.en.text.title, fr: halves.fr.text.title };
      return postingId ? [{ postingId, translationKey, title, versionHash, pair, verdict }] : [];
    })
    .toSorted((a, b) => (a.translationKey < b.translationKey ? -1 : 1));
}

function answer(
  lang: Lang,
  slug: string,
  memory: Memory,
  byId: ReadonlyMap<string, Posting>,
): SlugAnswer {
  const row = memory.slugs[lang].get(slug);
  if (!row) return { kind: 'unknown' };
  const posting = byId.get(row.postingId);
  if (!posting) {
    const known = memory.byId.get(row.postingId);
    // Recorded, not withdrawn, and yet not to be shown: its last text is no longer readable.
    if (known?.current[lang]) return { kind: 'unknown' };
    const last = (of: Lang): string => memory.slugsOf(row.postingId, of)[0]?.slug ?? slug;
    return { kind: 'gone', slugs: { en: last('en'), fr: last('fr') } };
  }
  const current = posting.slugs[lang];
  return current === slug ? { kind: 'found', posting } : { kind: 'moved', slug: current };
}

/** Tells the author of a broken file that an earlier text of it is still on the site. */
function withLastGood(
  problems: readonly ContentProblem[],
  files: readonly ContentFile[],
  byId: ReadonlyMap<string, Posting>,
): ContentProblem[] {
  const since = new Map<string, Date>();
  for (const { file, postingId } of files) {
    const posting = postingId === null ? undefined : byId.get(postingId);
    if (posting?.servedFrom === 'last-good') since.set(file, posting.versionSince);
  }
  return problems.map((found) => {
    const lastGoodSince = found.severity === 'blocking' ? since.get(found.file) : undefined;
    return lastGoodSince ? { ...found, lastGoodSince } : found;
  });
}

function inReadingOrder(a: ContentProblem, b: ContentProblem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}

function revisionOf(postings: readonly Posting[], memory: Memory, { site }: LoadedContent): string {
  const shown = postings.map(({ id, slugs, versionHash, archived, draft, text }) => [
    id,
    slugs,
    versionHash,
    archived,
    draft,
    langs.map((lang) => text[lang].leverId),
  ]);
  const addresses = langs.map((lang) => memory.slugs[lang].size);
  return createHash('sha256')
    .update(JSON.stringify([shown, addresses, site]))
    .digest('hex')
    .slice(0, 16);
}

/** What there is to say before the database has ever answered. */
export function emptyCatalogue(content: LoadedContent, outage: Error): Catalogue {
  return {
    postings: [],
    bySlug: () => {
      throw outage;
    },
    byId: () => {
      throw outage;
    },
    oldAddress: () => null,
    problems: content.problems,
    held: [],
    files: content.files.map(({ file, role, title }) => ({
      file,
      role,
      title,
      shown: false,
      postingId: null,
    })),
    site: content.site,
    folders: content.folders,
    revision: 'outage',
    outage,
    waitingSince: null,
  };
}
