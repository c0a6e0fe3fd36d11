import type { Lang, Localized } from '#platform/i18n';

const maxLength = 80;

/** What a sign becomes in the words of each language, before everything else turns to hyphens. */
const signs: Localized<[RegExp, string][]> = {
  en: [
    [/&/g, ' and '],
    [/(?<=\p{L})['’ʼ](?=\p{L})/gu, ''],
  ],
  fr: [[/&/g, ' et ']],
};

const fallback: Localized = { en: 'posting', fr: 'offre' };

const letters: Record<string, string> = {
  œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i',
}; // prettier-ignore

/**
 * An address made of a title: lower-case ASCII words joined by hyphens, at most 80 characters, cut
 * at a word. A title without a Latin letter or digit gives a general word.
 */
export function slugify(title: string, lang: Lang): string {
  let text = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  for (const [sign, word] of signs[lang]) text = text.replaceAll(sign, word);
  text = text.replaceAll(/[œæßøđðþłı]/g, (letter) => letters[letter] ?? '');
  const slug = text.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
  return cut(slug) || fallback[lang];
}

function cut(slug: string): string {
  if (slug.length <= maxLength) return slug;
  const head = slug.slice(0, maxLength + 1);
  const lastHyphen = head.lastIndexOf('-');
  return lastHyphen > 0 ? head.slice(0, lastHyphen) : slug.slice(0, maxLength);
}

/** What an author's own `slug:` looks like, and its longest. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const maxOwnSlug = 100;

/** Whether an author's own `slug:` can be an address. */
export function isSlug(text: string): boolean {
  return text.length <= maxOwnSlug && slugPattern.test(text);
}

/** The wanted slug, or the first of `wanted-2`, `wanted-3`… that is free. */
export function freeSlug(wanted: string, taken: (slug: string) => boolean): string {
  if (!taken(wanted)) return wanted;
  for (let n = 2; ; n += 1) {
    const candidate = `${wanted}-${n}`;
    if (!taken(candidate)) return candidate;
  }
}
