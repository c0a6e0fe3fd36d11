/** Every rule, in the order in which it is asked. */
export const lawRuleIds = [
  'area-missing',
  'external-not-national',
  'mobility-external',
  'citizenship-limited',
  'preference-missing',
  'open-too-short',
  'closing-time',
  'group-replaced',
  'student-classified',
  'term-without-length',
  'term-conversion',
  'pay-outside-table',
  'seats-missing',
  'seats-over',
  'non-imperative-term',
  'supervisor-profile',
  'bilingual-preferred',
  'bilingual-without-profile',
  'profile-without-bilingual',
  'no-essential',
  'criteria-missing',
  'notice-expired',
  'notice-future',
  'pool-without-validity',
] as const;

export type LawRuleId = (typeof lawRuleIds)[number];
