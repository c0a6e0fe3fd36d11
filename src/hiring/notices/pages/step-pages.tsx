import { Button } from '#ui/form';
import type { Words } from '../messages/index.ts';
import type { PageOf } from '../rules.ts';

/** Steps through a long list inside a form: what is ticked on the page that is left goes along. */
export function StepPages({ to, of, t }: { to: string; of: PageOf<unknown>; t: Words }) {
  if (of.pages === 1) return null;
  return (
    <nav class="pagination" aria-label={t('page.label')}>
      {of.page > 1 && (
        <Button variant="secondary" small name="do" value={`${to}-${of.page - 1}`}>
          {t('page.previous')}
        </Button>
      )}
      <p>{t('list.summary', { page: of.page, pages: of.pages })}</p>
      {of.page < of.pages && (
        <Button variant="secondary" small name="do" value={`${to}-${of.page + 1}`}>
          {t('page.next')}
        </Button>
      )}
    </nav>
  );
}
