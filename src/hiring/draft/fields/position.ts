import { type TextFact, factsIn, isAbout } from '#hiring/prose';
import type { Lang } from '#platform/i18n';
import { agree, claimsIn, inBoth } from '../claims.ts';
import type { Proposal } from '../model.ts';
import type { PairReading, Reading, Sentence } from '../reading.ts';

type Words = Readonly<Record<Lang, RegExp>>;

/** Codes of other positions, or of former times. */
const notOwnCode: Words = {
  en: /(?:previously|formerly|report\w* to|equivalent)[^.;]{0,40}$/iu,
  fr: /(?:anciennement|auparavant|rel[eè]v\p{L}+ d|équivalent)[^.;]{0,40}$/iu,
};

export function classification(pair: PairReading): Proposal[] {
  const codes = ({ text, lang }: Sentence): string[] =>
    factsIn(text, lang)
      .filter((fact) => fact.kind === 'classification' && /^[A-Z]+-\d+$/.test(fact.value))
      .filter(({ start }) => !notOwnCode[lang].test(text.slice(0, start)))
      .map(({ value }) => value.replace(/^TI-/, 'IT-'));
  const claims = { en: claimsIn(pair.en, first), fr: claimsIn(pair.fr, first) };
  function first(
    sentence: Sentence,
  ): { value: { group: string; level: number }; unsure: boolean } | null {
    const [code, ...others] = [...new Set(codes(sentence))];
    if (!code) return null;
    const [group = '', level = ''] = code.split('-');
    return { value: { group, level: Number(level) }, unsure: others.length > 0 };
  }
  const all = [...pair.en.sentences, ...pair.fr.sentences].flatMap(codes);
  return agree(['classification'], claims).map((proposal) => {
    const { group, level } = proposal.value as { group: string; level: number };
    const own = `${group}-${String(level).padStart(2, '0')}`;
    return { ...proposal, others: [...new Set(all)].filter((code) => code !== own) };
  });
}

