import { describeSeverity, families, findRule, nearestName, rulesNamed } from '#hiring/check';
import type { CommandContext } from '../context.ts';
import { readRulePage } from './rule-pages.ts';

/** Prints the page of a rule, or the rules of a family. */
export function explainRule(context: CommandContext, name: string): number {
  const { t, out, say, lang } = context;
  if (!findRule(name)) {
    const inFamily = rulesNamed(name).map(({ id }) => id);
    if (inFamily.length > 0) return listRules(context, inFamily);
    say(t('check.error.rule', { name, near: nearestName(name) ?? 'none' }));
    return 2;
  }
  const page = readRulePage(name, lang);
  if (!page) {
    say(t('check.error.no-page', { name }));
    return 2;
  }
  out(page.text.trimEnd());
  return 0;
}

/** One line a rule: its id, its severity, what it means. */
export function listRules(
  { out, lang, t }: CommandContext,
  only: readonly string[] | null = null,
): number {
  for (const { rules } of families) {
    for (const { id, severity, fixable } of rules) {
      if (only !== null && !only.includes(id)) continue;
      const meaning = readRulePage(id, lang)?.meaning ?? '';
      const fix = fixable ? ` ${t('check.list.fixable')}` : '';
      out(`${id}  ${describeSeverity(severity, lang)}${fix}\n    ${meaning}`);
    }
  }
  return 0;
}
