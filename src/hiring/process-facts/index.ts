export {
  type FactField,
  type JsonSchema,
  factFields,
  factsJsonSchema,
  jsonSchemaOf,
} from './json-schema.ts';
export { isAnywhere } from './schema/anywhere.ts';
export { type FactRule, factRuleOf } from './schema/fact-rule.ts';
export {
  type ApplicationFacts,
  type Criterion,
  type PolicyNotice,
  type ProcessFacts,
  type Seat,
  processFactsSchema,
  writtenFacts,
} from './schema/facts.ts';
export type { Province } from './schema/place.ts';
export {
  type Levels,
  type Profile,
  languageRequirements,
  levels,
  profileLetters,
} from './schema/seats.ts';
export { defaultTimeZone } from './schema/time-zone.ts';
export { consistencyOf, issueWords, lawRules } from './consistency/consistency.ts';
export { type LawRuleId, lawRuleIds } from './consistency/ids.ts';
export type { Issue, IssueSeverity } from './consistency/model.ts';
export { type LawSettings, defaultLawSettings, lawSettingsSchema } from './consistency/settings.ts';
export { type StatedPay, nextPayChange, payOf } from './pay/pay.ts';
export { type PayTable, readPayTables } from './pay/table.ts';
