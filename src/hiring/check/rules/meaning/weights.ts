import { evidenceNames } from './evidence.ts';

/**
 * How much each kind of evidence counts (logistic regression). Fitted by `bench/fit-omissions.ts` to
 * words cut out of real pairs, and to those that their translators left out or added themselves.
 */
const weights: Readonly<Record<(typeof evidenceNames)[number], number>> = {
  always: 0.64,
  french: -0.85,
  qualifier: 1.14,
  known: 0.64,
  translations: -0.06,
  enumerated: 0.61,
  fewerMembers: 0.50,
  repeated: -2.09,
  leftoversNear: -0.64,
  leftoversAround: -0.52,
  otherLeftover: 0.14,
  ownLeftover: -0.98,
  bothNeighbours: 0.61,
  oneNeighbour: -0.03,
  adjacent: 1.73,
  loose: 1.01,
  excess: 0.79,
  short: 0.79,
  long: -0.22,
  joined: 0.00,
  adverb: 0.20,
  capital: 1.02,
  edge: 0.64,
  coverage: 1.16,
  noOtherLeftover: 0.35,
  qualifierClean: 1.03,
  enumeratedClean: -0.57,
  instead: -0.76,
  insteadAlike: 0.41,
  insteadMember: -0.14,
  frenchEnumerated: -0.46,
  frenchQualifier: 0.32,
};
const inOrder = evidenceNames.map((name) => weights[name]);

/** How likely it is, 0 to 1, that a word with this evidence was left out. */
export function likelihoodOf(evidence: readonly number[]): number {
  let sum = 0;
  for (const [k, weight] of inOrder.entries()) sum += weight * evidence[k]!;
  return 1 / (1 + Math.exp(-sum));
}
