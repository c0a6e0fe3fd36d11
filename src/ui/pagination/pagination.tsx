import { useUi } from '#ui/language';

type PaginationProps = {
  /** Address of the page before this one; null at the start. */
  previous: string | null;
  /** Address of the page after this one; null at the end. */
  next: string | null;
  /** What this page shows, in words: "Applications 101 to 200 of 1,340". */
  summary?: string | undefined;
};

/** Steps through a long list by key: forward and back, no page numbers. */
export function Pagination({ previous, next, summary }: PaginationProps) {
  const t = useUi();
  if (!previous && !next && !summary) return null;
  return (
    <nav class="pagination" aria-label={t('pagination.label')}>
      {previous && (
        <a class="pagination-step" href={previous} rel="prev">
          <span aria-hidden="true">← </span>
          {t('pagination.previous')}
        </a>
      )}
      {summary && <p>{summary}</p>}
      {next && (
        <a class="pagination-step pagination-next" href={next} rel="next">
          {t('pagination.next')}
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  );
}
