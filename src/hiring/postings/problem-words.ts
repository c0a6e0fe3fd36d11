import type { Lang } from '#platform/i18n';
import { type Words, words } from './messages.ts';
import type { ProblemReason } from './problem.ts';

/** What is in the way and what to do about it, in words. */
export function problemWords(
  reason: ProblemReason,
  lang: Lang,
): { reason: string; remedy: string } {
  const t = words(lang);
  if (reason.kind === 'bad-fact') {
    const { rule, value } = reason;
    const field = reason.field === '' ? 'process' : reason.field;
    const args = { field, value, allowed: reason.allowed.join(', ') };
    return { reason: t(`rule.${rule}.reason`, args), remedy: t(`rule.${rule}.remedy`, args) };
  }
  if (reason.kind === 'check-error' || reason.kind === 'check-warning') {
    const { kind, check, message } = reason;
    return { reason: message[lang], remedy: t(`problem.${kind}.remedy`, { check }) };
  }
  const args = argsOf(reason);
  return {
    reason: t(`problem.${reason.kind}.reason`, args),
    remedy: t(`problem.${reason.kind}.remedy`, args),
  };
}

/** The details of a problem as arguments of its messages. */
function argsOf(reason: ProblemReason): NonNullable<Parameters<Words>[1]> {
  return Object.fromEntries(
    Object.entries(reason).map(([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value) ? value.join(', ') : ((value ?? 'none') as string | number),
    ]),
  );
}
