import { z } from 'zod';
import { localized } from './words.ts';

export const provinces = [
  'AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT',
] as const; // prettier-ignore

export type Province = (typeof provinces)[number];

export const location = z.object({ city: localized, province: z.enum(provinces) });

export const workMode = z.enum(['remote', 'hybrid', 'onsite']);
