import type { Localized } from '#platform/i18n';
import type { FormStep } from '../model.ts';

const slugs: Readonly<Record<string, Localized>> = {
  contact: { en: 'contact', fr: 'coordonnees' },
  statement: { en: 'statement', fr: 'presentation' },
  documents: { en: 'documents', fr: 'documents' },
  languages: { en: 'languages', fr: 'langues' },
  preference: { en: 'order-of-preference', fr: 'ordre-de-preference' },
};

/** The last part of a step's address. A criterion keeps its author's id, whatever its place. */
export function stepSlugs({ id }: Pick<FormStep, 'id'>): Localized {
  const criterion = id.replace(/^criterion-/, '');
  return slugs[id] ?? { en: `criterion-${criterion}`, fr: `critere-${criterion}` };
}
