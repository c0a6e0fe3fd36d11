export { type ReceivedApplication, type Webhooks, createWebhooks } from './create-webhooks.ts';
export type { WebhooksDeps } from './deps.ts';
export { webhooksWeb } from './web.tsx';
