import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import {
  type Catalogue,
  type Posting,
  type PostingState,
  type Remembered,
  catalogueWithout,
  isPublic,
  nextTransitionOf,
  nothingRemembered,
  postingState,
  postingsPerPage,
  acceptsApplications,
  rememberedSchema,
} from '#hiring/postings';
import { createLoader } from '#hiring/postings/loader';
import type { Localized } from '#platform/i18n';
import { type SiteFile, type Written, type PlaceError, placeOf, writeSite } from './write-site.ts';
import { oldAddresses } from './old-addresses.ts';
import { siteFiles } from './site-files.ts';

export type BuildSite =
  | {
      ok: true;
      written: Written;
      postings: number;
      problems: Catalogue['problems'];
      /** When the clock alone makes the site out of date; null where it never does. */
      until: Date | null;
    }
  | { ok: false; error: PlaceError | { kind: 'no-content' } };

/** What stands beside the pages, so that the next build knows the addresses of this one. */
const memoryFile = 'tandem-build.json';

/**
 * Builds the careers site as files, from the same pages that the server answers, and puts it in
 * place as a whole. `assets` are the built style sheets, fonts and scripts.
 */
export async function buildSite(options: {
  contentFolder: string;
  out: string;
  now: Date;
  closingSoonDays: number;
  /** Where the running Tandem is, which takes the applications. */
  serverOrigins: Localized;
  assets: readonly SiteFile[];
  /** The careers site over a catalogue. */
  appOf(catalogue: Catalogue, stateOf: (posting: Posting) => PostingState): Hono;
}): Promise<BuildSite> {
  const { out, now, closingSoonDays, serverOrigins } = options;
  const place = await placeOf(out);
  if (!place.ok) return place;
  const content = await createLoader(options.contentFolder).load();
  if (!content || content.pairs.length + content.files.length === 0) {
    return { ok: false, error: { kind: 'no-content' } };
  }
  const past = await rememberedIn(place.previous);
  const { catalogue, remembered } = catalogueWithout(content, past, now);
  const stateOf = (posting: Posting): PostingState => postingState(posting, now, closingSoonDays);
  const open = catalogue.postings.filter((posting) => acceptsApplications(stateOf(posting)));
  const source = {
    app: options.appOf(catalogue, stateOf),
    catalogue,
    stateOf,
    listPages: Math.max(1, Math.ceil(open.length / postingsPerPage)),
    serverOrigins,
  };
  // In the schema's order of fields, so that the same past is the same text.
  const text = JSON.stringify(rememberedSchema.parse(remembered));
  const memory = { path: memoryFile, body: Buffer.from(text) };
  // One after the other, not all at once: a large site need not fit into memory.
  async function* files(): AsyncGenerator<SiteFile> {
    yield* options.assets;
    yield memory;
    yield* siteFiles(source);
    yield* oldAddresses(source, remembered.slugs);
  }
  return {
    ok: true,
    written: await writeSite(out, place.previous, files()),
    postings: catalogue.postings.filter((posting) => isPublic(stateOf(posting))).length,
    problems: catalogue.problems,
    until: nextTransitionOf(catalogue.postings, now, closingSoonDays),
  };
}

/** What the build before remembers; nothing where there is none, or it cannot be read. */
async function rememberedIn(previous: string | null): Promise<Remembered> {
  if (previous === null) return nothingRemembered;
  try {
    return rememberedSchema.parse(JSON.parse(await readFile(join(previous, memoryFile), 'utf8')));
  } catch {
    return nothingRemembered;
  }
}
