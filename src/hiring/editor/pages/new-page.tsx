import { type Lang, otherLang } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import {
  Actions,
  Button,
  ErrorSummary,
  Form,
  TextArea,
  TextField,
  titleWithProblems,
} from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type NewProblem, type Typed, fieldName } from '../forms.ts';
import { type Words, messages } from '../messages/index.ts';

export type NewView = {
  lang: Lang;
  csrf: string;
  typed: Typed;
  /** Names this sending, so that a double click makes one pair. */
  key: string;
  problems: readonly NewProblem[];
  /** What stood in the way of writing. */
  failed: string | null;
};

/** A new posting: its title and description in each language. */
export function newPage(view: NewView): Page {
  const { lang, csrf, key, failed } = view;
  const t = messages(lang);
  const problems = view.problems.map((one) => ({ field: one.field, message: inWords(one, t) }));
  return {
    lang,
    area: 'desk',
    title: titleWithProblems(lang, t('new.title'), problems.length),
    alternates: hrefs('desk.postingNew'),
    body: (
      <>
        <Breadcrumbs items={[{ href: href('desk.postings', lang), label: t('all') }]} />
        <PageHeading title={t('new.title')} lead={t('new.lead')} />
        <ErrorSummary problems={problems} />
        {failed !== null && (
          <Notice kind="danger" title={t('failed.title')} outcome>
            <p>{failed}</p>
          </Notice>
        )}
        <Form action={href('desk.postingNew', lang)} csrf={csrf} label={t('new.title')}>
          <input type="hidden" name="key" value={key} />
          <div class="editor-split">
            <Half of={lang} view={view} t={t} />
            <Half of={otherLang(lang)} view={view} t={t} />
          </div>
          <Actions>
            <Button>{t('new.send')}</Button>
          </Actions>
        </Form>
      </>
    ),
  };
}

/** Names the field: four of them are empty at first, and are told apart in the summary. */
function inWords({ field, kind }: NewProblem, t: Words): string {
  const [of = '', name = ''] = field.split('-');
  return t(`new.${kind}`, { of, name });
}

function Half({ of, view, t }: { of: Lang; view: NewView; t: Words }) {
  const field = (name: 'title' | 'description') => {
    const id = fieldName(of, name);
    const problem = view.problems.find((one) => one.field === id);
    return {
      name: id,
      label: t(`field.${name}`),
      value: view.typed[id],
      problem: problem && inWords(problem, t),
      required: true,
      lang: of,
    };
  };
  return (
    <section class="editor-text" aria-labelledby={`text-${of}`}>
      <h2 id={`text-${of}`}>{t(`text.${of}`)}</h2>
      <TextField {...field('title')} />
      <TextArea {...field('description')} rows={4} />
    </section>
  );
}
