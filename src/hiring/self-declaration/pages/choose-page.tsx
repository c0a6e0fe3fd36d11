import { Fragment } from 'preact';
import type { Lang } from '#platform/i18n';
import { Actions, ButtonLink } from '#ui/form';
import { PageHeading } from '#ui/heading';
import type { Page } from '#web/page.ts';
import { href } from '#web/routes.ts';
import { messages } from '../messages/index.ts';
import { OpenForm } from './offer.tsx';
import { pagePaths } from './paths.ts';

export type ChooseView = {
  lang: Lang;
  applications: readonly {
    reference: string;
    title: string;
    offer: string;
    declared: boolean;
  }[];
};

/** For which application: each with a button, since an address would name it. */
export function choosePage({ lang, applications }: ChooseView): Page {
  const t = messages(lang);
  const empty = applications.length === 0;
  return {
    lang,
    area: 'site',
    title: empty ? t('title') : t('choose.title'),
    alternates: pagePaths({ choose: 'yes' }),
    body: empty ? (
      <>
        <PageHeading title={t('title')} lead={t('choose.none')} />
        <Actions>
          <ButtonLink variant="secondary" href={href('postings.index', lang)}>
            {t('choose.jobs')}
          </ButtonLink>
        </Actions>
      </>
    ) : (
      <>
        <PageHeading title={t('choose.title')} kicker={t('title')} lead={t('choose.lead')} />
        {applications.map(({ reference, title, offer, declared }) => (
          <Fragment key={reference}>
            <h2>{title}</h2>
            <p>{t('choose.reference', { reference })}</p>
            {declared && <p>{t('choose.declared')}</p>}
            <OpenForm
              lang={lang}
              offer={offer}
              words={declared ? t('choose.see') : t('choose.make')}
              about={t('choose.for', { title })}
            />
          </Fragment>
        ))}
      </>
    ),
  };
}
