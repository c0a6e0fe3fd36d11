import {
  type Posting,
  type PostingState,
  type ProcessFacts,
  acceptsApplications,
  bodyHtml,
} from '#hiring/postings';
import type { Lang, Localized } from '#platform/i18n';
import { type RouteName, href } from '#web/routes.ts';
import type { PostingAnswer } from './schemas.ts';

/** A public posting as the API answers it. */
export function presentPosting(
  posting: Posting,
  state: PostingAnswer['state'],
  origins: Localized,
): PostingAnswer {
  const { text, slugs } = posting;
  const both = <Value>(of: (lang: Lang) => Value): Localized<Value> => ({
    en: of('en'),
    fr: of('fr'),
  });
  const address = (name: Extract<RouteName, 'postings.show' | 'apply.form'>): Localized =>
    both((lang) => origins[lang] + href(name, lang, { slug: slugs[lang] }));
  return {
    id: posting.id,
    translationKey: posting.translationKey,
    state,
    title: both((lang) => text[lang].title),
    description: both((lang) => text[lang].description),
    bodyHtml: both((lang) => bodyHtml(text[lang])),
    url: address('postings.show'),
    applyUrl: acceptsApplications(state) ? address('apply.form') : null,
    leverId: both((lang) => text[lang].leverId),
    version: posting.versionHash,
    updatedAt: posting.versionSince.toISOString(),
    facts: posting.facts && presentFacts(posting.facts),
  };
}

function presentFacts({ opensAt, closesAt, ...facts }: ProcessFacts): PostingAnswer['facts'] {
  return {
    ...facts,
    opensAt: opensAt?.toISOString() ?? null,
    closesAt: closesAt?.toISOString() ?? null,
  };
}

/** The state as the API names it; null for what is not public. */
export function publicState(state: PostingState): PostingAnswer['state'] | null {
  return state === 'scheduled' || state === 'draft' ? null : state;
}
