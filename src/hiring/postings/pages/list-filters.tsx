import { type Lang, localeOf } from '#platform/i18n';
import { Filters } from '#ui/filters';
import { type Option, Select, TextField } from '#ui/form';
import { href } from '#web/routes.ts';
import { words } from '../messages.ts';
import { type ListQuery, activeFilters } from '#ui/search';
import type { ListOptions } from '../rules/list-query.ts';

type ListFiltersProps = {
  lang: Lang;
  query: ListQuery;
  options: ListOptions;
  /** Where the form is sent. */
  action: string;
};

/** Search and filters: a plain form. A filter by which nothing can be told apart is left out. */
export function ListFilters({ lang, query, options, action }: ListFiltersProps) {
  const t = words(lang);
  const active = activeFilters(query);
  const byLabel = new Intl.Collator(localeOf[lang]);
  const select = (name: keyof ListOptions, labelled: Option[]) =>
    (labelled.length > 1 || query[name] !== '') && (
      <Select
        name={name}
        label={t(`filter.${name}`)}
        placeholder={t('filter.any')}
        value={query[name]}
        options={labelled.toSorted((a, b) => byLabel.compare(a.label, b.label))}
      />
    );
  const states = ['open', 'closed', 'all'] as const;
  return (
    <Filters
      action={action}
      label={t('list.filters')}
      active={active}
      clearHref={active > 0 || query.q !== '' ? href('postings.index', lang) : null}
      search={<TextField name="q" type="search" label={t('list.search')} value={query.q} />}
    >
      {select(
        'place',
        options.place.map((value) => ({ value, label: t(`province.${value}`) })),
      )}
      {select(
        'mode',
        options.mode.map((value) => ({ value, label: t(`mode.${value}`) })),
      )}
      {select(
        'language',
        options.language.map((value) => ({ value, label: t(`language.${value}`) })),
      )}
      {select(
        'tenure',
        options.tenure.map((value) => ({ value, label: t(`tenure.${value}`) })),
      )}
      {select(
        'group',
        options.group.map((value) => ({ value, label: value })),
      )}
      <Select
        name="state"
        label={t('filter.state')}
        value={query.state}
        options={states.map((value) => ({ value, label: t(`filter.state.${value}`) }))}
      />
    </Filters>
  );
}
