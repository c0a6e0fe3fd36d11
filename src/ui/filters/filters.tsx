import type { ComponentChildren } from 'preact';
import { Button } from '#ui/form';
import { useUi } from '#ui/language';

type FiltersProps = {
  /** Address of the list; the form is sent to it with GET. */
  action: string;
  /** Name of the form for assistive technology: "Search and filter jobs". */
  label: string;
  /** The search field: always in sight. */
  search?: ComponentChildren;
  /** The other fields: folded away on a phone. */
  children?: ComponentChildren;
  /** How many of the folded fields are in use; they are shown open when any is. */
  active: number;
  /** Address of the list without any filter; null when there is none to clear. */
  clearHref: string | null;
};

/** Search and filters of a list. A plain form: it needs no script. */
export function Filters({ action, label, search, children, active, clearHref }: FiltersProps) {
  const t = useUi();
  return (
    <search aria-label={label}>
      <form class="filters" action={action} method="get">
        {search && <div class="filters-search">{search}</div>}
        {children && (
          <details class="filters-more" open={active > 0}>
            <summary>{t('filters.open', { count: active })}</summary>
            <div class="filters-fields">{children}</div>
          </details>
        )}
        <div class="filters-actions">
          <Button variant="secondary">{t('filters.apply')}</Button>
          {clearHref && <a href={clearHref}>{t('filters.clear')}</a>}
        </div>
      </form>
    </search>
  );
}
