import type { Lang } from '#platform/i18n';
import { Actions, ButtonLink } from '#ui/form';
import { messages } from './messages/index.ts';
import type { OwnApplication } from './deps.ts';
import { pagePaths } from './pages/paths.ts';

/** What "Your applications" shows of it: the way there, and nothing of what was declared. */
export function declarationSection(lang: Lang, applications: readonly OwnApplication[]) {
  if (applications.length === 0) return [];
  const t = messages(lang);
  const body = (
    <>
      <p>{t('offer.body')}</p>
      <Actions>
        <ButtonLink variant="secondary" href={pagePaths({ choose: 'yes' })[lang]}>
          {t('offer.do')}
        </ButtonLink>
      </Actions>
    </>
  );
  return [{ id: 'self-declaration', title: t('offer.title'), body }];
}
