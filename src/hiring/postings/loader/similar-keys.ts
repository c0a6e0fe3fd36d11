import type { Lang, Localized } from '#platform/i18n';

type Claims = {
  readonly halves: Localized<readonly { readonly text: { readonly file: string } }[]>;
};

/**
 * Finds the file that an author probably meant as the other half: one whose key is the same but for
 * case, spaces and signs, and which lacks its own other half.
 */
export function similarKeys(
  claims: ReadonlyMap<string, Claims>,
): (key: string, lang: Lang) => string | null {
  const byLooseKey = Map.groupBy(claims, ([key]) => loose(key));
  return (key, lang) => {
    const alike = byLooseKey.get(loose(key)) ?? [];
    const near = alike.find(
      ([other, { halves }]) =>
        other !== key && halves[lang].length > 0 && halves.en.length + halves.fr.length === 1,
    );
    return near?.[1].halves[lang][0]?.text.file ?? null;
  };
}

function loose(key: string): string {
  return key.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
