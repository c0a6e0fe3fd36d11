import type { Role } from '#hiring/staff';
import type { Lang } from '#platform/i18n';

/** The sample accounts, one for each role; the manager works in French. */
export const sampleStaff = [
  { email: 'admin@sample.example', role: 'admin', lang: 'en', name: 'Alex Sample' },
  { email: 'gestion@sample.example', role: 'manager', lang: 'fr', name: 'Dominique Exemple' },
  { email: 'assessor@sample.example', role: 'assessor', lang: 'en', name: 'Robin Specimen' },
] as const satisfies readonly { email: string; role: Role; lang: Lang; name: string }[];

/** Those who decide and write notes. */
export type SampleActor = Exclude<(typeof sampleStaff)[number]['role'], 'assessor'>;
