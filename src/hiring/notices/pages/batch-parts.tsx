import { formatIsoDateTime } from '#platform/i18n';
import type { Lang } from '#platform/i18n';
import { Badge, type BadgeTone } from '#ui/badge';
import { Button, Form } from '#ui/form';
import { Notice } from '#ui/notice';
import { href } from '#web/routes.ts';
import type { Words } from '../messages/index.ts';
import type { Batch, BatchState, Process } from '../model.ts';

/** What is said about what was just done, or could not be. */
export type Told =
  | { kind: 'confirmed'; count: number; minutes: number }
  | { kind: 'stopped' | 'late' | 'stop-kept' }
  | { kind: 'kept'; at: Date };

export function ToldNotice({
  told,
  process,
  t,
}: {
  told: Told | null;
  process: Process;
  t: Words;
}) {
  if (!told) return null;
  const good = told.kind === 'confirmed' || told.kind === 'stopped';
  return (
    <Notice kind={good ? 'success' : 'warning'} outcome>
      <p>
        {told.kind === 'confirmed'
          ? t('told.confirmed', { count: told.count, minutes: told.minutes })
          : told.kind === 'kept'
            ? t('told.kept', { when: formatIsoDateTime(told.at, process.timeZone) })
            : t(`told.${told.kind}`)}
      </p>
    </Notice>
  );
}

const tones: Record<BatchState, BadgeTone> = {
  waiting: 'info',
  sending: 'info',
  left: 'success',
  stopped: 'neutral',
};

export function StateBadge({ state, t }: { state: BatchState; t: Words }) {
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}

type StopProps = { lang: Lang; process: Process; batch: Batch; csrf: string; t: Words };

/** Stops everything that waits together. */
export function StopForm({ lang, process, batch, csrf, t }: StopProps) {
  const when = formatIsoDateTime(batch.confirmedAt, process.timeZone);
  return (
    <Form
      action={href('desk.notice', lang, { posting: process.postingId, batch: batch.id })}
      csrf={csrf}
    >
      <Button variant="danger" small name="do" value="stop">
        {t('stop')}
        <span class="visually-hidden">{t('stop.hidden', { when })}</span>
      </Button>
    </Form>
  );
}
