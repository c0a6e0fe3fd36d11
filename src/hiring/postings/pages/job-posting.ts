import type { JobPosting, WithContext } from 'schema-dts';
import { type ProcessFacts, type StatedPay, defaultTimeZone } from '#hiring/process-facts';
import { type Lang, formatIsoDate } from '#platform/i18n';
import { href } from '#web/routes.ts';
import { bodyHtml } from '../markdown/render.ts';
import { words } from '../messages.ts';
import { placeOf } from './job-place.ts';
import type { PostingView } from './posting-page.tsx';

/**
 * JobPosting of schema.org, as Google for Jobs reads it. Only what the posting states: a property
 * that the facts do not settle is left out rather than guessed.
 */
export function jobPosting({
  lang,
  posting,
  pay,
  site,
  origins,
}: Pick<PostingView, 'lang' | 'posting' | 'pay' | 'site' | 'origins'>): WithContext<JobPosting> {
  const { facts } = posting;
  const text = posting.text[lang];
  const organization = facts?.organization?.[lang] ?? site.organization[lang];
  const address = origins[lang] + href('postings.show', lang, { slug: posting.slugs[lang] });
  return {
    '@context': 'https://schema.org',
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
      value: facts?.processNumber ?? text.leverId ?? posting.id,
    },
    // The form is this site's, and begins from this page.
    directApply: true,
    ...placeOf(facts, lang),
    ...(pay && { baseSalary: salaryOf(pay) }),
    ...(facts && statedOf(facts, lang)),
  };
}

type Stated = Partial<Exclude<JobPosting, string>>;

function salaryOf(pay: StatedPay): NonNullable<Stated['baseSalary']> {
  const { min, max } = pay;
  return {
    '@type': 'MonetaryAmount',
    currency: pay.currency,
    value: {
      '@type': 'QuantitativeValue',
      ...(min === max ? { value: min } : { minValue: min, maxValue: max }),
      unitText: pay.period.toUpperCase(),
    },
  };
}

function statedOf(facts: ProcessFacts, lang: Lang): Stated {
  const { unit, seats, criteria, security, industry, occupation } = facts;
  const employment = employmentTypesOf(facts);
  const essential = (criteria ?? []).filter(({ kind }) => kind === 'essential');
  return {
    ...(employment.length > 0 && {
      employmentType: employment.length === 1 ? employment[0]! : employment,
    }),
    ...(unit && { employmentUnit: { '@type': 'Organization', name: unit[lang] } }),
    ...(seats && { totalJobOpenings: seats.reduce((sum, { count }) => sum + count, 0) }),
    ...(essential.length > 0 && {
      qualifications: essential.map(({ text }) => text[lang]).join('\n'),
    }),
    ...(security && { securityClearanceRequirement: words(lang)(`security.${security}`) }),
    ...(industry && { industry: industry[lang] }),
    ...(occupation && { occupationalCategory: `${occupation.code} ${occupation.name[lang]}` }),
  };
}

/** Indeterminate says nothing of hours, so it is neither FULL_TIME nor PART_TIME. */
const byTenure: Partial<Record<NonNullable<ProcessFacts['tenure']>['kind'], string>> = {
  term: 'TEMPORARY',
  casual: 'TEMPORARY',
  secondment: 'TEMPORARY',
  assignment: 'TEMPORARY',
  student: 'INTERN',
};

const byHours = { 'full-time': 'FULL_TIME', 'part-time': 'PART_TIME' };

function employmentTypesOf({ tenure, workingTime }: ProcessFacts): string[] {
  const types = [workingTime && byHours[workingTime], tenure && byTenure[tenure.kind]];
  return types.filter((type) => type !== undefined);
}
