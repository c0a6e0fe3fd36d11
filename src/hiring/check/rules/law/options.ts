import { type LawRuleId, lawSettingsSchema } from '#hiring/process-facts';

type Field = Exclude<keyof typeof lawSettingsSchema.shape, 'rules'>;

/** Which rule asks for which setting. */
export const fieldsOf: Readonly<Partial<Record<LawRuleId, readonly Field[]>>> = {
  'external-not-national': ['localTenures'],
  'preference-missing': ['preferenceNotice'],
  'open-too-short': ['externalMinimumHours', 'holidays'],
  'closing-time': ['closingTime', 'closingTimeZone'],
  'group-replaced': ['replacedGroups'],
  'term-conversion': ['termConversionMonths'],
  'seats-over': ['mostSeats'],
  'supervisor-profile': ['bilingualProvinces', 'bilingualCities'],
};
