import { Badge, type BadgeTone } from '#ui/badge';
import type { Words } from '../messages/index.ts';
import type { PrivacyRequest } from '../model.ts';
import { needsAnswer, urgencyOf } from '../rules.ts';

const dayMs = 86_400_000;

/** Where a request stands, in a word. */
export function StateBadge({ request, now, t }: { request: PrivacyRequest; now: Date; t: Words }) {
  const { closed, kind, dueAt } = request;
  if (closed) {
    const tone: BadgeTone = closed.outcome === 'done' ? 'success' : 'neutral';
    return <Badge tone={tone}>{t(`state.${closed.outcome}`)}</Badge>;
  }
  if (!needsAnswer(kind)) return <Badge tone="info">{t('state.waits')}</Badge>;
  const urgency = urgencyOf(dueAt, now);
  if (urgency === 'overdue') return <Badge tone="danger">{t('state.overdue')}</Badge>;
  return <Badge tone={urgency === 'later' ? 'info' : 'warning'}>{t('state.open')}</Badge>;
}

/** How much time is left, or since when it is over: "12 days left". */
export function timeLeft(dueAt: Date, now: Date, t: Words): string {
  const days = (dueAt.getTime() - now.getTime()) / dayMs;
  return days >= 0
    ? t('clock.left', { count: Math.floor(days) })
    : t('clock.over', { count: Math.floor(-days) });
}
