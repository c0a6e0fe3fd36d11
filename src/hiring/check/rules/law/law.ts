import type { PairRule } from '#hiring/check';
import {
  type LawSettings,
  consistencyOf,
  defaultLawSettings,
  lawRuleIds,
  lawRules,
  lawSettingsSchema,
} from '#hiring/process-facts';
import { fieldsOf } from './options.ts';

const noRule: LawSettings['rules'] = Object.fromEntries(lawRuleIds.map((id) => [id, 'off']));

/** One rule of the linter for each rule of law, so that each can be configured and switched off. */
export const rules: readonly PairRule[] = lawRules.map(({ id, severity }) => {
  const fields = fieldsOf[id] ?? [];
  const { [id]: _, ...others } = noRule;
  return {
    id: `law/${id}`,
    severity,
    fixable: false,
    scope: 'pair',
    ...(fields.length > 0 && {
      options: Object.fromEntries(fields.map((field) => [field, defaultLawSettings[field]])),
      optionSchemas: Object.fromEntries(
        fields.map((field) => [field, lawSettingsSchema.shape[field]]),
      ),
    }),
    check({ facts, archived, factPlace }, context, report) {
      if (!facts || archived) return;
      const settings: LawSettings = {
        ...defaultLawSettings,
        ...Object.fromEntries(fields.map((field) => [field, context.option(field)])),
        rules: others,
      };
      for (const issue of consistencyOf(facts, settings, context.now, context.payTables)) {
        report({
          place: factPlace(issue.path),
          args: issue.args,
          ...(issue.severity !== severity && { severity: issue.severity }),
        });
      }
    },
  };
});
