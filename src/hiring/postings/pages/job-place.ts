import type { JobPosting } from 'schema-dts';
import type { ProcessFacts } from '#hiring/process-facts';
import type { Lang } from '#platform/i18n';

type Places = Partial<
  Pick<
    Exclude<JobPosting, string>,
    'jobLocation' | 'jobLocationType' | 'applicantLocationRequirements'
  >
>;

/** ISO 3166 code of the country in which the provinces of the facts are. */
const country = 'CA';

/**
 * Where the job is, by the rules of Google for Jobs: TELECOMMUTE for wholly remote work only, with
 * the country that applicants must be in; for any other, at least a country.
 */
export function placeOf(facts: ProcessFacts | null, lang: Lang): Places {
  const places = (facts?.locations ?? []).map(({ city, province }) => ({
    '@type': 'Place' as const,
    address: {
      '@type': 'PostalAddress' as const,
      addressLocality: city[lang],
      addressRegion: province,
      addressCountry: country,
    },
  }));
  if (facts?.workMode === 'remote') {
    return {
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: { '@type': 'Country', name: country },
      ...(places.length > 0 && { jobLocation: places }),
    };
  }
  const anywhere = {
    '@type': 'Place' as const,
    address: { '@type': 'PostalAddress' as const, addressCountry: country },
  };
  return { jobLocation: places.length > 0 ? places : anywhere };
}
