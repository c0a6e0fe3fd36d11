import type { Lang, Localized } from '#platform/i18n';
import { wholeWords } from '../meaning/turns.ts';

/** What a verb of another verb makes of it: an obligation, advice, a possibility, a promise. */
export type Force = 'must' | 'advised' | 'may' | 'can' | 'will';

/** In this order: what matched first is not read again as something shorter. */
export const modals: Readonly<Record<Lang, readonly (readonly [Force, RegExp])[]>> = {
  en: [
    ['can', wholeWords("(?:(?:will|would|may|might|['’]ll|['’]d) )?be able to|(?:am|are|is) able to|(?:are|is|be) (?:allowed|permitted|free|welcome) to")],
    ['must', wholeWords("must|shall|(?:(?:will|would|may|might|['’]ll|['’]d) )?(?:have|has|need|needs) to|(?:required|obliged|obligated) to|(?:essential|mandatory|necessary|imperative) (?:to|that)")],
    ['advised', wholeWords("should(?! (?:you|we|they|he|she|it|any|there|this) )|ought to|(?:encouraged?|advised?|invited?) (?:you |applicants |candidates )?to|(?:recommend(?:ed|s)?|advisable|preferable) (?:to|that)|(?:recommend|suggest) (?=\\p{L}+ing)")],
    ['may', wholeWords('may|might', 'gu')],
    ['can', wholeWords('can|could')],
    ['will', wholeWords("will(?! be able)|(?<=\\p{L})['’]ll")],
  ],
  fr: [
    ['advised', wholeWords("devrai(?:t|ent)|devriez|devrions|(?:recommand|conseill|encourag|invit|suggér)\\p{L}+ (?:vivement |fortement |toutefois )?(?:les \\p{L}+ )?(?:à|de|d['’]|que)|(?:recommandé|conseillé|suggéré|préférable|souhaitable) (?:de|d['’]|que)")],
    ['must', wholeWords("doit|doivent|devez|devra|devront|devrez|devons|devrons|(?:faut|faudra)|(?:tenue?·?e?s?|obligée?·?e?s?) (?:de|d['’])|(?:essentiel|obligatoire|nécessaire|impératif|indispensable) (?:de|d['’]|que)|ont à|avez à|aurez à|auront à")],
    ['may', wholeWords('pourrai(?:t|ent)|pourrions|peut|peuvent|pourra|pourront')],
    ['can', wholeWords("pouvez|pourrez|pourriez|pouvons|pourrons|(?:en mesure|capables?|libres?) (?:de|d['’])|(?:permis|possible|loisible) (?:de|d['’])|saur(?:ez|a|ont)")],
  ],
}; // prettier-ignore

/** A part of every modal, and of every French future: without one in both languages nothing is read. */
export const modalSign: Localized<RegExp> = {
  en: /\b(?:may|might|must|shall|should|ought|needs?|ha(?:ve|s) to|will|can|could|able to|allowed|permitted|free to|welcome to|required to|oblig|essential|mandatory|necessary|imperative|encourage|advis|invite|recommend|suggest|preferable)|['’]ll/i,
  fr: /doi[tv]|\bdev[eor]|faut|faudra|peu[tv]|pouv|pourr|tenue?s? d|oblig|recommand|conseil|encourag|invit|suggér|essentiel|nécessaire|en mesure|capable|libre|permis|possible|impératif|indispensable|préférable|souhaitable|saur|(?:avez|aurez|ont) à|(?:er|ir|dr|vr|ur|rr)(?:a|on[ts])\b/i,
};

/** Other words that say what a modal says: where one stands, the modal may be answered by it. */
export const otherwise: Readonly<Record<Lang, Readonly<Record<Force, RegExp | null>>>> = {
  en: {
    must: /requir|mandator|essential|obligat|necess|need|impera|compulsory|have to|has to|must|shall|duty|expected|condition/iu,
    advised: /should|recommend|suggest|advis|encourag|invit|prefer|desir|ideal|ought|welcome|expected|better|would/iu,
    may: /may|might|could|can(?!did)|possib|potential|likely|occasional|sometimes|eligible|option|subject to|perhaps|would|allow|permit|free to|chance|opportunit|able to|eventual|as needed|(?<!\p{L})(?:if|where)(?!\p{L})/iu,
    can: /may|might|could|can(?!did)|possib|abilit|able|capab|allow|permit|free to|option|opportunit|choice|choose|eligible|let |enable/iu,
    will: null,
  },
  fr: {
    must: /exig|requi|obligat|essenti|nécess|besoin|faut|faudra|impérat|indispens|(?<!\p{L})tenu|oblig|doi[tv]|devez|devr(?:a(?!i)|e|o)|condition|préalable/iu,
    advised: /devrai|devri|recommand|suggér|conseil|encourag|invit|préfér|souhait|idéal|convien|mieux|bienvenu|prière|veuillez|serait/iu,
    may: /peu[tv]|pourr|possib|potentiel|éventuel|susceptible|parfois|occasion|facultatif|admissible|au besoin|cas échéant|sous réserve|permis|permet|autoris|libre|loisible|si |droit|risque|probable|appelée?|amenée?|s['’]il y a lieu|selon|aptes?/iu,
    can: /peu[tv]|pouv|pourr|possib|capa|mesure|permis|permet|autoris|libre|loisible|admissible|droit|occasion|aptes?|sav(?:oi|e)|saur|chance/iu,
    will: null,
  },
}; // prettier-ignore

/** What is denied is another question: "must not" forbids, "n'est pas tenu" frees. */
export const denial: Localized<RegExp> = {
  en: /(?<!\p{L})(?:not|no|never|nor|neither|without|cannot|unless|unable|(?:can|may|must|will) only|\p{L}+n['’]t)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:pas|jamais|aucune?|ne|ni|sans|rien|interdit\p{L}*|non|nul|n['’]\p{L}+ que)(?!\p{L})/iu,
};
