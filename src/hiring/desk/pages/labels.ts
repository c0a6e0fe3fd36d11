import { type ApplicationStatus, type HeardFrom, heardFromChoices } from '#hiring/applications';
import { formatIsoDateTime } from '#platform/i18n';
import type { BadgeTone } from '#ui/badge';
import type { Words } from '../messages/index.ts';
import { isReasonCode } from '../rules.ts';

export const statusTones = {
  received: 'info',
  'screened-in': 'success',
  'screened-out': 'neutral',
} as const satisfies Record<ApplicationStatus, BadgeTone>;

/** The words of a reason, however old the decision. */
export function reasonLabel(t: Words, code: string): string {
  return isReasonCode(code) ? t(`reason.${code}`) : t('reason.former', { code });
}

/** How a candidate heard of the posting; an answer of another time is shown as its code. */
export function heardLabel(t: Words, code: string): string {
  const known = (text: string): text is HeardFrom =>
    heardFromChoices.some((choice) => choice === text);
  return known(code) ? t(`heard.${code}`) : code;
}

/** A moment for reading and for machines. */
export type Moment = { when: string; dateTime: string };

export function moment(at: Date, timeZone: string): Moment {
  return { when: formatIsoDateTime(at, timeZone), dateTime: at.toISOString() };
}
