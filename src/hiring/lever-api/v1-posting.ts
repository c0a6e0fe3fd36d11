import type { LeverPosting } from './model.ts';

/** A posting in the shape of Lever's v1, as far as what we have goes. */
export function v1Posting(posting: LeverPosting): object {
  const { id, text, createdAt, updatedAt, categories, country, workplaceType, lists } = posting;
  return {
    id,
    text,
    createdAt,
    updatedAt,
    state: 'published',
    distributionChannels: ['public'],
    tags: [],
    categories,
    country,
    workplaceType,
    content: {
      description: posting.descriptionPlain,
      descriptionHtml: posting.description,
      lists,
      closing: posting.additionalPlain,
      closingHtml: posting.additional,
    },
    ...(posting.salaryRange && { salaryRange: posting.salaryRange }),
    ...(posting.salaryDescription && {
      salaryDescription: posting.salaryDescriptionPlain,
      salaryDescriptionHtml: posting.salaryDescription,
    }),
    urls: { show: posting.hostedUrl, apply: posting.applyUrl },
    lang: posting.lang,
    closesAt: posting.closesAt,
  };
}
