import { parse } from 'yaml';
import { z } from 'zod';
import type { EquityGroup } from './model.ts';

const words = z.strictObject({
  en: z.string().trim().min(1).max(500),
  fr: z.string().trim().min(1).max(500),
});

/** Values of the form that are no groups. */
const reserved = ['none', 'undisclosed'];

const group = z.strictObject({
  id: z
    .string()
    .max(40)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .refine((id) => !reserved.includes(id)),
  inForce: z.boolean(),
  name: words,
  definition: words,
  basis: z.strictObject({ kind: z.enum(['law', 'recommendation']), words }),
});

const file = z.strictObject({
  groups: z
    .array(group)
    .min(1)
    .max(40)
    .refine((groups) => new Set(groups.map(({ id }) => id)).size === groups.length),
});

/** Reads `reference/equity/groups.yml`. `null` where it is not such a file. */
export function readEquityGroups(source: string): EquityGroup[] | null {
  let written: unknown;
  try {
    written = parse(source);
  } catch {
    return null;
  }
  const parsed = file.safeParse(written);
  return parsed.success ? parsed.data.groups : null;
}
