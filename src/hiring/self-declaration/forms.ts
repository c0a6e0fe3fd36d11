import type { Answer, EquityGroup } from './model.ts';
import { uses } from './model.ts';

/** The fields in the order in which the page shows them. */
export const fieldNames = ['groups', 'use'] as const;

export type DeclarationProblems = {
  groups?: 'missing' | 'contradiction' | 'unknown';
  use?: 'missing';
};

/** The form as it was sent: text by name, repeated names joined by line breaks. */
export type Typed = Readonly<Partial<Record<string, string>>>;

/** The boxes that were ticked. */
export function ticked(typed: Typed): string[] {
  return (typed['groups'] ?? '').split('\n').filter((value) => value !== '');
}

/**
 * Reads the form. Belonging to none and preferring not to say each stand alone; the use of the answer
 * is asked of those who name a group, and of nobody else.
 */
export function parseDeclaration(
  typed: Typed,
  groups: readonly EquityGroup[],
): { ok: true; answer: Answer } | { ok: false; problems: DeclarationProblems } {
  const chosen = ticked(typed);
  const [first] = chosen;
  if (first === undefined) return { ok: false, problems: { groups: 'missing' } };
  const alone = chosen.filter((value) => value === 'none' || value === 'undisclosed');
  if (alone.length > 0 && chosen.length > 1) {
    return { ok: false, problems: { groups: 'contradiction' } };
  }
  if (first === 'none' || first === 'undisclosed') return { ok: true, answer: { kind: first } };
  const known = groups.filter(({ inForce }) => inForce).map(({ id }) => id);
  if (chosen.some((id) => !known.includes(id))) {
    return { ok: false, problems: { groups: 'unknown' } };
  }
  const use = uses.find((value) => value === typed['use']);
  if (!use) return { ok: false, problems: { use: 'missing' } };
  return {
    ok: true,
    answer: { kind: 'groups', groups: known.filter((id) => chosen.includes(id)), use },
  };
}

/** The form's fields as an answer would have filled them in. */
export function typedOf(answer: Answer): Typed {
  if (answer.kind !== 'groups') return { groups: answer.kind };
  return { groups: answer.groups.join('\n'), use: answer.use };
}
