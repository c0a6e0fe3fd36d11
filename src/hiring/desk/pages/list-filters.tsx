import { type Lang, langs } from '#platform/i18n';
import { Filters } from '#ui/filters';
import { Select, TextField } from '#ui/form';
import { listQuery, sortParameter } from '../listing/request.ts';
import { messages } from '../messages/index.ts';
import { type ListRequest, sortKeys } from '../model.ts';
import { statuses } from '../rules.ts';

type ListFiltersProps = { lang: Lang; path: string; request: ListRequest; seesIdentity: boolean };

const directions = ['ascending', 'descending'] as const;

/** Search, filters and order of the applications table, for those who cannot reach its headers too. */
export function ListFilters({ lang, path, request, seesIdentity }: ListFiltersProps) {
  const t = messages(lang);
  const { search, searchIn, status, correspondence } = request;
  const sort = sortParameter(request);
  const keys = sortKeys.filter((key) => key !== 'name' || seesIdentity);
  return (
    <Filters
      action={path}
      label={t('list.filters')}
      active={[status, correspondence, sort, searchIn === 'words'].filter(Boolean).length}
      clearHref={listQuery(request) ? path : null}
      search={
        <TextField
          name="q"
          type="search"
          label={t('list.search')}
          value={search}
          spellcheck={false}
          autocomplete="off"
        />
      }
    >
      <Select
        name="in"
        label={t('list.search.in')}
        value={searchIn}
        options={(['sender', 'words'] as const).map((value) => ({
          value,
          label: t(`list.search.in.${value}${seesIdentity ? '' : '.blind'}`),
        }))}
      />
      <Select
        name="status"
        label={t('list.status')}
        placeholder={t('list.status.all')}
        value={status ?? ''}
        options={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <Select
        name="lang"
        label={t('list.correspondence')}
        placeholder={t('list.correspondence.all')}
        value={correspondence ?? ''}
        options={langs.map((value) => ({ value, label: t(`lang.${value}`) }))}
      />
      <Select
        name="sort"
        label={t('list.sort')}
        value={sort}
        options={keys.flatMap((key) =>
          // Newest first is the order of the page without any choice: its value is empty.
          (key === 'submitted' ? directions.toReversed() : directions).map((direction) => ({
            value: sortParameter({ sort: key, direction }),
            label: t(`list.sort.${key}.${direction}`),
          })),
        )}
      />
    </Filters>
  );
}
