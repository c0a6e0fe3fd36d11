/** What a member of staff may be. Custodians look after accommodation, apart from selection. */
export const roles = ['admin', 'manager', 'assessor', 'custodian'] as const;
export type Role = (typeof roles)[number];

/** Narrows an untrusted value (an argument of the command line, a column) to a role. */
export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}

/**
 * Who may do what: one line for each permission, read as "to <permission>, one must be <roles>".
 * Anything not written here is refused, and identities are never given by way of another permission.
 */
const matrix = {
  // The way in, from which each goes on to the first section that is theirs.
  'use-desk': ['admin', 'manager', 'assessor', 'custodian'],
  // Everyone's work starts from the list of processes, which counts people and names none.
  'see-processes': ['admin', 'manager', 'assessor'],
  // Answers without identity are what a board assesses; the columns of identity are not selected.
  'see-applications': ['admin', 'manager', 'assessor'],
  // Name, e-mail and telephone: assessors judge the answer, not the person.
  'see-identity': ['admin', 'manager'],
  // A résumé says who wrote it, so it goes with identity.
  'read-resume': ['admin', 'manager'],
  // The decision is the manager's to answer for; an admin of a small team often is the manager.
  'screen-applications': ['admin', 'manager'],
  // A notice tells a candidate of a decision: whoever decides answers for the words.
  'send-notices': ['admin', 'manager'],
  // Notes are read and written by the same people: one may name the candidate, or tell an assessor
  // what another thinks, so assessors have neither.
  'write-notes': ['admin', 'manager'],
  // Answers speak for the process; a question may say who asks it.
  'answer-questions': ['admin', 'manager'],
  // The history holds codes and dates, no personal data: what happened can be seen by all.
  'read-history': ['admin', 'manager', 'assessor'],
  // Files, lines and remedies, for those who can have a posting corrected.
  'see-posting-problems': ['admin', 'manager'],
  // Words of the organization, in its name; the history says who wrote which.
  'edit-postings': ['admin', 'manager'],
  // To publish in spite of an error is to answer for it, by name.
  'override-gate': ['admin', 'manager'],
  // Health of the machine: for those who run it.
  'see-status': ['admin'],
  // It holds other people's messages, sign-in links among them.
  'read-outbox': ['admin'],
  // It sends what happens here to other machines.
  'manage-webhooks': ['admin'],
  // Answering is speaking for the organization under the Privacy Act; every request names its person.
  'handle-privacy-requests': ['admin'],
  // It overrides the schedule and a person's wish, for reasons that may be privileged.
  'place-legal-holds': ['admin'],
  // Whoever gives something of an application to somebody outside writes it down.
  'record-disclosures': ['admin', 'manager'],
  // Giving a role is giving everything above.
  'manage-staff': ['admin'],
  // Needs are told in confidence to custodians alone: not to those who decide, nor to those who run
  // the machine. The keys say it as well; a role without a key opens nothing.
  'open-accommodation': ['custodian'],
} as const satisfies Record<string, readonly Role[]>;

/** Everything that someone may or may not do on the desk. */
export type Permission = keyof typeof matrix;

/** Whether a role may: `may('assessor', 'see-identity')` is false. */
export function may(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = matrix[permission];
  return allowed.includes(role);
}
