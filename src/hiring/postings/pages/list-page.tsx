import type { Lang, Localized } from '#platform/i18n';
import { EmptyState } from '#ui/empty-state';
import { PageHeading } from '#ui/heading';
import { Pagination } from '#ui/pagination';
import { PostingList } from '#ui/posting-card';
import { Prose } from '#ui/prose';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { words } from '../messages.ts';
import { postingState } from '../rules/lifecycle.ts';
import {
  type ListQuery,
  type ListResult,
  activeFilters,
  formatListQuery,
  postingsPerPage,
} from '../rules/list-query.ts';
import { ListFilters } from './list-filters.tsx';
import { Card } from './posting-card.tsx';

export type ListView = {
  lang: Lang;
  query: ListQuery;
  result: ListResult;
  now: Date;
  closingSoonDays: number;
};

/** The list of jobs, with its search and filters. */
export function listPage({ lang, query, result, now, closingSoonDays }: ListView): Page {
  const t = words(lang);
  const { count, page, pages, postings } = result;
  const address = (change: Partial<ListQuery>): Localized => {
    const { en, fr } = hrefs('postings.index');
    const asked = formatListQuery({ ...query, page, ...change });
    return { en: en + asked, fr: fr + asked };
  };
  const filtered = query.q !== '' || activeFilters(query) > 0;
  const first = (page - 1) * postingsPerPage + 1;
  const range = { first, last: first + postings.length - 1, count };
  return {
    lang,
    area: 'site',
    title: page > 1 ? t('list.page', { page }) : t('list.title'),
    description: t('list.lead'),
    alternates: address({}),
    // What a search finds is for the person who searched.
    indexable: !filtered,
    head: <FeedLinks lang={lang} />,
    body: (
      <>
        <PageHeading wheels title={t('list.title')} lead={t('list.lead')} />
        <ListFilters lang={lang} query={query} options={result.options} />
        {count === 0 ? (
          <Nothing lang={lang} filtered={filtered} />
        ) : (
          <>
            <p>{t('list.count', { count })}</p>
            <PostingList>
              {postings.map((posting) => (
                <Card
                  key={posting.id}
                  lang={lang}
                  posting={posting}
                  state={postingState(posting, now, closingSoonDays)}
                  now={now}
                />
              ))}
            </PostingList>
          </>
        )}
        {pages > 1 && (
          <Pagination
            previous={page > 1 ? address({ page: page - 1 })[lang] : null}
            next={page < pages ? address({ page: page + 1 })[lang] : null}
            summary={t('list.range', range)}
          />
        )}
        <Follow lang={lang} query={query} />
      </>
    ),
  };
}

/** For programs that look for feeds. */
function FeedLinks({ lang }: { lang: Lang }) {
  const t = words(lang);
  return (
    <>
      <link
        rel="alternate"
        type="application/atom+xml"
        href={href('feeds.atom', lang)}
        title={t('list.title')}
      />
      <link
        rel="alternate"
        type="application/feed+json"
        href={href('feeds.json', lang)}
        title={t('list.title')}
      />
    </>
  );
}

function Follow({ lang, query }: { lang: Lang; query: ListQuery }) {
  const t = words(lang);
  const search = formatListQuery({ ...query, state: 'open', page: 1 });
  return (
    <section class="follow" aria-labelledby="follow">
      <h2 id="follow">{t('follow.title')}</h2>
      <ul>
        <li>
          <a href={href('alerts.ask', lang) + search}>
            {t(search === '' ? 'follow.email' : 'follow.emailSearch')}
          </a>
        </li>
        <li>
          <a href={href('feeds.calendar', lang)}>{t('follow.calendar')}</a>
        </li>
        <li>
          <a href={href('feeds.atom', lang)}>{t('follow.atom')}</a>
        </li>
        <li>
          <a href={href('feeds.json', lang)}>{t('follow.json')}</a>
        </li>
      </ul>
    </section>
  );
}

function Nothing({ lang, filtered }: { lang: Lang; filtered: boolean }) {
  const t = words(lang);
  const list = hrefs('postings.index')[lang];
  const kind = filtered ? 'empty' : 'none';
  const target = filtered ? list : `${list}?state=closed`;
  return (
    <EmptyState title={t(`list.${kind}.title`)}>
      <Prose>
        <p>{t.rich(`list.${kind}.do`, { link: (label) => <a href={target}>{label}</a> })}</p>
      </Prose>
    </EmptyState>
  );
}
