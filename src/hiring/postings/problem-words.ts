import type { FactRule } from '#hiring/process-facts';
import type { Lang } from '#platform/i18n';
import { words } from './messages.ts';
import type { ProblemKind, ProblemReason } from './problem.ts';

/** The details of a problem in a flat form, lists joined: what messages take. */
export type ProblemArgs = Readonly<Record<string, string | number>>;

/** What is in the way and what to do about it, in words. */
export function problemWords(
  reason: ProblemReason,
  lang: Lang,
): { reason: string; remedy: string } {
  if (reason.kind === 'check-error' || reason.kind === 'check-warning') {
    const { kind, check, message } = reason;
    return { reason: message[lang], remedy: words(lang)(`problem.${kind}.remedy`, { check }) };
  }
  return problemWordsOf(reason.kind, problemArgs(reason), lang);
}

type CheckKind = 'check-error' | 'check-warning' | 'check-pending' | 'check-failed';

/** What the loader itself finds; the others come from the gate. */
export type LoaderProblemKind = Exclude<ProblemKind, CheckKind>;

/** The same from the flat form, for a problem that was sent or stored. */
export function problemWordsOf(
  kind: Exclude<ProblemKind, 'check-error' | 'check-warning'>,
  args: ProblemArgs,
  lang: Lang,
): { reason: string; remedy: string } {
  const t = words(lang);
  if (kind === 'bad-fact') {
    const rule = args['rule'] as FactRule;
    return { reason: t(`rule.${rule}.reason`, args), remedy: t(`rule.${rule}.remedy`, args) };
  }
  return { reason: t(`problem.${kind}.reason`, args), remedy: t(`problem.${kind}.remedy`, args) };
}

/** The flat form of a problem. */
export function problemArgs(reason: ProblemReason): ProblemArgs {
  const { kind: _, ...details } = reason;
  const args = Object.fromEntries(
    Object.entries(details).map(([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value) ? value.join(', ') : ((value ?? 'none') as string | number),
    ]),
  );
  if (reason.kind === 'bad-fact' && reason.field === '') args['field'] = 'process';
  return args;
}
