import { defaultTimeZone } from '#hiring/postings';
import type { Lang } from '#platform/i18n';
import { PostingCard, PostingList } from '#ui/posting-card';
import { href } from '#web/routes.ts';
import { messages } from '../messages/index.ts';
import { moment } from '../moment.ts';
import type { SuggestedOpening } from '../openings/find-openings.ts';
import type { Likeness } from '../openings/rank.ts';

/**
 * Other openings, each with why it is suggested. `prominent`: for somebody who is out of the
 * process and may be looking further.
 */
export function Openings({
  lang,
  openings,
  prominent,
}: {
  lang: Lang;
  openings: readonly SuggestedOpening[];
  prominent: boolean;
}) {
  const t = messages(lang);
  if (openings.length === 0) return null;
  const items = openings.map(({ posting, likeness }) => ({
    id: posting.id,
    href: href('postings.show', lang, { slug: posting.slugs[lang] }),
    title: posting.text[lang].title,
    why: likeness.map((one) => likenessWords(lang, one)),
    closing: closingWords(lang, posting),
  }));
  return (
    <section aria-labelledby="openings" class="screen-only openings">
      <h2 id="openings">{t('openings.title')}</h2>
      {prominent ? (
        <PostingList>
          {items.map(({ id, why, ...item }) => (
            <PostingCard key={id} {...item} facts={why} level={3} />
          ))}
        </PostingList>
      ) : (
        <ul class="own-list">
          {items.map(({ id, why, ...item }) => (
            <li key={id}>
              <p>
                <a href={item.href}>{item.title}</a>
              </p>
              <p>{[...why, item.closing].join(' · ')}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function likenessWords(lang: Lang, one: Likeness): string {
  const t = messages(lang);
  switch (one.kind) {
    case 'classification':
      return t('like.classification', { group: one.group });
    case 'place':
      return t('like.place', { city: one.city[lang] });
    case 'work-mode':
      return t('like.work-mode', { mode: one.mode });
    case 'title':
    case 'anywhere':
      return t(`like.${one.kind}`);
  }
}

function closingWords(lang: Lang, { facts }: SuggestedOpening['posting']): string {
  const t = messages(lang);
  if (!facts?.closesAt) return t('openings.noDate');
  return t('openings.closes', moment(facts.closesAt, lang, facts.timeZone ?? defaultTimeZone));
}
