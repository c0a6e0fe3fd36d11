import type { PairRule } from '#hiring/check';
import type { Block } from '#hiring/prose';
import { type Lang, langs, otherLang } from '#platform/i18n';
import { excerpt } from '../support/places.ts';
import { counterparts } from './shape.ts';
import { placeOf } from './places.ts';

/** So many blocks that differ alike are a habit of the file, said once. */
const habit = 4;

/**
 * Stress that stands in one language only: bold, or italics that no quotation marks, bold or
 * foreign word explain. Headings are stressed by what they are.
 */
export const emphasis: PairRule = {
  id: 'structure/emphasis',
  severity: 'info',
  fixable: false,
  scope: 'pair',
  check(pair, _context, report) {
    const found = counterparts(pair).flatMap((both) => {
      const lang = langs.find((one) => isStressedOnly(both[one], both[otherLang(one)], one));
      return lang === undefined ? [] : [{ ...both, lang }];
    });
    for (const lang of langs) {
      const own = found.filter((one) => one.lang === lang);
      const isHabit = own.length >= habit;
      for (const both of isHabit ? own.slice(0, 1) : own) {
        const other = otherLang(lang);
        report({
          place: placeOf(pair.documents[lang], both[lang]),
          counterpart: placeOf(pair.documents[other], both[other]),
          variant: isHabit ? 'many' : 'one',
          args: { lang: other, text: excerpt(stressedIn(both[lang])), count: own.length },
        });
      }
    }
  },
};

function isStressedOnly(one: Block, other: Block, lang: Lang): boolean {
  if (one.kind === 'heading' || other.kind === 'heading') return false;
  if (one.kind === 'title' || one.kind === 'description') return false;
  const [strong, otherStrong] = [stretches(one, 'strong'), stretches(other, 'strong')];
  if (strong > 0 && otherStrong === 0) return stretches(other, 'emphasis') === 0;
  if (strong > otherStrong && strong > 1) return true;
  if (strong > 0 || otherStrong > 0 || hasQuotes(other)) return false;
  // French sets foreign words in italics, which English has no reason to do.
  if (lang === 'fr' && stressedIn(one).length < 40) return false;
  return stretches(one, 'emphasis') > 0 && stretches(other, 'emphasis') === 0;
}

function hasQuotes({ text }: Block): boolean {
  return /["“«]/.test(text);
}

/** Stretches of one kind of stress; what only spaces or signs part is one. */
function stretches({ text, marks }: Block, kind: 'strong' | 'emphasis'): number {
  let count = 0;
  let last = -1;
  for (const mark of marks) {
    if (mark.kind !== kind || !/[\p{L}\p{N}]/u.test(text.slice(mark.start, mark.end))) continue;
    if (last < 0 || /[\p{L}\p{N}]/u.test(text.slice(last, mark.start))) count += 1;
    last = Math.max(last, mark.end);
  }
  return count;
}

function stressedIn({ text, marks }: Block): string {
  const mark = marks.find(({ kind }) => kind === 'strong' || kind === 'emphasis');
  return mark ? text.slice(mark.start, mark.end) : text;
}
