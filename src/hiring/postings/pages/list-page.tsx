import type { ComponentChildren } from 'preact';
import type { Lang, Localized } from '#platform/i18n';
import { EmptyState } from '#ui/empty-state';
import { PageHeading } from '#ui/heading';
import { ListFilter } from '#ui/list-filter';
import { Pagination } from '#ui/pagination';
import { PostingList } from '#ui/posting-card';
import { Prose } from '#ui/prose';
import { type ListQuery, activeFilters, everything, formatListQuery } from '#ui/search';
import type { Page } from '#web/page.ts';
import { href } from '#web/routes.ts';
import { words } from '../messages.ts';
import { postingState } from '../rules/lifecycle.ts';
import { type ListResult, postingsPerPage } from '../rules/list-query.ts';
import type { ListAddresses } from './list-addresses.ts';
import { ListFilters } from './list-filters.tsx';
import { Card } from './posting-card.tsx';

export type ListView = {
  lang: Lang;
  query: ListQuery;
  result: ListResult;
  now: Date;
  closingSoonDays: number;
  addresses: ListAddresses;
};

/** The list of jobs, with its search and filters. */
export function listPage(view: ListView): Page {
  const { lang, query, result, addresses } = view;
  const t = words(lang);
  const { page } = result;
  const closed = addresses.filed !== null && query.state === 'closed';
  const title = closed ? 'list.closed' : 'list.title';
  const pageTitle = closed ? 'list.closed.page' : 'list.page';
  const filtered = query.q !== '' || (activeFilters(query) > 0 && !addresses.filed);
  return {
    lang,
    area: 'site',
    title: page > 1 ? t(pageTitle, { page }) : t(title),
    description: t('list.lead'),
    alternates: addresses.of({ ...query, page }),
    // What a search finds is for the person who searched.
    indexable: !filtered,
    head: <FeedLinks lang={lang} />,
    islands: addresses.filed?.index ? ['list-filter'] : [],
    body: (
      <>
        <PageHeading wheels title={t(title)} lead={t('list.lead')} />
        <Search view={view}>
          <Results view={view} filtered={filtered} />
        </Search>
        <Follow lang={lang} query={query} alerts={addresses.alerts} />
      </>
    ),
  };
}

type PartProps = { view: ListView };

/** The form, and what it finds. Without a server to send it to, the page itself has to search. */
function Search({ view, children }: PartProps & { children: ComponentChildren }) {
  const { lang, query, result, addresses } = view;
  const t = words(lang);
  const { search, filed } = addresses;
  const action = (search ?? addresses.of(everything))[lang];
  const form = <ListFilters lang={lang} query={query} options={result.options} action={action} />;
  if (!filed?.index) {
    return (
      <>
        {search && form}
        {children}
      </>
    );
  }
  return (
    <ListFilter
      index={filed.index[lang]}
      form={form}
      needsScript={!search}
      words={{
        one: t('list.found.one', { count: '{count}' }),
        other: t('list.found.other', { count: '{count}' }),
        none: t('list.empty.title'),
        clear: t('list.clear'),
      }}
    >
      {children}
    </ListFilter>
  );
}

function Results({ view, filtered }: PartProps & { filtered: boolean }) {
  const { lang, query, result, now, closingSoonDays, addresses } = view;
  const t = words(lang);
  const { count, page, pages, postings } = result;
  const address = (change: Partial<ListQuery>): string =>
    addresses.of({ ...query, page, ...change })[lang];
  const first = (page - 1) * postingsPerPage + 1;
  const range = { first, last: first + postings.length - 1, count };
  return (
    <>
      {count === 0 ? (
        <Nothing lang={lang} filtered={filtered} addresses={addresses} />
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
          previous={page > 1 ? address({ page: page - 1 }) : null}
          next={page < pages ? address({ page: page + 1 }) : null}
          summary={t('list.range', range)}
        />
      )}
      {addresses.filed && count > 0 && (
        <OtherList lang={lang} query={query} addresses={addresses} />
      )}
    </>
  );
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

type FollowProps = { lang: Lang; query: ListQuery; alerts: Localized | null };

function Follow({ lang, query, alerts }: FollowProps) {
  const t = words(lang);
  const search = formatListQuery({ ...query, state: 'open', page: 1 });
  return (
    <section class="follow" aria-labelledby="follow">
      <h2 id="follow">{t('follow.title')}</h2>
      <ul>
        {alerts && (
          <li>
            <a href={alerts[lang] + search}>
              {t(search === '' ? 'follow.email' : 'follow.emailSearch')}
            </a>
          </li>
        )}
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

type ElsewhereProps = { lang: Lang; addresses: ListAddresses };

/** The way between the open and the closed postings, where no query leads there. */
function OtherList({ lang, query, addresses }: ElsewhereProps & { query: ListQuery }) {
  const other = query.state === 'closed' ? 'open' : 'closed';
  return (
    <p>
      <a href={addresses.of({ ...everything, state: other })[lang]}>
        {words(lang)(`filter.state.${other}`)}
      </a>
    </p>
  );
}

function Nothing({ lang, filtered, addresses }: ElsewhereProps & { filtered: boolean }) {
  const t = words(lang);
  const kind = filtered ? 'empty' : 'none';
  const target = addresses.of({ ...everything, state: filtered ? 'open' : 'closed' })[lang];
  return (
    <EmptyState title={t(`list.${kind}.title`)}>
      <Prose>
        <p>{t.rich(`list.${kind}.do`, { link: (label) => <a href={target}>{label}</a> })}</p>
      </Prose>
    </EmptyState>
  );
}
