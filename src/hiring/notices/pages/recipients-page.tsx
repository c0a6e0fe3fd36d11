import { isolated } from '#hiring/desk';
import { type Lang, formatNumber } from '#platform/i18n';
import { Disclosure } from '#ui/disclosure';
import { Facts } from '#ui/facts';
import { Actions, Button, CheckboxGroup, ErrorSummary, Form, titleWithProblems } from '#ui/form';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type Words, messages } from '../messages/index.ts';
import { type Addressee, type Draft, type Process, listedAtOnce, standings } from '../model.ts';
import { type LeftOut, type PageOf, isChosen } from '../rules.ts';
import { type Carried, CarriedFields } from './carried.tsx';
import { ChangedNotice } from './changed-notice.tsx';
import { StepPages } from './step-pages.tsx';
import { CrumbToNotices, StepHeading } from './page-head.tsx';

export type RecipientsView = {
  lang: Lang;
  process: Process;
  draft: Draft;
  carried: Carried;
  listed: PageOf<Addressee>;
  chosen: number;
  leftOut: readonly LeftOut[];
  /** Nobody is chosen although letters were asked for, or something changed meanwhile. */
  why: 'nobody' | 'changed' | null;
};

/** Who would get the notice, each to be unticked, and who would not, and why. */
export function recipientsPage(view: RecipientsView): Page {
  const { lang, process, draft, carried, listed, chosen } = view;
  const t = messages(lang);
  const params = { posting: process.postingId };
  const none = listed.total === 0;
  const problem = view.why === 'nobody' ? t('who.problem') : undefined;
  return {
    lang,
    area: 'desk',
    title: titleWithProblems(lang, t('who.title'), problem ? 1 : 0),
    alternates: hrefs('desk.notices', params),
    body: (
      <>
        <CrumbToNotices lang={lang} process={process} t={t} />
        <ErrorSummary
          problems={problem ? [{ field: none ? 'back' : 'chosen', message: problem }] : []}
        />
        {view.why === 'changed' && <ChangedNotice t={t} />}
        <StepHeading
          lang={lang}
          process={process}
          draft={draft}
          t={t}
          title={t('who.title')}
          lead={t('who.lead', { count: listed.total, chosen })}
        />
        <ChosenInVain view={view} t={t} />
        <Form action={href('desk.notices', lang, params)} csrf={carried.csrf}>
          <CarriedFields carried={carried} written />
          {!none && <Choices view={view} t={t} problem={problem} />}
          <StepPages to="list" of={listed} t={t} />
          <Actions>
            {!none && (
              <Button name="do" value="preview">
                {t('who.go')}
              </Button>
            )}
            <Button variant="secondary" name="do" value="write">
              {t('who.back')}
            </Button>
          </Actions>
          {listed.total > 1 && (
            <Actions>
              <Button variant="secondary" small name="do" value="all">
                {t('who.all', { total: listed.total })}
              </Button>
              <Button variant="secondary" small name="do" value="none">
                {t('who.nobody')}
              </Button>
            </Actions>
          )}
        </Form>
        <LeftOutList view={view} t={t} />
      </>
    ),
  };
}

type PartProps = { view: RecipientsView; t: Words };

function Choices({ view, t, problem }: PartProps & { problem: string | undefined }) {
  const { rows, first, total } = view.listed;
  const { selection } = view.carried;
  return (
    <>
      {rows.map(({ id }) => (
        <input key={id} type="hidden" name="shown" value={id} />
      ))}
      <CheckboxGroup
        name="chosen"
        label={t('who.choose')}
        hint={
          <>
            {t('who.choose.hint')} {t('who.shown', { first, last: first + rows.length - 1, total })}
          </>
        }
        problem={problem}
        values={rows.filter(({ id }) => isChosen(selection, id)).map(({ id }) => id)}
        options={rows.map(({ id, name, reference, lang }) => ({
          value: id,
          label: t('who.one', { name: isolated(name), reference, lang }),
        }))}
      />
    </>
  );
}

/** Those who were asked for by name and do not fit: from the page of an application, say. */
function ChosenInVain({ view, t }: PartProps) {
  const { selection } = view.carried;
  const lost = view.leftOut.filter(
    ({ addressee: { id } }) => selection.mode === 'only' && selection.ids.has(id),
  );
  if (lost.length === 0) return null;
  return (
    <Notice kind="info" title={t('out.chosen')}>
      <LeftOutNames list={lost.slice(0, listedAtOnce)} lang={view.lang} t={t} />
    </Notice>
  );
}

function LeftOutNames({ list, lang, t }: { list: readonly LeftOut[]; lang: Lang; t: Words }) {
  return (
    <ul>
      {list.map(({ addressee: { id, name, reference }, why }) => (
        <li key={id}>
          <a href={href('desk.application', lang, { id })}>
            {t('out.one', { name: isolated(name), reference, why: t(`out.${why}`) })}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Everybody else, counted by reason; the first of them by name. */
function LeftOutList({ view, t }: PartProps) {
  const { lang, leftOut } = view;
  if (leftOut.length === 0) return null;
  const rows = standings
    .filter((standing) => standing !== 'fits')
    .map((why) => ({ why, count: leftOut.filter((one) => one.why === why).length }))
    .filter(({ count }) => count > 0);
  const shown = leftOut.slice(0, listedAtOnce);
  return (
    <section aria-labelledby="left-out">
      <h2 id="left-out">{t('out.title')}</h2>
      <Facts
        inline
        items={rows.map(({ why, count }) => ({
          term: t(`out.${why}`),
          detail: formatNumber(count, lang),
        }))}
      />
      <Disclosure summary={t('out.names', { shown: shown.length })}>
        <LeftOutNames list={shown} lang={lang} t={t} />
      </Disclosure>
    </section>
  );
}
