export { type JsonSchema, factsJsonSchema, jsonSchemaOf } from './json-schema.ts';
export { type FactRule, factRuleOf } from './schema/fact-rule.ts';
export {
  type Criterion,
  type PolicyNotice,
  type ProcessFacts,
  type Seat,
  processFactsSchema,
  writtenFacts,
} from './schema/facts.ts';
export type { Province } from './schema/place.ts';
export { type Levels, type Profile, profileLetters } from './schema/seats.ts';
export { defaultTimeZone } from './schema/time-zone.ts';
