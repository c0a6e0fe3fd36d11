import { z } from 'zod';
import { day, id, localized, localizedText } from './words.ts';

export const criterionKinds = ['essential', 'asset', 'operational', 'organizational'] as const;

/** One thing that is assessed: the same object on the page, in the form and on the score sheet. */
const criterion = z.object({ id, kind: z.enum(criterionKinds), text: localizedText });

export const criteria = z.array(criterion).min(1).max(100).superRefine(uniqueIds);

/** A policy that applies to the process between two days. */
const notice = z
  .object({
    id,
    title: localized.optional(),
    effective: day.optional(),
    /** The last day on which it applies. */
    expires: day.optional(),
    text: localizedText.optional(),
  })
  .refine(
    ({ effective, expires }) =>
      effective === undefined || expires === undefined || effective <= expires,
    { path: ['expires'], params: { rule: 'expires-before-effective' } },
  );

export const notices = z.array(notice).min(1).max(50).superRefine(uniqueIds);

/** Ids are what other records refer to: two of the same are two truths. */
function uniqueIds(items: { id: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    if (seen.has(item.id)) {
      context.addIssue({ code: 'custom', path: [index, 'id'], params: { rule: 'duplicate-id' } });
    }
    seen.add(item.id);
  }
}
