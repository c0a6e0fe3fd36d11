import { z } from 'zod';
import { localized } from './words.ts';

/** "05" is how classification standards write a level. */
const digits = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{1,2}$/.test(value.trim()) ? Number(value) : value;

export const classification = z.object({
  group: z.string().regex(/^[A-Z]{2,4}$/),
  level: z.preprocess(digits, z.int().min(0).max(99)),
});

export const payPeriods = ['year', 'month', 'week', 'day', 'hour'] as const;

/** Amounts of money per period. */
export const pay = z
  .object({
    min: z.number().positive(),
    max: z.number().positive(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default('CAD'),
    period: z.enum(payPeriods).default('year'),
  })
  .refine((range) => range.min <= range.max, { params: { rule: 'min-above-max' } });

export const tenureKinds = [
  'indeterminate',
  'term',
  'casual',
  'student',
  'secondment',
  'assignment',
] as const;

export const tenure = z.object({
  kind: z.enum(tenureKinds),
  months: z.int().min(1).max(120).optional(),
});

export const workingTime = z.enum(['full-time', 'part-time']);

/** `possible`: the person may be asked to supervise ("may supervise 3 to 4 people"). */
export const supervision = z
  .object({
    kind: z.enum(['none', 'possible', 'required']),
    /** How many people report to the position. */
    reports: z
      .object({ min: z.int().min(1).max(999), max: z.int().min(1).max(999) })
      .refine(({ min, max }) => min <= max, { params: { rule: 'reports-min-above-max' } })
      .optional(),
  })
  .refine(({ kind, reports }) => kind !== 'none' || !reports, {
    path: ['reports'],
    params: { rule: 'reports-without-supervision' },
  });

export const security = z.enum([
  'reliability',
  'enhanced-reliability',
  'secret',
  'enhanced-secret',
  'top-secret',
  'enhanced-top-secret',
]);

/** Class of the National Occupational Classification, and its name. */
export const occupation = z.object({
  code: z.string().regex(/^\d{5}$/),
  name: localized,
});
