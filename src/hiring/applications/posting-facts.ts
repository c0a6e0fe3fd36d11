import { type Posting, defaultTimeZone } from '#hiring/postings';
import type { Lang, Localized } from '#platform/i18n';
import { href } from '#web/routes.ts';
import type { PostingFacts } from './pages/view.ts';

/** What the pages of applying show of a posting. */
export function postingFacts(posting: Posting, lang: Lang): PostingFacts {
  const { slugs } = posting;
  const paths = (name: 'postings.show' | 'apply.form'): Localized => ({
    en: href(name, 'en', { slug: slugs.en }),
    fr: href(name, 'fr', { slug: slugs.fr }),
  });
  return {
    id: posting.id,
    title: posting.text[lang].title,
    slugs,
    paths: paths('postings.show'),
    formPaths: paths('apply.form'),
    closesAt: posting.facts?.closesAt ?? null,
    timeZone: posting.facts?.timeZone ?? defaultTimeZone,
  };
}
