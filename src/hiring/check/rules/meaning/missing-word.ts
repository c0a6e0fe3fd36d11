import { type CoveredWord, translate } from '#hiring/prose';
import { type Lang, otherLang } from '#platform/i18n';
import type { Comparison } from './compare.ts';
import { type Omission, contentOf, isKnown } from './omission.ts';
import { isQualifier } from './qualifiers.ts';

const separator = /[,;]|(?<!\p{L})(?:and|or|et|ou|ni|&)(?!\p{L})/gu;

/** More words left over on either side make a part too freely translated to judge. */
const mostUnmatched = 4;

/**
 * Words without counterpart in a part that is otherwise translated. A free translation leaves words
 * over on both sides, and near each other; what is left out leaves one side only. So beside the
 * translations of a word's neighbours no word may be left over that could be its own.
 */
export function missingWords(comparison: Comparison, lang: Lang): Omission | null {
  const content = contentOf(comparison.ownWords[lang]);
  const missing = content.filter(({ isCovered }) => !isCovered);
  if (missing.length === 0 || missing.length > mostUnmatched) return null;
  if (content.length < 3 || missing.length > content.length * 0.4) return null;
  const others = contentOf(comparison.ownWords[otherLang(lang)]);
  const unmatched = others.filter(({ isCovered }) => !isCovered).length;
  if (unmatched > mostUnmatched || others.length < (content.length - missing.length) * 0.6) {
    return null;
  }
  const isShorter =
    countSeparators(comparison, lang) > countSeparators(comparison, otherLang(lang));
  const sure = missing.filter((word) => {
    const isMember = isEnumerated(comparison, lang, word);
    // A name is written alike in both languages, whatever is translated freely around it.
    if (isMember && isShorter && isName(comparison, lang, word)) return true;
    if (!isKnown(word) || !(isMember || isQualifier(lang, word.form.folded))) return false;
    if (unmatched === 0) return true;
    if (isMember && !isShorter && !isQualifier(lang, word.form.folded)) return false;
    return !hasLeftoverNear(content, content.indexOf(word), others);
  });
  if (sure.length === 0) return null;
  return { kind: 'word', lang, start: sure[0]!.start, end: sure.at(-1)!.end, words: sure };
}

/** How many words from a neighbour's translation a word's own translation may stand. */
const near = 3;

function hasLeftoverNear(
  content: readonly CoveredWord[],
  index: number,
  others: readonly CoveredWord[],
): boolean {
  let neighbours = 0;
  for (const neighbour of [content[index - 1], content[index + 1]]) {
    if (!neighbour?.isCovered) continue;
    for (const [at, other] of others.entries()) {
      if (!translate(neighbour.form, other.form)) continue;
      neighbours += 1;
      const around = others.slice(Math.max(0, at - near), at + near + 1);
      if (around.some(({ isCovered }) => !isCovered)) return true;
    }
  }
  return neighbours === 0;
}

function countSeparators({ blocks, parts }: Comparison, lang: Lang): number {
  const { start, end } = parts[lang];
  return blocks[lang].text.slice(start, end).match(separator)?.length ?? 0;
}

const openingSign =
  /(?:[,;(]|(?<!\p{L})(?:and|or|et|ou|&))\s*(?:(?:de|des|du|la|le|les|à|au|aux|the|an?|in|en|to)\s+)*(?:[ld][’'])?$/iu;
const closingSign = /^\s*(?:[,;.)]|$|(?:and|or|et|ou|&)(?!\p{L}))/iu;

/** Whether a word stands alone between commas, or a comma and "and": a member of an enumeration. */
function isEnumerated({ blocks }: Comparison, lang: Lang, { start, end }: CoveredWord): boolean {
  const { text } = blocks[lang];
  const isOpened = openingSign.test(text.slice(Math.max(0, start - 16), start));
  return isOpened && closingSign.test(text.slice(end, end + 8));
}

/** A word with a capital that no lexicon knows. */
function isName({ blocks }: Comparison, lang: Lang, { start, end, form }: CoveredWord): boolean {
  const written = blocks[lang].text.slice(start, end);
  return form.concepts.length === 0 && /^\p{Lu}/u.test(written) && written.length > 3;
}
