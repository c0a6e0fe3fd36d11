import { evidenceNames } from './evidence.ts';

/**
 * How much each kind of evidence counts (logistic regression). Fitted by `bench/fit-omissions.ts` to
 * words cut out of real pairs, and to those that their translators left out or added themselves.
 */
const weights: Readonly<Record<(typeof evidenceNames)[number], number>> = {
  always: 1.05,
  french: -0.62,
  qualifier: 0.93,
  known: 1.05,
  translations: -0.42,
  enumerated: 0.39,
  fewerMembers: 0.39,
  repeated: -1.72,
  leftoversNear: -0.49,
  leftoversAround: -0.88,
  otherLeftover: 0.19,
  ownLeftover: -1.32,
  bothNeighbours: 1.14,
  oneNeighbour: -0.14,
  adjacent: 2.08,
  loose: 0.84,
  excess: 1.15,
  short: 0.51,
  long: -0.81,
  joined: 0.0,
  adverb: -0.2,
  capital: 1.17,
  edge: 1.05,
  coverage: 1.76,
  noOtherLeftover: 0.19,
  qualifierClean: 0.65,
  enumeratedClean: -0.45,
  instead: -1.05,
  insteadAlike: 0.68,
  insteadMember: 0.0,
  frenchEnumerated: -0.92,
  frenchQualifier: 0.17,
};
const inOrder = evidenceNames.map((name) => weights[name]);

/** How likely it is, 0 to 1, that a word with this evidence was left out. */
export function likelihoodOf(evidence: readonly number[]): number {
  let sum = 0;
  for (const [k, weight] of inOrder.entries()) sum += weight * evidence[k]!;
  return 1 / (1 + Math.exp(-sum));
}