const tenureWords: readonly (readonly [kind: string, Words])[] = [
  ['secondment', { en: /\bsecondment\b/iu, fr: /détachement/iu }],
  ['assignment', { en: /\b(?:an assignment|assignment (?:of|for) \d|month assignment)\b/iu, fr: /(?:en|une) affectation (?:de|d['’]une durée)/iu }],
  ['term', { en: /(?:years?|months?)[- ]term\b|\bterm (?:role|position|employment|appointment|contract|of (?:up to )?(?:\d|one|two|three|six|twelve))|fixed[- ]term|specified period/iu, fr: /durée déterminée|(?:mandat|contrat|poste) (?:d['’]une durée )?de \S+(?: \(\d+\))? (?:ans|mois)|durée de \S+ (?:ans|mois)/iu }],
  ['indeterminate', { en: /\bindeterminate\b|permanent (?:position|role|job)/iu, fr: /durée indéterminée|poste permanent/iu }],
  ['casual', { en: /\bcasual (?:position|employment|contract)/iu, fr: /emploi occasionnel|poste occasionnel/iu }],
  ['student', { en: /\bco-?op\b|\bstudent (?:position|job|employment|role|to\b)|\b(?:a|an|\p{L}+) student to\b|\binternship\b/iu, fr: /stage (?:coop|étudiant|rémunéré)|emploi étudiant|poste étudiant|\(étudiant\p{L}*\)|régime coopératif|programme coop/iu }],
]; // prettier-ignore
const notOwnTerm: Words = {
  en: /long-term|short-term|in terms of|longer term|experience/iu,
  fr: /à long terme|à court terme|d['’]expérience/iu,
};

function monthsOf(facts: readonly TextFact[]): number | null {
  for (const { kind, value } of facts) {
    const found = kind === 'duration' ? /^P(\d+)([YM])$/.exec(value) : null;
    if (found) return Number(found[1]) * (found[2] === 'Y' ? 12 : 1);
  }
  return null;
}

export function tenure(pair: PairReading): Proposal[] {
  const find = ({ text, lang, block }: Sentence) => {
    // Of the title only what kind of job it is.
    const kinds = tenureWords.filter(([, words]) => words[lang].test(text)).map(([kind]) => kind);
    const [kind] = kinds;
    if (kind === undefined || (kind !== 'student' && block.kind === 'title')) return null;
    if (kind !== 'student' && notOwnTerm[lang].test(text) && !/year|ans/iu.test(text)) return null;
    const months = monthsOf(factsIn(text, lang));
    return { value: months === null || kind === 'indeterminate' ? { kind } : { kind, months } };
  };
  const months = { en: lengthIn(pair.en), fr: lengthIn(pair.fr) };
  const whole = (lang: Lang) =>
    claimsIn(pair[lang], find).map((claim) =>
      'months' in claim.value || claim.value.kind === 'indeterminate' || months[lang] === null
        ? claim
        : { ...claim, value: { ...claim.value, months: months[lang] } },
    );
  return agree(['tenure'], { en: whole('en'), fr: whole('fr') });
}

const lengthLabel: Words = {
  en: /^(?:length|duration|term)\s*:/iu,
  fr: /^(?:durée|terme|période)\s*:/iu,
};

/** "Length: 4 months", which says of what in another line. */
function lengthIn({ sentences }: Reading): number | null {
  const line = sentences.find(({ text, lang }) => lengthLabel[lang].test(text));
  return line ? monthsOf(factsIn(line.text, line.lang)) : null;
}

const periods: readonly (readonly [period: string, Words])[] = [
  ['hour', { en: /hour/iu, fr: /heure|horaire/iu }],
  ['day', { en: /per day|daily|a day/iu, fr: /par jour/iu }],
  ['week', { en: /week/iu, fr: /semaine/iu }],
  ['month', { en: /month/iu, fr: /mois|mensuel/iu }],
]; // prettier-ignore

export function pay(pair: PairReading): Proposal[] {
  const find = ({ text, lang }: Sentence) => {
    if (!isAbout('pay', text, lang)) return null;
    const money = factsIn(text, lang).filter(({ kind }) => kind === 'money');
    const amounts = money.map(({ value }) => Number(value.split(' ')[1]));
    if (amounts.length === 0 || amounts.length > 2) return null;
    const period = periods.find(([, words]) => words[lang].test(text))?.[0] ?? 'year';
    const currency = money[0]!.value.split(' ')[0]!;
    const value = { min: Math.min(...amounts), max: Math.max(...amounts), currency, period };
    return { value, unsure: amounts.length === 1 };
  };
  return agree(['pay'], { en: claimsIn(pair.en, find), fr: claimsIn(pair.fr, find) });
}

/** From the article to where the name of the post ends. */
const superior: Words = {
  en: /\b[Rr]eport(?:s|ing)?(?: directly)? to (?:the |our |your |a |an )?((?:(?!\b(?:and|who|which|with|within|is|as|will|(?<!\b(?:in|of|for|to|at|on) )the(?= \p{Lu}))\b)(?:[^,.;()]|,(?= \p{Lu})))+)/u,
  fr: /[Rr]el(?:ève(?:ra|nt|ront)?|evant|evez|èverez) (?:directement )?(?:du·de la |du ou de la |de la ou du |de la |de l['’]|du |des |d['’]un\p{L}* |d['’]|de )((?:(?!(?<!\p{L})(?:et|qui|avec|au sein|est|sont|cette|le ou la|la personne)(?!\p{L}))(?:[^,.;()]|,(?= \p{Lu})))+)/u,
};
/** What is no superior. */
const reporting: Words = {
  en: /progress|bug|^(?:help|you|us)\b/iu,
  fr: /^(?:l['’])?unité|^(?:la )?compétence|^défi/iu,
};

export function reportsTo(pair: PairReading): Proposal[] {
  const found = inBoth(['reportsTo'], pair, ({ text, lang, block }) => {
    if (block.kind === 'item') return null;
    const name = superior[lang].exec(text)?.[1]?.trim();
    if (!name || name.length < 3 || reporting[lang].test(name)) return null;
    return name.charAt(0).toUpperCase() + name.slice(1);
  });
  return found ? [found] : [];
}

const supervises: Words = {
  en: /people management|direct reports|supervis(?:e|es|ing|ion|ory)\b|manag(?:e|ing) (?:a |the |your )?(?:team|people|staff|employees)|(?:lead|leading) and manage? (?:people|a team)|manage a remote/iu,
  fr: /gestion (?:du personnel|de personnel|d['’](?:une )?équipe)|subalternes|supervis(?:er|ion|e|era)|gér(?:er|era) (?:une |l['’]|son |votre )?(?:équipe|personnel)|diriger et gérer (?:les membres|une)|gérer une équipe|participer à sa gestion/iu,
};
const possibly: Words = {
  en: /\b(?:may|might|could|possibly|opportunity|help manage)\b/iu,
  fr: /(?<!\p{L})(?:peut|peuvent|pourrai\p{L}+|éventuel\p{L}*|possib\p{L}+|participer)(?!\p{L})/iu,
};
const noOne: Words = {
  en: /\b(?:no|not|without)\b[^.]{0,30}(?:supervis|direct reports|people management)/iu,
  fr: /(?:aucun\p{L}*|sans|pas de|ne \p{L}+ pas)[^.]{0,40}(?:supervis|subalterne|gestion du personnel)/iu,
};

export function supervision(pair: PairReading): Proposal[] {
  const find = ({ text, lang, block }: Sentence) => {
    if (!supervises[lang].test(text) || block.kind === 'title') return null;
    const unsure = block.kind === 'item';
    if (noOne[lang].test(text) && !/more than|plus de/iu.test(text))
      return { value: { kind: 'none' }, unsure };
    const kind = possibly[lang].test(text) ? 'possible' : 'required';
    const counts = factsIn(text, lang)
      .filter((fact) => fact.kind === 'number' && /^\d{1,3}$/.test(fact.value))
      .map(({ value }) => Number(value));
    const [min, max = min] = counts;
    const reports = min !== undefined && counts.length <= 2 ? { reports: { min, max } } : {};
    return { value: { kind, ...reports }, unsure };
  };
  return agree(['supervision'], { en: claimsIn(pair.en, find), fr: claimsIn(pair.fr, find) });
}

const clearance: Words = {
  en: /security (?:clearance|screening|status)|clearance|reliability (?:status|level)|reliability check/iu,
  fr: /(?:cote|autorisation|habilitation|attestation|enquête) de (?:sécurité|fiabilité)/iu,
};
const levels: readonly (readonly [level: string, Words])[] = [
  ['enhanced-reliability', { en: /enhanced reliability/iu, fr: /fiabilité approfondie/iu }],
  ['reliability', { en: /reliability/iu, fr: /fiabilité/iu }],
  ['enhanced-top-secret', { en: /enhanced top[- ]secret/iu, fr: /très secret approfondi/iu }],
  ['top-secret', { en: /top[- ]secret/iu, fr: /très secret/iu }],
  ['enhanced-secret', { en: /enhanced secret/iu, fr: /secret approfondi/iu }],
  ['secret', { en: /(?<!top[- ])\bsecret\b/iu, fr: /(?<!très )secret/iu }],
]; // prettier-ignore

export function security(pair: PairReading): Proposal[] {
  const find = ({ text, lang }: Sentence) => {
    if (!clearance[lang].test(text)) return null;
    const named = levels.filter(([, words]) => words[lang].test(text)).map(([level]) => level);
    const [level] = named;
    const isOther = named.some((one) => level && one !== level && !level.endsWith(one));
    return level === undefined ? null : { value: level, unsure: isOther };
  };
  return agree(['security'], { en: claimsIn(pair.en, find), fr: claimsIn(pair.fr, find) });
}
