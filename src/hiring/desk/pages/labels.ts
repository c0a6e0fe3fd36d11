import { type ApplicationStatus, type HeardFrom, heardFromChoices } from '#hiring/applications';
import { type Lang, localeOf } from '#platform/i18n';
import type { BadgeTone } from '#ui/badge';
import { type Words, messages } from '../messages/index.ts';
import type { FindingResult } from '../model.ts';
import { isReasonCode } from '../rules.ts';

export const statusTones = {
  received: 'info',
  'screened-in': 'success',
  'screened-out': 'neutral',
  withdrawn: 'neutral',
} as const satisfies Record<ApplicationStatus, BadgeTone>;

export const resultTones = {
  met: 'success',
  'not-met': 'warning',
  'not-assessed': 'neutral',
} as const satisfies Record<FindingResult, BadgeTone>;

/** The words of a reason within a sentence, however old the decision. */
export function reasonLabel(t: Words, code: string): string {
  return isReasonCode(code) ? t(`reason.${code}`) : t('reason.former', { code });
}

/** How a candidate heard of the posting; an answer of another time is shown as its code. */
export function heardLabel(t: Words, code: string): string {
  const known = (text: string): text is HeardFrom =>
    heardFromChoices.some((choice) => choice === text);
  return known(code) ? t(`heard.${code}`) : code;
}

/** The words of a reason standing alone. */
export function reasonSentence(t: Words, code: string): string {
  const label = reasonLabel(t, code);
  return label.charAt(0).toLocaleUpperCase(localeOf[t.lang]) + label.slice(1);
}

/** Name of a zone all year round: "Eastern Time" / "heure de l’Est". */
export function zoneName(lang: Lang, timeZone: string): string {
  const format = new Intl.DateTimeFormat(localeOf[lang], { timeZone, timeZoneName: 'longGeneric' });
  return format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** The words of a reason standing alone, for pages of other features. */
export function reasonInWords(lang: Lang, code: string): string {
  return reasonSentence(messages(lang), code);
}
