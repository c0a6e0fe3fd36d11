import type { LinkedWord } from '#hiring/prose';
import { type Lang, langs } from '#platform/i18n';
import { type Sides, type Turn, turnRule, wordAfter } from '../meaning/turns.ts';
import { hasUnlikeDemands } from './demand-rules.ts';
import { demandsIn } from './demands.ts';
import { type Force, denial, modalSign, modals, otherwise } from './modal-words.ts';

type Modal = {
  readonly force: Force;
  readonly start: number;
  readonly end: number;
  readonly verb: number;
};

/** How far behind its modal a verb may stand: "may at any time be asked". */
const reach = 40;

/** Each modal with the verb that it governs, the first word behind it that says something. */
function modalsIn({ blocks, texts, from: starts, links }: Sides, lang: Lang): Modal[] {
  const [text, from, words] = [texts[lang], starts[lang], links[lang]];
  const found: Modal[] = [];
  for (const [force, said] of modals[lang]) {
    for (const { 0: match, index } of text.matchAll(said)) {
      const [start, end] = [from + index, from + index + match.length];
      if (found.some((one) => one.start < end && start < one.end)) continue;
      const verb = wordAfter(words, blocks[lang], end, reach);
      if (verb >= 0) found.push({ force, start, end, verb });
    }
  }
  return found;
}

const auxiliary =
  /(?<!\p{L})(?:se|au)(?:ra|ront)(?:\s+(?:\p{L}+ment|aussi|également|ensuite))?\s+$/iu;
const simple = /(?:er|ir|dr|vr|ur|rr)(?:a|ont)$/iu;
const ours = /(?<!\p{L})nous (?:\p{L}{1,3} )?\p{L}+(?:er|ir|dr|vr|ur)ons$/iu;

/** "Seront appelées", "demandera": the French future, which English writes with "will". */
function futureOf(
  text: string,
  from: number,
  words: readonly LinkedWord[],
  verb: number,
): Modal | null {
  const { start, end } = words[verb]!;
  const written = text.slice(start - from, end - from);
  const before = auxiliary.exec(text.slice(0, start - from));
  if (before) return { force: 'will', start: start - before[0].length, end, verb };
  const isFuture = simple.test(written) || ours.test(text.slice(0, end - from));
  return isFuture ? { force: 'will', start, end, verb } : null;
}

/** What of English and of French says something else, by their forces. */
const conflicts: ReadonlySet<string> = new Set([
  'must may', 'must can', 'must advised', 'advised must', 'advised may', 'advised can',
  'may must', 'may will', 'can must', 'may advised', 'can advised', 'will may', 'will advised',
]); // prettier-ignore

function isTurned(en: Modal, fr: Modal, { texts, from }: Sides): boolean {
  if (!conflicts.has(`${en.force} ${fr.force}`)) return false;
  const isAdvice = en.force === 'advised' || fr.force === 'advised';
  const isDuty = en.force === 'must' || fr.force === 'must';
  if (isAdvice && isDuty && !ofPeople.test(texts.en)) return false;
  if (
    en.force === 'will' &&
    fr.force === 'may' &&
    !leavesOpen.test(texts.fr.slice(fr.start - from.fr))
  )
    return false;
  const isAnswered = [otherwise.fr[en.force], otherwise.en[fr.force]].some((said, index) =>
    said?.test(index === 0 ? texts.fr : texts.en),
  );
  return !isAnswered;
}

/** Of things, French says "doit" where English says "should" ("services should be easy"): nobody is bound. */
const ofPeople =
  /\b(?:you|your|candidates?|applicants?|people|persons?|employees?|staff|managers?|who|they)\b/i;

/** "Vous pourrez" promises as much as it allows; "pourraient" does not. */
const leavesOpen = /^(?:pourrai|pourrions|peut|peuvent|(?:pourra|pourront) (?:\p{L}+ment )?être)/iu;

/** Verbs that say little have no counterpart of their own ("obtain"): then what follows them counts. */
function sayTheSame(en: Modal, fr: Modal, words: readonly LinkedWord[]): boolean {
  return [en.verb, en.verb + 1].some((at) => {
    const link = words[at]?.link ?? -1;
    return link === fr.verb || link === fr.verb + 1;
  });
}

/** "Must not" forbids and "n'est pas tenu" frees: what is denied is compared elsewhere. */
function isDenied({ texts, from, links }: Sides, lang: Lang, { start, verb }: Modal): boolean {
  const before = texts[lang].slice(0, start - from[lang]);
  const clause = Math.max(...[...'.,;:('].map((sign) => before.lastIndexOf(sign)));
  const end = links[lang][verb]!.end - from[lang];
  return denial[lang].test(texts[lang].slice(clause + 1, end));
}

function find(sides: Sides): Turn[] {
  const { texts, from, links } = sides;
  const en = modalsIn(sides, 'en');
  if (en.length === 0) return [];
  const fr = modalsIn(sides, 'fr');
  const isAlone = en.length === 1 && fr.length === 1;
  for (const one of en) {
    const verb = links.en[one.verb]!.link;
    const other =
      fr.find((modal) => modal.verb === verb) ??
      (isAlone && sayTheSame(one, fr[0]!, links.en) ? fr[0] : undefined) ??
      (verb < 0 ? null : futureOf(texts.fr, from.fr, links.fr, verb));
    if (!other || !isTurned(one, other, sides)) continue;
    if (isDenied(sides, 'en', one) || isDenied(sides, 'fr', other)) continue;
    if (hasUnlikeDemands(demandsIn(texts.en, 'en'), demandsIn(texts.fr, 'fr'))) continue;
    const endOf = (lang: Lang, { end, verb: at }: Modal): number =>
      Math.max(end, links[lang][at]!.end);
    return [
      {
        en: { start: one.start, end: endOf('en', one) },
        fr: { start: other.start, end: endOf('fr', other) },
      },
    ];
  }
  return [];
}

/** The same verb must be done in one language, and should, may or will be in the other. */
export const modal = turnRule(
  'strength/modal',
  (texts) => langs.every((lang) => modalSign[lang].test(texts[lang])),
  find,
);
