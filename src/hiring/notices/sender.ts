import { isDatabaseOutage } from '#platform/database';
import { type Looks, createLooks } from '#platform/looks';
import type { NoticeSenderDeps } from './deps.ts';
import { type Sent, sendDue } from './send-due.ts';

/** Sends what is due, at every look. */
export type NoticeSender = Looks<Sent>;

/** Milliseconds between looks: one reading of an index that is nearly always empty. */
const everyMs = 5000;

/**
 * Sends notices once their time has come. What is due stands in the database: a look missed, by a
 * crash or an outage, is made up for by the next one.
 */
export function createNoticeSender(deps: NoticeSenderDeps): NoticeSender {
  return createLooks({
    everyMs,
    work: (isStopping) => sendDue(deps, isStopping),
    onFound(sent) {
      if (sent.left + sent.heldBack > 0) deps.log.info(sent, 'notices sent');
    },
    onFailure(error) {
      if (isDatabaseOutage(error)) return;
      // The text of an error may name whom it was about.
      deps.log.error({ reason: (error as Error).name }, 'notices could not be sent');
    },
  });
}
