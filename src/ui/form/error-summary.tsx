import type { Lang } from '#platform/i18n';
import { uiCatalog, useUi } from '#ui/language';
import type { Problem } from './field.tsx';

/**
 * What to fix, above the form, in the order of its fields; each line leads to its field and says
 * the same as beside it. Nothing at all where there is nothing to fix.
 *
 * `autofocus` brings keyboard and screen reader here when the page opens, without a script.
 */
export function ErrorSummary({ problems }: { problems: readonly Problem[] }) {
  const t = useUi();
  if (problems.length === 0) return null;
  return (
    <section class="error-summary" tabindex={-1} autofocus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t('form.summary', { count: problems.length })}</h2>
      <ol>
        {problems.map(({ field, message, href }) => (
          <li key={field}>
            <a href={href ?? `#${field}`}>{message}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Title of a page that comes back with problems: the first thing a screen reader says. */
export function titleWithProblems(lang: Lang, title: string, count: number): string {
  return count > 0 ? uiCatalog(lang)('form.titlePrefix', { title }) : title;
}
