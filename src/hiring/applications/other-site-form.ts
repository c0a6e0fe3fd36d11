import type { Lang } from '#platform/i18n';
import type { TypedFields } from './forms.ts';

/** Fields of the form that organizations have on their own sites, by the names that it gives them. */
export const otherSiteFields = {
  posting: 'jobId',
  statement: 'body',
  pool: 'talent_tracking',
} as const;

/**
 * Our form's fields from those of the other one. Its single line of work samples may hold several
 * addresses; sending it is agreeing to the notice that stands above it.
 */
export function fromOtherSite(typed: TypedFields, lang: Lang): TypedFields {
  const samples = typed['samples'] ?? '';
  const parts = samples.split(/[\s,;]+/).filter(Boolean);
  const allAddresses = parts.every((part) => /^[^.]+\.[^.]/.test(part));
  return {
    name: typed['name'] ?? '',
    email: typed['email'] ?? '',
    phone: typed['phone'] ?? '',
    statement: typed[otherSiteFields.statement] ?? '',
    samples: allAddresses ? parts.join('\n') : samples,
    correspondence: lang,
    consent: 'yes',
  };
}

/** A checkbox or a choice that says yes, as forms in either language send it. */
export function saysYes(value: string | undefined): boolean {
  return /^(on|1|true|y|yes|o|oui)$/i.test((value ?? '').trim());
}
