import type { Family } from '#hiring/check';
import { type LawRuleId, issueWords } from '#hiring/process-facts';

/** The words of the issues themselves; the remedy names its source. */
export const words: Family['words'] =
  (lang) =>
  (key, args = {}) => {
    const [id, part] = key.split('.');
    const { message, remedy, cited } = issueWords({ id: id as LawRuleId, args }, lang);
    return part === 'remedy' ? `${remedy} ${cited}` : message;
  };
