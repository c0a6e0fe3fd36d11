import type { Lang } from '#platform/i18n';

/** How strongly something is asked for, from what must be to what may be. */
export type Strength = 'required' | 'preferred' | 'asset' | 'optional';
export type Demand = {
  readonly strength: Strength;
  readonly start: number;
  readonly end: number;
  /** Also said of other things: it may answer a demand, and makes none alone. */
  readonly weak: boolean;
  /** A wish of either kind: "nice to have" is "souhaitable" as well as "un atout". */
  readonly loose: boolean;
};

const word = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'giu');

/*
 * Words that say how strongly something is asked. Those in `modal` are verbs, which keep their
 * strength under a negation ("must not"); the others lose it ("not required").
 */
const said: Readonly<Record<Lang, Readonly<Record<Strength | 'modal' | 'mayModal', RegExp>>>> = {
  en: {
    required: word('(?<!(?:if|when|where|as)\\s)(?:required|necessary)|requires?|requisites?|mandatory|essential|compulsory|obligatory|indispensable|imperative(?= (?:that|to))|prerequisites?|a requirement|requirements?(?= (?:for|of|is|are)|\\s*:?$)|a must|must[- ]haves?'),
    modal: word("must|shall|(?:you|candidates?|applicants?|person|they|position|role|incumbent)(?: will|['’]ll)? (?:need|needs|have|has) to|(?:you|candidates?|applicants?)(?: will|['’]ll) need|have to|has to|(?<!(?:the|a|no|any|of|and) )needs? to"),
    preferred: word("preferred|preferably|preference|preferable|desirable|(?<=(?:is|are|be|highly|strongly) )desired|ideally|if possible|nice[- ]to[- ]haves?|would be (?:nice|great)"),
    asset: word('(?:an?|strong|definite|big|as|be|considered) assets?(?! (?:management|library))|assets?(?= qualif| criteri|:|$)|an? (?:strong |big |definite )?(?:plus|bonus|advantage)(?! (?:of|for))'),
    optional: word('optional(?:ly)?|voluntary|if you (?:wish|want|like)'),
    mayModal: word('may(?: also)?|might|could'),
  },
  fr: {
    required: word('exigée?s?|exigen?t?|(?<!(?:si|lorsque|quand|comme|tel que)\\s)(?:requise?s?|nécessaires?)|requiert|requièrent|obligatoire(?:s|ment)?|essentiel(?:le)?s?|nécessite(?:nt|ra)?|indispensables?|préalables?|une exigence|exigences?(?= (?:de|du|pour|est|sont)|\\s*:?$)|incontournables?|de rigueur|impératif(?= (?:que|de|d))'),
    modal: word("doit|doivent|devez|devra|devront|devrez|devons|il faut|il faudra|il vous (?:faut|faudra)|vous (?:avez|aurez) besoin|êtes tenue?·?e?s? de|sont tenue?·?e?s? de|est tenue?·?e? de"),
    preferred: word("préférée?s?|préférables?(?! à)|de préférence|préférence|privilégiée?s?|souhaitables?|souhaitée?s?|(?<!convient )idéalement|(?:l['’]|serait )idéal|si possible|préférablement|serait (?:bien|appréciée?)"),
    asset: word("(?:un|comme|d['’]|des) atouts?|(?:constitu\\p{L}+|serai(?:en)?t|sont|est) (?:un |des )?(?:réel |véritable |grand |sérieux )?(?:atouts?|avantages?)|atouts?(?=\\s?:|$)|un plus(?! (?:grand|petit|haut|large|vaste))|un bonus"),
    optional: word("facultati(?:f|ve|fs|ves)(?:ment)?|optionnel(?:le)?s?|volontaires?|si vous (?:le )?(?:voulez|souhaitez|désirez)"),
    mayModal: word("peut|peuvent|pouvez|pourrait|pourraient|pourriez|pourra|pourront|éventuel(?:le)?s?|éventuellement"),
  },
}; // prettier-ignore

const strengths: Readonly<Record<keyof (typeof said)['en'], Strength>> = {
  required: 'required',
  modal: 'required',
  preferred: 'preferred',
  asset: 'asset',
  optional: 'optional',
  mayModal: 'optional',
};

