import { isDatabaseOutage } from '#platform/database';
import type { NoticeSenderDeps } from './deps.ts';
import { type Sent, sendDue } from './send-due.ts';

export type NoticeSender = {
  start(): void;
  stop(): Promise<void>;
  /** Sends now what is due, without waiting for the next look. */
  look(): Promise<Sent>;
};

/** Milliseconds between looks: one reading of an index that is nearly always empty. */
const lookEvery = 5000;

/**
 * Sends notices once their time has come. What is due stands in the database: a look missed, by a
 * crash or an outage, is made up for by the next one.
 */
export function createNoticeSender(deps: NoticeSenderDeps): NoticeSender {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<Sent> | null = null;
  let stopping = false;

  function look(): Promise<Sent> {
    running ??= sendDue(deps, () => stopping).finally(() => {
      running = null;
    });
    return running;
  }

  async function lookAndLog(): Promise<void> {
    try {
      const sent = await look();
      if (sent.left + sent.heldBack > 0) deps.log.info(sent, 'notices sent');
    } catch (error) {
      if (isDatabaseOutage(error)) return;
      // The text of an error may name whom it was about.
      deps.log.error({ reason: (error as Error).name }, 'notices could not be sent');
    }
  }

  return {
    look,
    start() {
      void lookAndLog();
      timer = setInterval(() => void lookAndLog(), lookEvery);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      stopping = true;
      await running?.catch(() => {});
    },
  };
}
