import { type Lang, otherLang } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { Disclosure } from '#ui/disclosure';
import {
  Actions,
  Button,
  Checkbox,
  ErrorSummary,
  Form,
  TextArea,
  TextField,
  titleWithProblems,
} from '#ui/form';
import { PageHeading } from '#ui/heading';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { fieldName } from '../forms.ts';
import { type Words, messages } from '../messages/index.ts';
import { type Parts, readParts } from '../source/edit-source.ts';
import { plainOf } from '../source/splice.ts';
import type { EditView } from './edit-view.ts';
import { Findings, countFindings } from './findings.tsx';
import { Preview } from './preview.tsx';
import { ToldNotice } from './told-notice.tsx';

/** A posting to write on: both languages side by side, what the check finds beside each. */
export function editPage(view: EditView): Page {
  const { lang, opened, title, told } = view;
  const { postingId: posting } = opened;
  const t = messages(lang);
  const heading = t('pageTitle', { title: title[lang] });
  const action = href('desk.postingEdit', lang, { posting });
  return {
    lang,
    area: 'desk',
    title: titleWithProblems(lang, heading, view.problems.length),
    alternates: hrefs('desk.postingEdit', { posting }),
    islands: ['posting-editor'],
    body: (
      <>
        <Breadcrumbs
          items={[
            { href: href('desk.postings', lang), label: t('all') },
            { href: href('desk.postingHistory', lang, { posting }), label: title[lang] },
          ]}
        />
        <PageHeading title={t('title')} lead={t('lead')} />
        <ErrorSummary problems={problemsOf(view, t)} />
        {told && <ToldNotice told={told} t={t} />}
        {view.preview && <Preview preview={view.preview} t={t} />}
        <posting-editor
          unsaved={told !== null && told.kind !== 'saved' ? 'yes' : undefined}
          waiting={t('live.waiting')}
          stopped={t('live.stopped')}
        >
          <Form action={action} csrf={view.csrf} label={t('title')} id="editor">
            <input type="hidden" name="base" value={view.base} />
            <p class="editor-summary" id="findings" tabindex={-1}>
              {summaryOf(view, t)}
            </p>
            <div class="editor-split">
              <TextPane of={lang} view={view} t={t} />
              <TextPane of={otherLang(lang)} view={view} t={t} />
            </div>
            <FactsPane view={view} t={t} />
            <Draft view={view} t={t} />
            {view.message !== null && (
              <TextField
                name="message"
                label={t('field.message')}
                hint={t('field.message.hint')}
                value={view.typed['message'] ?? view.message}
                required={false}
              />
            )}
            <Actions>
              <Button variant="secondary" name="do" value="check" formaction={`${action}#findings`}>
                {t('do.check')}
              </Button>
              <Button variant="secondary" name="do" value="preview">
                {t('do.preview')}
              </Button>
              <Button name="do" value="save">
                {t('do.save')}
              </Button>
              {told?.kind === 'conflict' && (
                <Button variant="quiet" name="do" value="theirs">
                  {t('do.theirs')}
                </Button>
              )}
            </Actions>
          </Form>
        </posting-editor>
        <Yours view={view} t={t} />
      </>
    ),
  };
}

/** The check in a sentence; also what is announced while writing. */
export function summaryOf({ findings }: Pick<EditView, 'findings'>, t: Words): string {
  return t('findings.summary', countFindings(findings));
}

function problemsOf({ problems }: EditView, t: Words) {
  return problems.map(({ field, kind }) => ({ field, message: t(`problem.${kind}`) }));
}

type PaneProps = { of: Lang; view: EditView; t: Words };

function TextPane({ of, view, t }: PaneProps) {
  const parts = readParts(view.opened.sources[of]);
  const field = (name: 'title' | 'description' | 'body' | 'whole', value: string) => {
    const id = fieldName(of, name);
    return {
      name: id,
      label: t(`field.${name}`),
      value: view.typed[id] ?? value,
      problem: problemsOf(view, t).find((one) => one.field === id)?.message,
      lang: of,
    };
  };
  return (
    <section class="editor-text" aria-labelledby={`text-${of}`}>
      <h2 id={`text-${of}`}>{t(`text.${of}`)}</h2>
      {parts.kind === 'whole' ? (
        <TextArea {...field('whole', parts.text)} rows={30} />
      ) : (
        <>
          <TextField {...field('title', parts.title)} />
          <TextArea {...field('description', parts.description)} rows={4} />
          <TextArea {...field('body', parts.body)} rows={26} />
        </>
      )}
      <Findings part={of} findings={view.findings} t={t} />
    </section>
  );
}

function FactsPane({ view, t }: Omit<PaneProps, 'of'>) {
  const { files, sources, factsInside } = view.opened;
  if (files.facts === null) return null;
  return (
    <section class="editor-text editor-facts" aria-labelledby="text-facts">
      <h2 id="text-facts">{t('text.facts')}</h2>
      {factsInside ? (
        <p>{t('facts.inside')}</p>
      ) : (
        <TextArea
          name="facts"
          label={t('field.facts')}
          hint={t('facts.hint', { file: files.facts })}
          rows={18}
          value={view.typed['facts'] ?? plainOf(sources.process ?? '')}
          problem={problemsOf(view, t).find((one) => one.field === 'facts')?.message}
        />
      )}
      <Findings part="facts" findings={view.findings} t={t} />
    </section>
  );
}

/** One mark for both files; a file that says otherwise keeps its own until the mark is changed. */
function Draft({ view, t }: Omit<PaneProps, 'of'>) {
  const { en, fr } = view.opened.sources;
  const [a, b] = [readParts(en), readParts(fr)];
  if (a.kind === 'whole' || b.kind === 'whole') return null;
  const isDraft = (part: Parts): boolean => part.kind === 'fields' && part.draft;
  const was = isDraft(a) || isDraft(b);
  const sent = view.typed['draft-was'] !== undefined;
  return (
    <>
      <input type="hidden" name="draft-was" value={was ? 'yes' : 'no'} />
      <Checkbox
        name="draft"
        label={t('field.draft')}
        checked={sent ? view.typed['draft'] === 'yes' : was}
        problem={problemsOf(view, t).find((one) => one.field === 'draft')?.message}
      />
    </>
  );
}

function Yours({ view: { yours }, t }: Omit<PaneProps, 'of'>) {
  if (yours.length === 0) return null;
  return (
    <section>
      <h2>{t('yours.title')}</h2>
      {yours.map((text, index) => (
        <Disclosure key={index} summary={text.trim().slice(0, 60)} open>
          <p class="as-typed" dir="auto">
            {text}
          </p>
        </Disclosure>
      ))}
    </section>
  );
}

declare module 'preact' {
  // eslint-disable-next-line typescript/no-namespace
  namespace JSX {
    interface IntrinsicElements {
      'posting-editor': import('preact').HTMLAttributes<HTMLElement> & {
        unsaved: string | undefined;
        waiting: string;
        stopped: string;
      };
    }
  }
}