const negation: Readonly<Record<Lang, RegExp>> = {
  en: /(?:\bnot|n['’]t|\bno longer|\bnever|\bwithout|\bno\b[^,;.]{0,40}?)(?: \p{L}+ly)?(?: (?:be|been|an?|strictly|always|a prior))* ?$/iu,
  fr: /(?:(?:\bn['’]|\bne )[^,;.]{0,20}(?:pas|plus|jamais|aucunement)|\bpas|\bnon|\bsans|\bni(?: \p{L}+)?|\baucune?\b[^,;.]{0,40}?|\bsans être)(?: (?:\p{L}+ment|une?|toujours|être|d['’]))* ?$/iu,
};
/** A verb of need that a negation makes free: "you do not need to", "vous n'avez pas à". */
const freed: Readonly<Record<Lang, RegExp>> = {
  en: word(
    "(?:do|does|did|will|would)(?: not|n['’]t) (?:(?:need|have) to|require)|need(?: not|n['’]t)|no need to",
  ),
  fr: word(
    "(?:n['’]avez|n['’]a|n['’]ont|n['’]aurez) pas (?:à|besoin d)|(?:n['’]est|ne sont|n['’]êtes) pas (?:tenue?·?e?s?|obligée?·?e?s?)|inutile de|pas besoin de",
  ),
};

/** Counts as a preference and as an asset. */
const eitherWish =
  /^(?:nice[- ]to[- ]haves?|would be nice|would be great|serait bien|serait apprécié)/iu;

/** A part of every word of a kind: most sentences have none, and are not read any further. */
const signs: Readonly<Record<Lang, Readonly<Record<keyof (typeof said)['en'] | 'freed' | 'hint', RegExp>>>> = {
  en: {
    required: /requi|necessary|mandatory|essential|compulsory|obligatory|indispensable|imperative|must/i,
    modal: /must|shall|need|ha(?:ve|s) to/i,
    preferred: /prefer|desir|ideally|if possible|nice|would be/i,
    asset: /asset|plus|bonus|advantage/i,
    optional: /optional|voluntary|if you/i,
    mayModal: /may|might|could/i,
    freed: /not|n['’]t|no need/i,
    hint: /ideal|desired|priority|prefer|advantage|benefit|asset/i,
  },
  fr: {
    required: /exig|requi|nécessair|nécessite|obligatoire|essentiel|indispensable|préalable|incontournable|rigueur|impératif/i,
    modal: /doi[tv]|dev|faut|faudra|besoin|tenu/i,
    preferred: /préfér|privilégi|souhait|idéal|si possible|serait/i,
    asset: /atout|avantage|plus|bonus/i,
    optional: /facultati|optionnel|volontaire|si vous/i,
    mayModal: /peu[tv]|pouvez|pourr|éventuel/i,
    freed: /pas|inutile/i,
    hint: /idéal|désiré|priorit|priorisé|avantage|atout/i,
  },
}; // prettier-ignore

/** "The ideal candidate": a wish in one language, and in the other perhaps the person sought. */
const hints: Readonly<Record<Lang, RegExp>> = {
  en: word('ideal(?: \\p{L}+)?|desired|priority(?: will)?|prefer|advantage|benefits?|assets?'),
  fr: word('idéale?·?e?s?|désirée?s?|priorité|priorisée?s?|avantages?|(?<!\\p{L})atouts?'),
};

/** Every demand that a text makes, in order. */
export function demandsIn(text: string, lang: Lang): Demand[] {
  const found: Demand[] = [];
  const add = (strength: Strength, start: number, end: number, weak = false): void => {
    const taken = found.some((one) => one.start < end && start < one.end);
    if (taken) return;
    const loose = eitherWish.test(text.slice(start, end));
    found.push({ strength, start, end, weak, loose });
  };
  const sign = signs[lang];
  const freely = sign.freed.test(text) ? text.matchAll(freed[lang]) : [];
  for (const { 0: match, index } of freely) {
    add('optional', index, index + match.length);
  }
  for (const kind of Object.keys(strengths) as (keyof typeof strengths)[]) {
    if (!sign[kind].test(text)) continue;
    for (const { 0: match, index } of text.matchAll(said[lang][kind])) {
      const before = text.slice(Math.max(0, index - 60), index);
      const denied = kind === 'required' && negation[lang].test(before);
      add(denied ? 'optional' : strengths[kind], index, index + match.length);
    }
  }
  if (!sign.hint.test(text)) return found.sort((a, b) => a.start - b.start);
  for (const { 0: match, index } of text.matchAll(hints[lang])) {
    add('preferred', index, index + match.length, true);
  }
  return found.sort((a, b) => a.start - b.start);
}
