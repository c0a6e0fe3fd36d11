import type { ProcessFacts } from './facts.ts';

/** Whether the work can be done anywhere in Canada: as stated, or remote without any place. */
export function isAnywhere(
  facts: Pick<ProcessFacts, 'anywhereInCanada' | 'locations' | 'workMode'>,
): boolean {
  return facts.anywhereInCanada ?? (facts.workMode === 'remote' && !facts.locations);
}
