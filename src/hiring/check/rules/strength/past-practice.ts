import type { Lang } from '#platform/i18n';

/** Whether what was done before is asked for, or what one can do. */
export type Asked = 'practice' | 'ability' | 'both' | null;

/** Said of the person, not of the experience that users have. */
const ownExperience: Readonly<Record<Lang, RegExp>> = {
  en: /(?:(?<!\p{L})(?:have|has|having|with|bring|['’]ve) (?:[\p{L}-]+ ){0,2}|^\s*(?:[\p{L}-]+ (?:and )?){0,3}|(?<=years of (?:[\p{L}-]+ )?)|(?<=knowledge (?:of )?and ))experience(?=d? (?:in|with|of|as|using|at|on|work\p{L}+|lead\p{L}+|\p{L}+ing)(?!\p{L}))/iu,
  fr: /(?:(?<!\p{L})(?:avez|avoir|ayez|ayant|possédez|posséder|avec) (?:\p{L}+ ){0,2}(?:de l['’]|d['’]|une )?|^\s*(?:une |l['’])?(?:\p{L}+ et )?|(?<=(?:ans|années) d['’]))expérience(?= (?:\p{L}+ )?(?:de|du|des|d['’]|en|dans|avec|comme|à)(?!\p{L}))/iu,
};

/** "No prior experience is needed" asks for none; "experience working without supervision" does. */
const denied: Readonly<Record<Lang, RegExp>> = {
  en: /(?<!\p{L})(?:(?:no|without|never|not)(?: \p{L}+){0,3} experience|experience(?: \p{L}+){0,6} (?:not|n['’]t) )/iu,
  fr: /(?<!\p{L})(?:aucune|sans|pas|nulle?|ni)(?: [\p{L}'’]+){0,3} (?:d['’]|l['’])?expérience|expérience(?: [\p{L}'’]+){0,6} n(?:['’]|e )/iu,
};

export function namesOwnExperience(text: string, lang: Lang): boolean {
  return /exp[ée]rience/i.test(text) && !denied[lang].test(text) && ownExperience[lang].test(text);
}

const practice: Readonly<Record<Lang, RegExp>> = {
  en: /(?:(?<!\p{L})|(?=['’]ve))(?:experienced?|track record|proven|previously|years of|background in|history of|(?:have|has|having|(?<=\p{L})['’]ve) (?:also |already |successfully |previously )?(?:\p{L}{2,}ed|led|built|written|been|run|held|taught|done|made|given|driven|grown|seen|overseen|brought))(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:expérience|expérimentée?s?|fait (?:ses|leurs|vos) preuves|éprouvée?s?|années? d|antécédents|par le passé|auparavant|(?:avez|ayez|avoir|ayant) (?:déjà |aussi |également )?(?:\p{L}{2,}(?:é|és|ée|ées|i|is|u|us)|fait|conduit|construit|écrit|produit|ouvert|offert|appris|mis|pris))(?!\p{L})/iu,
};
const ability: Readonly<Record<Lang, RegExp>> = {
  en: /(?<!\p{L})(?:abilit(?:y|ies)|able to|capable|capacity to|can(?!\p{L})(?!['’]t)|aptitude|know how|knowledge|skills?|comfortable|interest(?:ed)?|understand(?:ing|s)?|familiar(?:ity)?|proficien\p{L}*)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:capacités?|capables?|en mesure d|aptitudes?|aptes?|pouve[zr]|pouvoir|save[zr]|savoir|sait|connaître|connaissances?|connaissez|connaît|compétences?|habiletés?|à l['’]aise|intérêts?|intéressée?·?e?s?|compréhension|comprendre|comprenez|maîtris\p{L}*)(?!\p{L})/iu,
};
/** "You have run workshops": of the person, and of nothing that befell them. */
const wasDone: Readonly<Record<Lang, RegExp>> = {
  en: /^\s*(?:you|candidates?|applicants?|they)(?: have|['’]ve) (?:also |already |successfully |previously )?(?!(?:been|had|got|made|decided|read|received|chosen|seen|heard|submitted|applied)\b)(?:\p{L}{2,}ed|led|built|written|run|held|taught|driven|grown|overseen)(?!\p{L})/iu,
  fr: /^\s*(?:vous|qui|elles|ils) (?:avez|ont) (?:déjà |aussi |également )?(?!(?:été|eu|fait|décidé|lu|reçu|choisi|vu|soumis|présenté|postulé)(?!\p{L}))(?:\p{L}{2,}(?:é|i|u)|conduit|construit|écrit|produit|appris|mis)(?!\p{L})/iu,
};
const oneCan: Readonly<Record<Lang, RegExp>> = {
  en: /^\s*(?:you|candidates?|applicants?|they) (?:can|are (?:able to|capable of)|know how to|have the ability to)(?!\p{L})/iu,
  fr: /^\s*(?:vous|elles|ils) (?:pouvez|peuvent|savez|savent|êtes (?:en mesure d|capables? d|aptes? à)|avez (?:la capacité|l['’]aptitude))/iu,
};

export const saysWhatWasDone = (text: string, lang: Lang): boolean => wasDone[lang].test(text);
export const saysWhatOneCan = (text: string, lang: Lang): boolean => oneCan[lang].test(text);

/** A list item that goes on from "to have": "Practiced teaching", "Led a team". */
const participle: Readonly<Record<Lang, RegExp>> = {
  en: /^\s*(?:\p{L}+ly )?(?:\p{L}{3,}ed|led|built|written|been|run|held|taught|done|made|driven|grown|overseen)\s/iu,
  fr: /^\s*(?:\p{L}{2,}(?:é|i|u)|fait|conduit|construit|écrit|produit|appris|mis|pris)\s/iu,
};
const havingDone: Readonly<Record<Lang, RegExp>> = {
  en: /(?<!\p{L})(?:to )?have[\s,:]*$/iu,
  fr: /(?<!\p{L})(?:avoir|avez|ayez|ayant)[\s,:]*$/iu,
};
const beingAble: Readonly<Record<Lang, RegExp>> = {
  en: /(?:able to|ability to|capable of|can)[\s,:]*$/iu,
  fr: /(?:en mesure(?: d[e’'])?|capables?(?: d[e’'])?|capacité(?: d[e’'])?|aptes? à|pouvoir|savoir)[\s,:]*$/iu,
};

/** What one sentence or item asks for, in its own words. */
export function askedIn(text: string, lang: Lang): Asked {
  const [done, can] = [practice[lang].test(text), ability[lang].test(text)];
  if (done && can) return 'both';
  return done ? 'practice' : can ? 'ability' : null;
}

/** What a list asks for: its introduction with the form that most of its items have. */
export function askedByList(introduction: string, items: readonly string[], lang: Lang): Asked {
  const most = (form: RegExp): boolean =>
    items.length > 0 && items.filter((item) => form.test(item)).length * 2 > items.length;
  if (beingAble[lang].test(introduction)) return 'ability';
  if (havingDone[lang].test(introduction) && most(participle[lang])) return 'practice';
  return null;
}
