import { z } from 'zod';
import { tenureKinds } from './position.ts';

/** Whether qualified candidates are kept for later seats, and how. */
export const pool = z.object({
  intended: z.boolean(),
  /** Whether candidates of the pool have been assessed against every criterion. */
  assessed: z.enum(['fully', 'partially']).optional(),
  /** The kinds of tenure for which it may be used. */
  tenures: z.array(z.enum(tenureKinds)).min(1).max(tenureKinds.length).optional(),
  validMonths: z.int().min(1).max(120).optional(),
});
