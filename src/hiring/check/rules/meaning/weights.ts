import { evidenceNames } from './evidence.ts';

/**
 * How much each kind of evidence counts (logistic regression). Fitted by `bench/fit-omissions.ts` to
 * words cut out of real pairs, and to those that their translators left out or added themselves.
 */
const weights: Readonly<Record<(typeof evidenceNames)[number], number>> = {
  always: 1.08,
  french: -0.81,
  qualifier: -0.53,
  known: 1.08,
  translations: 0.79,
  enumerated: 1.24,
  fewerMembers: 0.11,
  repeated: -2.57,
  leftoversNear: -0.94,
  leftoversAround: -0.18,
  otherLeftover: 0.14,
  ownLeftover: -0.85,
  bothNeighbours: 0.65,
  oneNeighbour: 0.34,
  adjacent: 1.15,
  loose: 0.9,
  excess: 1.03,
  short: 0.57,
  long: -0.3,
  joined: 0.0,
  adverb: -0.02,
  capital: 0.72,
  edge: 0.57,
  coverage: 1.24,
  noOtherLeftover: -0.25,
  qualifierClean: 0.36,
  enumeratedClean: -0.35,
  instead: -0.82,
  insteadAlike: -1.56,
  insteadMember: -0.62,
  frenchEnumerated: -1.08,
  frenchQualifier: 0.31,
};
const inOrder = evidenceNames.map((name) => weights[name]);

/** How likely it is, 0 to 1, that a word with this evidence was left out. */
export function likelihoodOf(evidence: readonly number[]): number {
  let sum = 0;
  for (const [k, weight] of inOrder.entries()) sum += weight * evidence[k]!;
  return 1 / (1 + Math.exp(-sum));
}
