import { z } from 'zod';
import { type Lang, type Localized, langs } from '#platform/i18n';
import type { Place, YamlFile } from './yaml.ts';

/** Folders of each language that hold its postings, without the language; none: all of them. */
export type PostingFolders = Localized<readonly string[]>;

/**
 * A page of an earlier site. `to` is the translation key of the posting that it is now, or an
 * address: "/…" here, "https://…" anywhere.
 */
export type MovedPage = {
  readonly lang: Lang;
  readonly from: string;
  readonly to: string;
  readonly place: () => Place;
};

const folder = z
  .string()
  .trim()
  .transform((path) => path.normalize('NFC').replaceAll(/^\/+|\/+$/g, ''))
  .refine((path) => path.split('/').every((part) => part !== '' && !part.startsWith('.')));
const folders = z.union([folder.transform((one) => [one]), z.array(folder).min(1).max(50)]);

/** `postings` of `site.yml`: a folder or several, for both languages or each its own. */
export const postingFoldersSchema = z.union([
  folders.transform((both): PostingFolders => ({ en: both, fr: both })),
  z.object({ en: folders, fr: folders }),
]);

export const everywhere: PostingFolders = { en: [], fr: [] };

/** The folders of a language as they stand in the content folder. */
export function branchesOf(lang: Lang, { [lang]: own }: PostingFolders): readonly string[] {
  return own.length === 0 ? [lang] : own.map((path) => `${lang}/${path}`);
}

/** `moved` of `site.yml`. Entries that cannot be used are told to `complain`, and left out. */
export function readMoved(
  yaml: YamlFile,
  complain: (path: readonly string[]) => void,
): readonly MovedPage[] {
  const moved = (yaml.value as { moved?: unknown } | null)?.moved ?? null;
  if (moved === null) return [];
  if (!isRecord(moved) || Object.keys(moved).some((key) => !langs.some((lang) => lang === key))) {
    complain(['moved']);
    return [];
  }
  return langs.flatMap((lang) => {
    const pages = moved[lang] ?? null;
    if (pages === null) return [];
    if (!isRecord(pages)) {
      complain(['moved', lang]);
      return [];
    }
    return Object.entries(pages).flatMap(([from, to]): MovedPage[] => {
      const path = ['moved', lang, from];
      if (isAddress(from) && typeof to === 'string' && isTarget(to)) {
        return [{ lang, from: plainPath(from), to: asSent(to), place: () => yaml.placeOf(path) }];
      }
      complain(path);
      return [];
    });
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAddress(text: string): boolean {
  return /^\/(?!\/)[^\s\\]*$/.test(text);
}

function isTarget(to: string): boolean {
  const isUrl = to.startsWith('https://') && URL.canParse(to) && !/\s/.test(to);
  return isAddress(to) || isUrl || (to !== '' && !to.startsWith('/') && !to.includes('://'));
}

/** An address as it goes into a header; a translation key as it is. */
function asSent(to: string): string {
  if (!isAddressOrUrl(to)) return to;
  const url = new URL(to, 'https://here.invalid');
  return to.startsWith('/') ? url.pathname + url.search + url.hash : url.href;
}

/** Whether a target of `moved` is an address, and not a translation key. */
export function isAddressOrUrl(to: string): boolean {
  return to.startsWith('/') || to.startsWith('https://');
}

/** A path as people read it: decoded and composed; one that is not encoded as it should be, as it is. */
export function decodedPath(path: string): string {
  try {
    return decodeURI(path).normalize('NFC');
  } catch {
    return path.normalize('NFC');
  }
}

/**
 * One form of the addresses of a page: decoded, composed, without the slash or the `index.html` at
 * its end.
 */
export function plainPath(path: string): string {
  return decodedPath(path.replace(/[?#].*$/, '')).replace(/\/(index\.html)?$/, '') || '/';
}
