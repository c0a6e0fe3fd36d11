import { Actions, ButtonLink } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Prose } from '#ui/prose';
import type { Lang, Localized } from '#platform/i18n';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { layoutCatalog } from './layout-catalog.ts';

/** What stands between a person and their page, as they would put it. */
export type ProblemKind =
  | 'not-found'
  | 'gone'
  | 'unavailable'
  | 'failed'
  | 'forbidden'
  | 'too-many'
  | 'bad-request'
  | 'expired';

type ErrorPageOptions = {
  /** Frame to show it in; the public site when absent. */
  area?: Page['area'] | undefined;
  /** The same page in both languages, where it has two addresses; else the lists of jobs. */
  alternates?: Localized | undefined;
  /** Where to write, for problems that are ours. */
  contactEmail?: string | null | undefined;
  /** Id of the request, to find it in the log. */
  reference?: string | undefined;
};

const ours: readonly ProblemKind[] = ['unavailable', 'failed'];

/** Says what happened and what to do, in plain words. The caller sets the HTTP status. */
export function errorPage(lang: Lang, kind: ProblemKind, options: ErrorPageOptions = {}): Page {
  const { area = 'site', alternates = hrefs('postings.index') } = options;
  const t = layoutCatalog(lang);
  return {
    lang,
    area,
    alternates,
    title: t(`${kind}.title`),
    body: (
      <div class="problem-page">
        <PageHeading title={t(`${kind}.title`)} lead={t(`${kind}.what`)} />
        <Prose>
          <p>{t(`${kind}.do`)}</p>
          {ours.includes(kind) && <Contact lang={lang} options={options} />}
        </Prose>
        <Actions>
          {area === 'desk' ? (
            <ButtonLink variant="secondary" href={href('desk.processes', lang)}>
              {t('problem.desk')}
            </ButtonLink>
          ) : (
            <ButtonLink variant="secondary" href={href('postings.index', lang)}>
              {t('problem.jobs')}
            </ButtonLink>
          )}
        </Actions>
      </div>
    ),
  };
}

function Contact({ lang, options }: { lang: Lang; options: ErrorPageOptions }) {
  const t = layoutCatalog(lang);
  const { contactEmail, reference } = options;
  return (
    <>
      {contactEmail && (
        <p>
          {t.rich('problem.write', {
            email: () => <a href={`mailto:${contactEmail}`}>{contactEmail}</a>,
          })}
        </p>
      )}
      {reference && <p>{t('problem.reference', { reference })}</p>}
    </>
  );
}
