import { parse } from 'yaml';
import { z } from 'zod';
import { payPeriods } from '../schema/position.ts';
import { day } from '../schema/words.ts';

const level = z
  .strictObject({
    level: z.int().min(0).max(99),
    min: z.number().positive(),
    max: z.number().positive(),
  })
  .refine(({ min, max }) => min <= max);

const table = z.strictObject({
  /** First day on which these rates are paid. */
  effective: day,
  /** False where that day was not found in a source. */
  sure: z.boolean().default(true),
  source: z.string().trim().min(1).max(500),
  levels: z.array(level).min(1),
});

const payFile = z.strictObject({
  group: z.string().regex(/^[A-Z]{2,4}$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
  period: z.enum(payPeriods),
  tables: z.array(table).min(1),
});

type PayFile = z.output<typeof payFile>;

/** The rates of a group from a day on. */
export type PayTable = Pick<PayFile, 'group' | 'currency' | 'period'> & z.output<typeof table>;

/** Reads one file of `reference/pay/`. `null` where it is not one. */
export function readPayTables(source: string): PayTable[] | null {
  let written: unknown;
  try {
    written = parse(source);
  } catch {
    return null;
  }
  const parsed = payFile.safeParse(written);
  if (!parsed.success) return null;
  const { tables, ...group } = parsed.data;
  return tables.map((one) => ({ ...group, ...one }));
}
