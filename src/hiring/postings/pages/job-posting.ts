import { bodyHtml } from '../markdown/render.ts';
import type { ProcessFacts } from '#hiring/process-facts';
import { defaultTimeZone } from '#hiring/process-facts';
import { formatIsoDate } from '#platform/i18n';
import { href } from '#web/routes.ts';
import type { PostingView } from './posting-page.tsx';

/** ISO 3166 code of the country in which Tandem's provinces are. */
const country = 'CA';

/**
 * JobPosting of schema.org, as Google for Jobs reads it. Only what the posting states: a property
 * that the facts do not settle is left out rather than guessed.
 */
export function jobPosting({ lang, posting, site, origins }: PostingView): object {
  const { facts } = posting;
  const text = posting.text[lang];
  const organization = site.organization[lang];
  const address = origins[lang] + href('postings.show', lang, { slug: posting.slugs[lang] });
  return {
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title: text.title,
    description: bodyHtml(text),
    url: address,
    datePosted: formatIsoDate(
      facts?.opensAt ?? posting.firstSeenAt,
      facts?.timeZone ?? defaultTimeZone,
    ),
    ...(facts?.closesAt && { validThrough: facts.closesAt.toISOString() }),
    hiringOrganization: { '@type': 'Organization', name: organization, sameAs: origins[lang] },
    identifier: {
      '@type': 'PropertyValue',
      name: organization,
      value: text.leverId ?? posting.id,
    },
    directApply: true,
    ...placeOf(facts, lang),
    ...(facts && { ...salaryOf(facts), ...employmentOf(facts) }),
  };
}

/** Remote here means wholly remote, the only case for TELECOMMUTE. */
function placeOf(facts: ProcessFacts | null, lang: 'en' | 'fr'): object {
  const places = (facts?.locations ?? []).map(({ city, province }) => ({
    '@type': 'Place',
    address: {
      '@type': 'PostalAddress',
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
    '@type': 'Place',
    address: { '@type': 'PostalAddress', addressCountry: country },
  };
  return { jobLocation: places.length > 0 ? places : anywhere };
}

function salaryOf({ pay }: ProcessFacts): object {
  if (!pay) return {};
  return {
    baseSalary: {
      '@type': 'MonetaryAmount',
      currency: pay.currency,
      value: {
        '@type': 'QuantitativeValue',
        minValue: pay.min,
        maxValue: pay.max,
        unitText: pay.period.toUpperCase(),
      },
    },
  };
}

/** Indeterminate says nothing of hours, so it is neither FULL_TIME nor PART_TIME. */
const employmentTypes: Partial<Record<NonNullable<ProcessFacts['tenure']>['kind'], string>> = {
  term: 'TEMPORARY',
  casual: 'TEMPORARY',
  secondment: 'TEMPORARY',
  student: 'INTERN',
};

function employmentOf({ tenure }: ProcessFacts): object {
  const type = tenure && employmentTypes[tenure.kind];
  return type ? { employmentType: type } : {};
}
