import type { ApplicationStatus } from '#hiring/applications';

/** What screening decides. */
export type Outcome = Exclude<ApplicationStatus, 'received' | 'withdrawn'>;

/**
 * What screening may make of an application, by its status. A decision can be taken again, on the
 * same side too, to give another reason or other words; the history keeps them all. Only the
 * candidate ends it, by withdrawing.
 */
export const transitions = Object.freeze({
  received: Object.freeze(['screened-in', 'screened-out'] as const),
  'screened-in': Object.freeze(['screened-in', 'screened-out'] as const),
  'screened-out': Object.freeze(['screened-in', 'screened-out'] as const),
  withdrawn: Object.freeze([] as const),
}) satisfies Readonly<Record<ApplicationStatus, readonly Outcome[]>>;

/** Every status, in the order of the process. */
export const statuses = Object.freeze(Object.keys(transitions) as ApplicationStatus[]);

/** Whether screening may take an application from one status to another. */
export function mayBecome(from: ApplicationStatus, to: Outcome): boolean {
  const allowed: readonly Outcome[] = transitions[from];
  return allowed.includes(to);
}

/** What a reason says of the criteria of the process. */
export type Asks =
  | 'essentials-met'
  | 'essentials-and-asset-met'
  | 'essential-not-met'
  | 'criterion-not-met'
  /** It does not come to the criteria. */
  | 'nothing';

/**
 * The reasons to screen someone in or out. What each says of the criteria, findings have to bear out
 * (`rules/coherence.ts`). Decisions keep the code, so a line is never taken out or given another
 * meaning: a reason that is no longer to be used gets `retired: true`, and old decisions keep its
 * words (`reason.*` in the messages).
 */
export const reasons = Object.freeze([
  { code: 'meets-essentials', outcome: 'screened-in', asks: 'essentials-met', retired: false },
  {
    code: 'meets-essentials-and-assets',
    outcome: 'screened-in',
    asks: 'essentials-and-asset-met',
    retired: false,
  },
  { code: 'equivalent-experience', outcome: 'screened-in', asks: 'essentials-met', retired: false },
  {
    code: 'essential-not-shown',
    outcome: 'screened-out',
    asks: 'essential-not-met',
    retired: false,
  },
  {
    code: 'education-not-shown',
    outcome: 'screened-out',
    asks: 'criterion-not-met',
    retired: false,
  },
  {
    code: 'experience-not-shown',
    outcome: 'screened-out',
    asks: 'criterion-not-met',
    retired: false,
  },
  // It is of a seat, and seldom among the criteria.
  {
    code: 'language-requirement-not-met',
    outcome: 'screened-out',
    asks: 'nothing',
    retired: false,
  },
  { code: 'not-in-area-of-selection', outcome: 'screened-out', asks: 'nothing', retired: false },
  { code: 'incomplete', outcome: 'screened-out', asks: 'nothing', retired: false },
  { code: 'repeated', outcome: 'screened-out', asks: 'nothing', retired: false },
  // Candidates withdraw by themselves; before they could, this said that they had asked to.
  { code: 'withdrawn', outcome: 'screened-out', asks: 'nothing', retired: true },
] as const satisfies readonly Described[]);

type Described = { code: string; outcome: Outcome; asks: Asks; retired: boolean };

export type Reason = (typeof reasons)[number];
export type ReasonCode = Reason['code'];

/** The reasons that can be chosen today, in the order of the form. */
export const offeredReasons: readonly Reason[] = reasons.filter(({ retired }) => !retired);

/** A reason that can be chosen today, by its code; null for every other text. */
export function offeredReason(code: string | undefined): Reason | null {
  return offeredReasons.find((reason) => reason.code === code) ?? null;
}

/** Whether a code, however old, is one of ours. */
export function isReasonCode(code: string): code is ReasonCode {
  return reasons.some((reason) => reason.code === code);
}
