import { z } from 'zod';
import type { Clock } from '#platform/clock';
import { createSeal } from '#platform/sealing';
import type { DeclaringFor } from './model.ts';

/** What lets somebody at the declaration of one application. */
export type Door = DeclaringFor & {
  /**
   * Whether it shows what was declared. The address of a receipt is in the database, so it opens
   * for writing only; to read takes a session, or having written in this same browser just before.
   */
  reads: boolean;
};

/**
 * - `offer`: in the form of a button on another page, that leads here;
 * - `cookie`: keeps the door open in this browser for a while, so that no address names it;
 * - `form`: says for which application a form was filled in, whatever the cookie says by then.
 */
export type DoorPlace = 'offer' | 'cookie' | 'form';

export type Doors = {
  close(place: DoorPlace, door: Door): string;
  /** Null where it is not ours, for another place, or too old. */
  open(place: DoorPlace, text: string | undefined): Door | null;
};

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long each is good for, in milliseconds. */
const life: Record<DoorPlace, number> = { offer: 30 * day, cookie: 30 * minute, form: 7 * day };

/** One that reads is good for as long as a session of the careers site might be left open. */
const readingOffer = 12 * 60 * minute;

const written = z.tuple([z.string(), z.string(), z.boolean(), z.number()]);

export function createDoors(equityKey: string, clock: Clock): Doors {
  const seal = createSeal(equityKey, 'self-declaration-doors-1');
  return {
    close(place, { applicationId, postingId, reads }) {
      const lasts = place === 'offer' && reads ? readingOffer : life[place];
      const until = clock().getTime() + lasts;
      return seal.close(place, JSON.stringify([applicationId, postingId, reads, until]));
    },
    open(place, text) {
      const opened = seal.open(place, text ?? '');
      if (opened === null) return null;
      const [applicationId, postingId, reads, until] = written.parse(JSON.parse(opened));
      return clock().getTime() < until ? { applicationId, postingId, reads } : null;
    },
  };
}
