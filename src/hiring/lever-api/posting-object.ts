import {
  type Posting,
  type PostingText,
  type ProcessFacts,
  apiId,
  bodyFragment,
  classificationWords,
  payWords,
  placeWords,
  plainBlocks,
  postingWords,
  tenureWords,
} from '#hiring/postings';
import type { StatedPay } from '#hiring/process-facts';
import type { Lang, Localized } from '#platform/i18n';
import { href } from '#web/routes.ts';
import type { Categories, LeverPosting } from './model.ts';
import { cutIntoSections } from './rules/sections.ts';

/** What a posting's object says that does not stand in its files. */
export type Publisher = {
  origins: Localized;
  organization: Localized;
  /** What is paid, by the facts or by a pay table. */
  payOf(facts: ProcessFacts): StatedPay | null;
};

/** One language of a posting as Lever's API shows it. */
export function leverPosting(
  posting: Posting,
  lang: Lang,
  { origins, organization, payOf }: Publisher,
): LeverPosting {
  const { facts, firstSeenAt, versionSince } = posting;
  const text = posting.text[lang];
  const hostedUrl = origins[lang] + href('postings.show', lang, { slug: posting.slugs[lang] });
  return {
    id: apiId(posting, lang),
    text: text.title,
    createdAt: (facts?.opensAt ?? firstSeenAt).getTime(),
    updatedAt: versionSince.getTime(),
    closesAt: facts?.closesAt?.getTime() ?? null,
    lang,
    categories: categoriesOf(facts, lang, organization[lang]),
    country: facts?.locations || facts?.workMode === 'remote' ? 'CA' : null,
    workplaceType: facts?.workMode ?? 'unspecified',
    ...proseOf(text),
    hostedUrl,
    applyUrl: `${hostedUrl}/apply`,
    ...salaryOf(facts && payOf(facts), lang),
  };
}

function categoriesOf(facts: ProcessFacts | null, lang: Lang, department: string): Categories {
  const t = postingWords(lang);
  const places = facts ? placeWords(facts, t) : [];
  const [location] = places;
  const commitment = facts && tenureWords(facts, t);
  const team = facts?.unit?.[lang];
  const level = facts && classificationWords(facts);
  return {
    ...(location !== undefined && { location, allLocations: places }),
    ...(commitment !== null && { commitment }),
    ...(team !== undefined && { team }),
    department,
    ...(level !== null && { level }),
  };
}

type Prose = Pick<
  LeverPosting,
  | 'opening'
  | 'openingPlain'
  | 'description'
  | 'descriptionPlain'
  | 'descriptionBody'
  | 'descriptionBodyPlain'
  | 'additional'
  | 'additionalPlain'
  | 'lists'
>;

const prose = new WeakMap<PostingText, Prose>();

/** Made once for a text: texts outlive the catalogues that they are in. */
function proseOf(text: PostingText): Prose {
  const known = prose.get(text);
  if (known) return known;
  const { opening, body, lists, additional } = cutIntoSections(bodyFragment(text));
  const description = [opening, body].filter(Boolean).join('\n');
  const made: Prose = {
    opening,
    openingPlain: plainBlocks(opening),
    description,
    descriptionPlain: plainBlocks(description),
    descriptionBody: body,
    descriptionBodyPlain: plainBlocks(body),
    additional,
    additionalPlain: plainBlocks(additional),
    lists,
  };
  prose.set(text, made);
  return made;
}

const intervals = {
  year: 'per-year-salary',
  month: 'per-month-salary',
  week: 'per-week-salary',
  day: 'per-day-wage',
  hour: 'per-hour-wage',
} as const;

function salaryOf(
  pay: StatedPay | null,
  lang: Lang,
): Pick<LeverPosting, 'salaryRange' | 'salaryDescription' | 'salaryDescriptionPlain'> {
  if (!pay) return {};
  const words = payWords(pay, postingWords(lang));
  const { currency, period, min, max } = pay;
  return {
    salaryRange: { currency, interval: intervals[period], min, max },
    salaryDescription: `<p>${words}</p>`,
    salaryDescriptionPlain: words,
  };
}
