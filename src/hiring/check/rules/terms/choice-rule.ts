import type { TextRule } from '#hiring/check';
import { type Pattern, type Search, reportPatterns, search } from '../support/patterns.ts';
import { type Choice, anglicisms, fieldChoices } from './choices.ts';

/** A rule that is a list of words not to use; `allowed` names those that a repository uses. */
function choiceRule(
  id: string,
  severity: TextRule['severity'],
  choices: readonly Choice[],
): TextRule {
  const patterns = choices.map(({ id, lang, find, needs, better }): Pattern => ({
    lang,
    needs,
    find: new RegExp(String.raw`(?<![\p{L}·])(?:${find})(?![\p{L}·])`, 'giu'),
    write: () => null,
    variant: id,
    args: ([found]) => ({ word: found.trim(), instead: better }),
  }));
  const byLang = {
    en: search(patterns.filter(({ lang }) => lang === 'en')),
    fr: search(patterns.filter(({ lang }) => lang === 'fr')),
  };
  return {
    id,
    severity,
    fixable: false,
    scope: 'text',
    options: { allowed: [] as string[] },
    check(document, context, report) {
      const allowed = context.option<readonly string[]>('allowed');
      const find: Search = (block) => {
        const all = byLang[document.lang](block);
        return allowed.length === 0 || all.length === 0
          ? all
          : all.filter(({ pattern }) => !allowed.includes(pattern.variant!));
      };
      reportPatterns(document, find, report);
    },
  };
}

export const field = choiceRule('terms/field', 'warning', fieldChoices);
export const anglicism = choiceRule('terms/anglicism', 'info', anglicisms);
