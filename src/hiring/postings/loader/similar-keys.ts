import type { Lang, Localized } from '#platform/i18n';
import { editsBetween } from '../rules/edits.ts';

type Claims = {
  readonly halves: Localized<readonly { readonly text: { readonly file: string } }[]>;
};

/** Keys shorter than this are alike by chance. */
const shortest = 8;

/**
 * Finds the file that an author probably meant as the other half: one whose key is the same but for
 * case, spaces and signs, or for two letters at most, and which lacks its own other half.
 */
export function similarKeys(
  claims: ReadonlyMap<string, Claims>,
): (key: string, lang: Lang) => string | null {
  const alone = [...claims]
    .filter(([, { halves }]) => halves.en.length + halves.fr.length === 1)
    .map(([key, { halves }]) => ({ key, halves, bare: loose(key) }));
  const byLooseKey = Map.groupBy(alone, ({ bare }) => bare);
  return (key, lang) => {
    const bare = loose(key);
    const isOther = (one: (typeof alone)[number]): boolean =>
      one.key !== key && one.halves[lang].length > 0;
    const near =
      byLooseKey.get(bare)?.find(isOther) ??
      alone.find((one) => isOther(one) && isMisspelt(bare, one.bare));
    return near?.halves[lang][0]?.text.file ?? null;
  };
}

function loose(key: string): string {
  return key.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Numbers tell postings of the same work apart, so those are never taken for a slip. */
function isMisspelt(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < shortest || Math.abs(a.length - b.length) > 2) return false;
  return digits(a) === digits(b) && editsBetween(a, b) <= 2;
}

function digits(text: string): string {
  return text.replaceAll(/\P{N}+/gu, ' ');
}
