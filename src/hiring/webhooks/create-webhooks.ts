import type { Subscriber } from '#hiring/announcements';
import type { Tx } from '#platform/database';
import { createSeal } from '#platform/sealing';
import { deliver } from './deliver.ts';
import type { WebhooksDeps } from './deps.ts';
import { happeningOf } from './payload.ts';
import { deliverWebhook, tellEndpoints } from './send.ts';

export type ReceivedApplication = {
  id: string;
  reference: string;
  receivedAt: Date;
  posting: Parameters<typeof happeningOf>[0]['posting'];
};

export type Webhooks = {
  /** Tells the endpoints that postings opened, changed or closed. */
  onAnnouncements: Subscriber;
  /** Tells them that somebody applied, without saying who. */
  onApplication(tx: Tx, application: ReceivedApplication): Promise<void>;
};

/** What the seal of the signing secrets is for. */
export const secretsPurpose = 'webhook-secrets-1';

/** Telling other software what happens: written in the caller's transaction, sent by tasks. */
export async function createWebhooks(deps: WebhooksDeps): Promise<Webhooks> {
  const seal = createSeal(deps.secret, secretsPurpose);
  await deps.queue.work(deliverWebhook, ({ messageId }) => deliver({ ...deps, seal }, messageId));
  return {
    onAnnouncements: (tx, announcements) =>
      tellEndpoints(
        tx,
        deps,
        announcements.map((announcement) => happeningOf(announcement, deps.origins)),
      ),
    onApplication(tx, { id, reference, receivedAt, posting }) {
      const announced = { id, kind: 'opened' as const, happenedAt: receivedAt, posting };
      const happening = {
        ...happeningOf(announced, deps.origins),
        event: 'application.received' as const,
        application: { id, reference },
      };
      return tellEndpoints(tx, deps, [happening]);
    },
  };
}
