/** Ways in which French names women and men together. */
export const formNames = [
  'doublet',
  'dot',
  'parentheses',
  'slash',
  'hyphen',
  'period',
  'capital',
] as const;
export type FormName = (typeof formNames)[number];

const ending =
  '(?:e|ne|nes|es|euse|euses|se|ses|trice|trices|rice|rices|ère|ères|ière|ières|le|les|ve|ves|te|tes|fe|fes|que|x|esse|sse|he)';

/** Abbreviated forms: the sign without which there is none, and how to see it. */
const abbreviated: readonly (readonly [Exclude<FormName, 'doublet'>, RegExp, RegExp])[] = [
  ['dot', /[·•‧⋅]/, new RegExp(String.raw`\p{L}{2,}[·•‧⋅]${ending}(?:[·•‧⋅]?s)?(?!\p{L})`, 'gu')],
  ['parentheses', /[a-zé] ?\(-?[a-zè]+\)/, new RegExp(String.raw`\p{L}{3,} ?\((?:-?${ending}|s)\)(?:s|\(s\))?(?!\p{L})`, 'gu')],
  ['slash', /[a-zé]\/-?[a-zA-Zè]/, new RegExp(String.raw`(?<!\p{L})\p{L}{3,}(?:/-?${ending}|(?<=(?:eur|ier|ien|ant|ent|er|é)s?)/\p{L}{3,}(?:rice|euse|ère|ienne|ante|ente|ée)s?)(?!\p{L})`, 'gu')],
  ['hyphen', /[a-zé]-[ens tvrl]/, new RegExp(String.raw`(?<![\p{L}-])\p{L}{3,}-(?:e|ne|euse|trice|rice|ère|ière|ve|se)(?:-s|s)?(?![\p{L}-])`, 'gu')],
  ['period', /[a-zé]\.[a-zè]/, new RegExp(String.raw`(?<![\p{L}./@])\p{L}{3,}\.(?:e|ne|euse|trice|rice|ère|ve|se|le)(?:\.?s)?(?![\p{L}.@/])`, 'gu')],
  ['capital', /[a-zé]N?Es?(?![a-zA-Zé])/, /(?<!\p{L})\p{Ll}{3,}(?:E|NE)s?(?!\p{L})/gu],
]; // prettier-ignore

const joined = /[ \u00A0](?:et|ou|et\/ou)[ \u00A0]/g;
const nounsBefore = /(?<!\p{L})(\p{L}{4,})(?:\s(\p{L}{2,12}))?(?:\s(\p{L}{2,12}))?$/u;
const nounAfter = /^(?:(?:les|des|une?|la|le|de|du|aux?)\s){0,2}(?:l’|d’)?(\p{L}{4,})/u;

/** Whether two nouns are one in its two genders. */
export function sameInBothGenders(first: string, second: string): boolean {
  const a = first.toLowerCase();
  const b = second.toLowerCase();
  // The two begin alike; most neighbours of "et" do not.
  if (a === b || a.slice(0, 3) !== b.slice(0, 3)) return false;
  return feminineOf(a).has(b) || feminineOf(b).has(a);
}

/** The feminine forms that a masculine noun could have. */
function feminineOf(noun: string): ReadonlySet<string> {
  const plural = noun.endsWith('s') && !/(?:ss|is|us)$/.test(noun) ? 's' : '';
  const one = plural === '' ? noun : noun.slice(0, -1);
  const forms = [`${one}e`];
  const change = (from: string, ...to: string[]): void => {
    if (one.endsWith(from)) forms.push(...to.map((end) => one.slice(0, -from.length) + end));
  };
  change('eur', 'euse', 'eure', 'eresse');
  change('teur', 'trice', 'teuse');
  change('er', 'ère');
  change('ien', 'ienne');
  change('on', 'onne');
  change('el', 'elle');
  change('if', 'ive');
  change('f', 've', 'ffe', 'fe');
  change('eux', 'euse');
  change('e', 'esse');
  change('c', 'que');
  return new Set(forms.map((form) => form + plural));
}

export type Form = { readonly name: FormName; readonly start: number; readonly end: number };

/** The forms that a text uses. */
export function formsOf(text: string): Form[] {
  const found: Form[] = [];
  for (const [name, sign, find] of abbreviated) {
    if (!sign.test(text)) continue;
    for (const { 0: words, index } of text.matchAll(find)) {
      if (!notOneOfThem.test(words)) found.push({ name, start: index, end: index + words.length });
    }
  }
  return [...found, ...doubletsOf(text)];
}

/** Two nouns in a row that are the two genders of one: "candidats et candidates". */
function doubletsOf(text: string): Form[] {
  const found: Form[] = [];
  for (const { 0: link, index } of text.matchAll(joined)) {
    const from = Math.max(0, index - 45);
    const before = nounsBefore.exec(text.slice(from, index));
    const after = nounAfter.exec(text.slice(index + link.length, index + link.length + 40));
    if (!before || !after) continue;
    const noun = before
      .slice(1)
      .find((one) => one !== undefined && one.length >= 4 && sameInBothGenders(one, after[1]!));
    if (noun === undefined) continue;
    const start = from + before.index + before[0].indexOf(noun);
    found.push({ name: 'doublet', start, end: index + link.length + after[0].length });
  }
  return found;
}

/** Inversions ("a-t-elle", "rendez-le") and optional plurals are none. */
const notOneOfThem = /\((?:s)\)$|-(?:le|la|les|ce)$/u;
