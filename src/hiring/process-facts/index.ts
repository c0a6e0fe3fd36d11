export { type FactRule, factRuleOf } from './schema/fact-rule.ts';
export {
  type Criterion,
  type PolicyNotice,
  type ProcessFacts,
  type Seat,
  processFactsSchema,
} from './schema/facts.ts';
export type { Province } from './schema/place.ts';
export { type Levels, type Profile, profileLetters } from './schema/seats.ts';
export { defaultTimeZone } from './schema/time-zone.ts';
