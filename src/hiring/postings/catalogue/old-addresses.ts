import { type Lang, langs } from '#platform/i18n';
import type { MovedPage } from '../loader/site-places.ts';
import { isAddressOrUrl, plainPath } from '../loader/site-places.ts';
import type { Posting } from '../model.ts';

/** Where a page of an earlier site is now: a posting in a language, or an address. */
export type OldAddress =
  | { readonly kind: 'posting'; readonly posting: Posting; readonly lang: Lang }
  | { readonly kind: 'address'; readonly address: string };

/**
 * Finds pages of an earlier site by their path. Where both languages had a page at the same path,
 * each on its own domain, `lang` says which is meant; the other language is the second guess. A
 * path may have its language put before it, `/fr/careers/`: so an old domain that passes its
 * visitors on tells which it was.
 */
export type FindOldAddress = (path: string, lang: Lang) => OldAddress | null;

/** Looks old addresses up among the postings that there are. */
export function createOldAddresses(
  moved: readonly MovedPage[],
  byKey: ReadonlyMap<string, Posting>,
): FindOldAddress {
  const pages = new Map(moved.map((page) => [`${page.lang}${page.from}`, page]));
  return (path, lang) => {
    const plain = plainPath(path);
    const prefix = langs.find((one) => plain.startsWith(`/${one}/`));
    const asked = [lang, ...langs].map((one) => ({ one, at: plain }));
    if (prefix) asked.push({ one: prefix, at: plain.slice(3) });
    for (const { one, at } of asked) {
      const page = pages.get(one + at);
      if (!page) continue;
      if (isAddressOrUrl(page.to)) return { kind: 'address', address: page.to };
      const posting = byKey.get(page.to.normalize('NFC'));
      if (posting) return { kind: 'posting', posting, lang: one };
    }
    return null;
  };
}
