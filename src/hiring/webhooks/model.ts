import type { Lang } from '#platform/i18n';

export const webhookEvents = [
  'posting.opened',
  'posting.changed',
  'posting.closed',
  'application.received',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

export const webhookFormats = ['standard', 'slack'] as const;
export type WebhookFormat = (typeof webhookFormats)[number];

export type WebhookEndpoint = {
  readonly id: string;
  readonly url: string;
  readonly format: WebhookFormat;
  /** Language of the messages that people read, in the format of Slack. */
  readonly lang: Lang;
  readonly events: readonly WebhookEvent[];
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly disabledBecause: 'staff' | 'gone' | null;
  /** Until when the secret before the present one signs too; null where there was none. */
  readonly earlierSecretUntil: Date | null;
};

export type MessageState = 'waiting' | 'delivered' | 'dead';

/** A message to one endpoint, as the desk lists it. */
export type WebhookMessage = {
  readonly id: string;
  readonly event: string;
  readonly createdAt: Date;
  readonly attempts: number;
  readonly attemptedAt: Date | null;
  readonly lastFailure: string | null;
  readonly state: MessageState;
};

/** Messages of one endpoint that the desk shows. */
export const messagesShown = 100;

/** Tries before a message is a dead letter; waits double from 15 s, some four hours in all. */
export const tries = 10;
