import { createHash } from 'node:crypto';
import { type Lang, langs } from '#platform/i18n';
import type { Posting } from '../model.ts';

/** A posting in the languages that share an id of the APIs: one of them, or both. */
export type ApiPosting = { readonly posting: Posting; readonly langs: readonly Lang[] };

/**
 * The id of one language of a posting in the APIs, a UUID: its `leverId`; where the file gives
 * none, one made of the translation key, so that it outlives the database.
 */
export function apiId({ text, translationKey }: Posting, lang: Lang): string {
  const { leverId } = text[lang];
  if (leverId !== null) return leverId;
  const hex = createHash('sha256')
    .update(`tandem posting id\n${lang}\n${translationKey}`)
    .digest('hex');
  // RFC 9562: version 8 (made by the application), variant 10.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const indexes = new WeakMap<readonly Posting[], ReadonlyMap<string, ApiPosting>>();

/** The posting of an id of the APIs, whatever its state; null where there is none. */
export function postingOfApiId(postings: readonly Posting[], id: string): ApiPosting | null {
  let index = indexes.get(postings);
  if (!index) {
    index = indexOf(postings);
    indexes.set(postings, index);
  }
  return index.get(id.toLowerCase()) ?? null;
}

function indexOf(postings: readonly Posting[]): ReadonlyMap<string, ApiPosting> {
  const index = new Map<string, ApiPosting>();
  for (const posting of postings) {
    for (const lang of langs) {
      const id = apiId(posting, lang);
      const earlier = index.get(id);
      index.set(id, { posting, langs: earlier ? [...earlier.langs, lang] : [lang] });
    }
  }
  return index;
}
