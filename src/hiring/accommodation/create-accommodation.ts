import { type Arrangements, createArrangements } from './arrangements.ts';
import type { AccommodationDeps } from './deps.ts';
import { type Escalation, createEscalation } from './escalate.ts';

/** What runs beside the pages. */
export type Accommodation = { arrangements: Arrangements; escalation: Escalation };

/** Puts together what takes effect in the process, and what watches over the answers. */
export function createAccommodation(deps: AccommodationDeps): Accommodation {
  return { arrangements: createArrangements(deps), escalation: createEscalation(deps) };
}
