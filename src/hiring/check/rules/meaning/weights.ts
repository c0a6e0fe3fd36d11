import { evidenceNames } from './evidence.ts';

/**
 * How much each kind of evidence counts (logistic regression). Fitted by `bench/fit-omissions.ts` to
 * words cut out of real pairs, and to those that their translators left out or added themselves.
 */
const weights: Readonly<Record<(typeof evidenceNames)[number], number>> = {
  always: 1.05,
  french: -0.37,
  qualifier: 0.97,
  known: 1.05,
  translations: -0.01,
  enumerated: 0.66,
  fewerMembers: 0.23,
  repeated: -1.11,
  leftoversNear: -0.25,
  leftoversAround: 0.25,
  otherLeftover: -0.16,
  ownLeftover: -2.14,
  bothNeighbours: 0.98,
  oneNeighbour: -0.07,
  adjacent: 1.69,
  loose: 0.15,
  excess: 0.55,
  short: 0.72,
  long: -1.23,
  joined: 0.0,
  adverb: -0.33,
  capital: 0.86,
  edge: 1.03,
  coverage: 1.8,
  noOtherLeftover: 0.06,
  qualifierClean: 0.56,
  enumeratedClean: -0.42,
  instead: -0.77,
  insteadAlike: -0.35,
  insteadMember: 0.07,
  frenchEnumerated: -0.9,
  frenchQualifier: 0.62,
};
const inOrder = evidenceNames.map((name) => weights[name]);

/** How likely it is, 0 to 1, that a word with this evidence was left out. */
export function likelihoodOf(evidence: readonly number[]): number {
  let sum = 0;
  for (const [k, weight] of inOrder.entries()) sum += weight * evidence[k]!;
  return 1 / (1 + Math.exp(-sum));
}
