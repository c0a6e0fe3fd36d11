import { factsIn, positionsAnnounced } from '#hiring/prose';
import type { Lang } from '#platform/i18n';
import { type Claim, agree, claimsIn } from '../claims.ts';
import type { Gap, Proposal } from '../model.ts';
import { type PairReading, type Reading, type Sentence, sourceOf } from '../reading.ts';

type Requirement = 'english' | 'french' | 'either' | 'bilingual' | 'bilingual-preferred';
type Language = { requirement: Requirement; imperative?: boolean; profile?: object };
type Seat = { count: number; language: Language };

const wish: Readonly<Record<Lang, RegExp>> = {
  en: /preferred|\basset\b|ideally|nice[- ]to[- ]have|a plus|desirable/iu,
  fr: /préfér|un atout|idéal|souhait|de préférence/iu,
};
const bothLanguages: Readonly<Record<Lang, RegExp>> = {
  en: /(?:communicat|fluen|writ|speak|work|proficien)\p{L}*[^.;]{0,30}(?:both )?(?:french and english|english and french|both official languages)/iu,
  fr: /(?:communiqu|couramment|maîtris|écri|parl|rédig|travaill|à l['’]aise)\p{L}*[^.;]{0,40}(?:en |le )?(?:français et (?:en |l['’])?anglais|anglais et (?:en |le )?français|(?:les )?deux langues officielles)/iu,
};
const bilingual: Readonly<Record<Lang, RegExp>> = {
  en: /bilingualism|\bbilingual\b(?!,|\s(?:team|content|services|scalable|way|digital|product|poster|document))/iu,
  fr: /bilinguisme|bilingues?(?!,|\s(?:et|évolutive?|adaptable))/iu,
};
const single: readonly (readonly [Requirement, Readonly<Record<Lang, RegExp>>])[] = [
  ['either', { en: /english or french essential|one of (?:canada['’]s |the )?(?:two )?official languages|either official language/iu, fr: /(?:français ou anglais|anglais ou français) essentiel|l['’]une (?:ou l['’]autre )?des (?:deux )?langues officielles/iu }],
  ['english', { en: /english (?:is )?essential/iu, fr: /anglais (?:est )?essentiel/iu }],
  ['french', { en: /french (?:is )?essential/iu, fr: /français (?:est )?essentiel/iu }],
]; // prettier-ignore

/** What a clause asks for, from its own words. */
function requirementIn(clause: string, lang: Lang): Requirement | null {
  for (const [requirement, words] of single) if (words[lang].test(clause)) return requirement;
  const profile = factsIn(clause, lang).some(({ kind }) => kind === 'language-profile');
  const asked = profile || bothLanguages[lang].test(clause) || bilingual[lang].test(clause);
  if (!asked) return null;
  return wish[lang].test(clause) ? 'bilingual-preferred' : 'bilingual';
}

/** The levels that "CBC" or "CBC/BBB" names. */
function profileOf(letters: string): object {
  const read = ([reading, writing, oral]: string): object => ({ reading, writing, oral });
  const [english = '', french] = letters.split('/');
  return french ? { english: read(english), french: read(french) } : read(english);
}

function languageOf(clause: string, requirement: Requirement, lang: Lang): Language {
  const facts = factsIn(clause, lang).filter(({ kind }) => kind === 'language-profile');
  const letters = facts.find(({ value }) => /^[A-Z]{3}/.test(value))?.value;
  const said = facts.filter(({ value }) => value.endsWith('imperative'));
  const imperative = said.length === 1 ? { imperative: said[0]!.value === 'imperative' } : {};
  const profile =
    letters && requirement !== 'bilingual-preferred' ? { profile: profileOf(letters) } : {};
  return { requirement, ...(requirement === 'bilingual' ? imperative : {}), ...profile };
}

const one: Readonly<Record<Lang, RegExp>> = {
  en: /(?:\bone\b(?! of the best)|\bsecond\b|\bother\b|(?<!\d)1(?!\d))/iu,
  fr: /(?:(?<!\p{L})(?:l['’]une?|une? (?:\(1\)|poste)|second|autre)(?!\p{L})|(?<!\d)1(?!\d))/iu,
};

/** Clauses of a sentence that may each speak of other positions. */
function clausesOf(text: string): string[] {
  return text.split(
    /[;:]|,?\s(?:and(?= (?:one|two|three|\d|is |the (?:second|other)))|et(?= (?:une?|deux|\d|il |l['’]autre|le second|est ))) /iu,
  );
}

function countIn(clause: string, lang: Lang): number | null {
  const [announced] = positionsAnnounced(clause, lang);
  if (one[lang].test(clause)) return 1;
  if (announced) return announced.count;
  const [number] = factsIn(clause, lang).filter(({ kind }) => kind === 'number');
  return number && /^\d$/.test(number.value) ? Number(number.value) : null;
}

function seatsIn({ text, lang, block }: Sentence): { value: Seat[]; unsure: boolean } | null {
  const found = clausesOf(text).flatMap((clause) => {
    const requirement =
      requirementIn(clause, lang) ??
      // "… and is preferred for the second position" goes on about bilingualism.
      (wish[lang].test(clause) && bilingual[lang].test(text) && one[lang].test(clause)
        ? 'bilingual-preferred'
        : null);
    return requirement ? [{ clause, requirement }] : [];
  });
  const [first] = found;
  if (!first) return null;
  const kinds = new Set(found.map(({ requirement }) => requirement));
  const counts = found.map(({ clause }) => countIn(clause, lang));
  if (found.length > 1 && kinds.size > 1 && counts.every((count) => count !== null)) {
    const value = found.map(({ clause, requirement }, index) => ({
      count: counts[index]!,
      language: languageOf(clause, requirement, lang),
    }));
    return { value, unsure: false };
  }
  // "English essential, with bilingualism as an asset": what must be goes first.
  const must = found.find(({ requirement }) => requirement !== 'bilingual-preferred') ?? first;
  const single = [{ count: 1, language: languageOf(text, must.requirement, lang) }];
  const isNamed = /[A-C]{3}|essent|bilingu/u.test(text);
  return { value: single, unsure: block.kind === 'item' && !isNamed };
}

const label: Readonly<Record<Lang, RegExp>> = {
  en: /^(?:position|seat|opening)s? (?:[A-Z]|\d{1,2})\s*[:(-]/iu,
  fr: /^(?:poste|siège|emploi)s? (?:[A-Z]|\d{1,2})\s*[:(-]/iu,
};

/** "Position 1: …", "Position 2: …", each an item with its own requirement. */
function labelledSeats({ document }: Reading, lang: Lang): Claim<Seat[]>[] {
  return document.lists.flatMap(({ items }) => {
    const blocks = items.map((id) => document.blocks[id]!);
    const seats = blocks.flatMap(({ text }) => {
      const requirement = label[lang].test(text) ? requirementIn(text, lang) : null;
      return requirement ? [{ count: 1, language: languageOf(text, requirement, lang) }] : [];
    });
    return seats.length < 2 ? [] : [{ value: seats, from: sourceOf(document, blocks[0]!) }];
  });
}

/** A table with a number of positions and a requirement in each row. */
function seatsOfTables({ document }: Reading, lang: Lang): Claim<Seat[]>[] {
  return document.tables.flatMap(({ columns }, table) => {
    const cells = document.blocks.filter(({ kind, group }) => kind === 'cell' && group === table);
    const seats: Seat[] = [];
    for (let at = 0; at < cells.length; at += columns) {
      const texts = cells.slice(at, at + columns).map(({ text }) => text.trim());
      const count = texts.find((text) => /^\d{1,2}$/.test(text));
      const asked = texts.find((text) => requirementIn(text, lang));
      if (count === undefined || asked === undefined) continue;
      const requirement = requirementIn(asked, lang)!;
      seats.push({ count: Number(count), language: languageOf(asked, requirement, lang) });
    }
    return seats.length === 0 ? [] : [{ value: seats, from: sourceOf(document, cells[0]!) }];
  });
}

/** The positions to be filled, with the language requirement of each. */
export function seats(pair: PairReading): { proposals: Proposal[]; gaps: Gap[] } {
  const totals = {
    en: claimsIn(pair.en, (sentence) => total(sentence)),
    fr: claimsIn(pair.fr, (sentence) => total(sentence)),
  };
  const count = agree(['seats'], totals)[0];
  const claims = { en: withTotal('en'), fr: withTotal('fr') };
  const proposals = agree(['seats'], claims, describe);
  if (count && proposals.length === 0) {
    const gap: Gap = {
      field: 'seats',
      reason: 'no-language-requirement',
      lang: null,
      from: count.from,
    };
    return { proposals, gaps: [gap] };
  }
  return { proposals, gaps: [] };

  function withTotal(lang: Lang): Claim<Seat[]>[] {
    const apart = [...labelledSeats(pair[lang], lang), ...seatsOfTables(pair[lang], lang)];
    if (apart.length > 0) return apart;
    const own = claimsIn(pair[lang], seatsIn).sort(
      (a, b) => Number(b.value.length > 1) - Number(a.value.length > 1) || detail(b) - detail(a),
    );
    return own.map((claim) => ({ ...claim, value: counted(claim.value, count?.value as number) }));
  }
}

/** How much a claim says: a profile more than "fluent in both". */
function detail({ value, unsure }: Claim<Seat[]>): number {
  const { profile, imperative, requirement } = value[0]!.language;
  const isEssential = ['english', 'french', 'either'].includes(requirement);
  return (profile || isEssential ? 2 : 0) + (imperative === undefined ? 0 : 1) - (unsure ? 4 : 0);
}

function counted(seats: Seat[], total: number | undefined): Seat[] {
  const [only] = seats;
  return total !== undefined && seats.length === 1 && only ? [{ ...only, count: total }] : seats;
}

function total({ text, lang }: Sentence): { value: number } | null {
  const [first] = positionsAnnounced(text, lang);
  return first && first.count < 100 ? { value: first.count } : null;
}

function describe(value: Seat[]): string {
  return value.map(({ count, language }) => `${count} × ${language.requirement}`).join(', ');
}
