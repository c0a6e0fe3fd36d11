import type { LinkedWord } from '#hiring/prose';
import { type Lang, langs } from '#platform/i18n';
import { type Sides, type Turn, turnRule, wordAfter } from '../meaning/turns.ts';
import { hasUnlikeDemands } from './demand-rules.ts';
import { demandsIn } from './demands.ts';
import { type Force, denial, modalSign, modals, otherwise } from './modal-words.ts';

type Modal = { readonly force: Force; readonly start: number; readonly end: number; readonly verb: number };

/** How far behind its modal a verb may stand: "may at any time be asked". */
const reach = 40;

/** Each modal with the verb that it governs, the first word behind it that says something. */
function modalsIn(text: string, lang: Lang, from: number, words: readonly LinkedWord[]): Modal[] {
  const found: Modal[] = [];
  for (const [force, said] of modals[lang]) {
    for (const { 0: match, index } of text.matchAll(said)) {
      const [start, end] = [from + index, from + index + match.length];
      if (found.some((one) => one.start < end && start < one.end)) continue;
      const verb = wordAfter(words, end, reach);
      if (verb >= 0) found.push({ force, start, end, verb });
    }
  }
  return found;
}

const auxiliary = /(?<!\p{L})(?:se|au)(?:ra|ront)(?:\s+(?:\p{L}+ment|aussi|également|ensuite))?\s+$/iu;
const simple = /(?:er|ir|dr|vr|ur|rr)(?:a|ont)$/iu;

/** "Seront appelées", "demandera": the French future, which English writes with "will". */
function futureOf(text: string, from: number, words: readonly LinkedWord[], verb: number): Modal | null {
  const { start, end } = words[verb]!;
  const written = text.slice(start - from, end - from);
  const before = auxiliary.exec(text.slice(0, start - from));
  if (before) return { force: 'will', start: start - before[0].length, end, verb };
  return simple.test(written) ? { force: 'will', start, end, verb } : null;
}

/** What of English and of French says something else, by their forces. */
const conflicts: ReadonlySet<string> = new Set([
  'must may', 'must can', 'must advised', 'advised must', 'advised may', 'advised can',
  'may must', 'may will', 'can must', 'may advised', 'can advised', 'will may', 'will advised',
]); // prettier-ignore

function isTurned(en: Modal, fr: Modal, { texts, from }: Sides): boolean {
  if (!conflicts.has(`${en.force} ${fr.force}`)) return false;
  if (en.force === 'will' && fr.force === 'may' && !leavesOpen.test(texts.fr.slice(fr.start - from.fr))) return false;
  const isAnswered = [otherwise.fr[en.force], otherwise.en[fr.force]].some((said, index) =>
    said?.test(index === 0 ? texts.fr : texts.en),
  );
  return !isAnswered;
}

/** "Vous pourrez" promises as much as it allows; "pourraient" does not. */
const leavesOpen = /^(?:pourrai|pourrions|(?:peut|peuvent|pourra|pourront) (?:\p{L}+ment )?être)/iu;

function find(sides: Sides): Turn[] {
  const { texts, from, links } = sides;
  if (langs.some((lang) => denial[lang].test(texts[lang]))) return [];
  const en = modalsIn(texts.en, 'en', from.en, links.en);
  const fr = modalsIn(texts.fr, 'fr', from.fr, links.fr);
  for (const one of en) {
    const verb = links.en[one.verb]!.link;
    if (verb < 0) continue;
    const other = fr.find((modal) => modal.verb === verb) ?? futureOf(texts.fr, from.fr, links.fr, verb);
    if (!other || !isTurned(one, other, sides)) continue;
    if (hasUnlikeDemands(demandsIn(texts.en, 'en'), demandsIn(texts.fr, 'fr'))) continue;
    const endOf = (lang: Lang, { end, verb: at }: Modal): number => Math.max(end, links[lang][at]!.end);
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
