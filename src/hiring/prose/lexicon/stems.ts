import type { Lang } from '#platform/i18n';

const suffixes: Record<Lang, readonly string[]> = {
  en: sorted(`ifications ification izations ization isation ational ations ation ators ator ically
    ability ibility ilities ements ement ments ment ness ities ity ively ives ive ibly ably ible able
    ances ance ences ence encies ency ancy ants ant ents ent ical ics ic ists ist ism ingly ings ing
    edly ed ers er ors or ally als al ious ous ships ship fully ful less izes ized izing ize ises ise
    ates ated ating ate itions ition ions ion ures ure ies ied ily ly ur es e y s`),
  fr: sorted(`ifications ification isations isation ationnelles ationnelle ationnels ationnel ations
    ation ateurs ateur atrices atrice ablement ements ement ments ment abilites abilite ibilites
    ibilite ites ite ivement ives ive ifs if ables able ibles ible ances ance ences ence antes ants
    ante ant entes ents ente ent iques ique istes iste isme euses euse eurs eur trices trice iennes
    ienne iens ien elles elle els el ales ale aux als al ieuses ieuse ieux eux ees ee es er ez era
    erez erons eront irez iront ira ir issant issent isse isee ises ise iser issez itions ition ions
    ion ons ures ure oirs oire oir is it ait aient ur re u e s i x`),
};

function sorted(list: string): string[] {
  return list.split(/\s+/).sort((a, b) => b.length - a.length);
}

const known: Record<Lang, ReadonlySet<string>> = {
  en: new Set(suffixes.en),
  fr: new Set(suffixes.fr),
};
const longest: Record<Lang, number> = {
  en: suffixes.en[0]!.length,
  fr: suffixes.fr[0]!.length,
};

/** Lower case without accents, as stems are made of. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (!/[^a-z]/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}

/** Endings that may leave three letters: "aident", "créons". */
const endingsOfVerbs: ReadonlySet<string> = new Set(['ent', 'ons', 'ant', 'era', 'ait', 'ing']);

/** Takes the sign of the plural off: "membres", "niveaux", "canaux". */
function singular(lang: Lang, folded: string): string {
  if (lang === 'fr' && /.eaux$/.test(folded)) return folded.slice(0, -1);
  if (lang === 'fr' && /..aux$/.test(folded)) return `${folded.slice(0, -2)}l`;
  if (lang === 'fr' && /..ons$/.test(folded)) return folded;
  return /[^siu]s$/.test(folded) && folded.length > 2 ? folded.slice(0, -1) : folded;
}

/**
 * What the forms of a family of words have in common: "developer" and "développeuses" lose enough
 * of their ends to be compared. `folded` is as `fold` leaves it.
 */
export function stemOf(lang: Lang, folded: string): string {
  let stem = singular(lang, folded);
  for (let round = 0; round < 3; round += 1) {
    const length = suffixOf(lang, stem);
    if (length === 0) break;
    stem = stem.slice(0, -length);
  }
  return stem;
}

/** Length of the longest ending that leaves enough of a word. */
function suffixOf(lang: Lang, stem: string): number {
  for (let length = Math.min(longest[lang], stem.length - 3); length > 0; length -= 1) {
    const end = stem.slice(-length);
    if (!known[lang].has(end)) continue;
    // Of "genre" as much is left as keeps it apart from « gens ».
    const least = (length > 2 && !endingsOfVerbs.has(end)) || end === 're' ? 4 : 3;
    if (stem.length - length >= least) return length;
  }
  return 0;
}

/** A stem with the habits of spelling of the two languages levelled: "recommand", "develop". */
export function cognateKey(stem: string): string {
  return stem
    .replaceAll('qu', 'c')
    .replaceAll('ph', 'f')
    .replaceAll('k', 'c')
    .replaceAll('y', 'i')
    .replaceAll(/(.)\1/g, '$1');
}

/** Whether two levelled stems are one word in two languages. Faux amis are not known here. */
export function areCognate(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (a === b) return shorter >= 2;
  if (shorter < 4 || a[0] !== b[0] || a[1] !== b[1]) return false;
  let prefix = 2;
  while (prefix < shorter && a[prefix] === b[prefix]) prefix += 1;
  if (prefix >= 4 && prefix >= shorter * 0.8) return Math.abs(a.length - b.length) <= 4;
  return shorter >= 5 && prefix >= 3 && isOneEditApart(a, b, prefix, shorter >= 8 ? 2 : 1);
}

/** Whether two words with the same beginning are at most some signs from each other. */
function isOneEditApart(a: string, b: string, prefix: number, edits: number): boolean {
  if (prefix === a.length || prefix === b.length) return Math.abs(a.length - b.length) <= edits;
  if (edits === 0) return false;
  const next = (i: number, j: number): boolean => {
    const [restA, restB] = [a.slice(prefix + i), b.slice(prefix + j)];
    let same = 0;
    while (same < restA.length && restA[same] === restB[same]) same += 1;
    return isOneEditApart(restA, restB, same, edits - 1);
  };
  return next(1, 1) || next(1, 0) || next(0, 1);
}
