import type { Lang } from '#platform/i18n';
import { Badge, type BadgeTone } from '#ui/badge';
import { messages } from '../messages/index.ts';
import type { ApplicationStatus } from '../model.ts';

const tones = {
  received: 'info',
  'screened-in': 'success',
  'screened-out': 'neutral',
  withdrawn: 'neutral',
} as const satisfies Record<ApplicationStatus, BadgeTone>;

/** What a candidate was told of their application, in a word or two. */
export function ToldBadge({ lang, status }: { lang: Lang; status: ApplicationStatus }) {
  return <Badge tone={tones[status]}>{messages(lang)(`mine.status.${status}`)}</Badge>;
}
