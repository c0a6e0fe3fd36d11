import { formatIsoDateTime } from '#platform/i18n';
import { Disclosure } from '#ui/disclosure';
import { Facts } from '#ui/facts';
import { Actions, Button, Form, type Problem, RadioGroup, TextArea } from '#ui/form';
import { Prose } from '#ui/prose';
import { Pane } from '#ui/split';
import { href } from '#web/routes.ts';
import { lengthOf, wordsLimit } from '../forms.ts';
import type { Words } from '../messages/index.ts';
import type { Decision } from '../model.ts';
import { offeredReasons } from '../rules.ts';
import type { ApplicationView } from './application-view.ts';
import { reasonSentence } from './labels.ts';
import { WrittenText } from './written-text.tsx';

type PaneProps = { view: ApplicationView; t: Words };

/** What to do about the screening form, in the order of its fields. */
export function screeningProblems({ screening }: ApplicationView, t: Words): Problem[] {
  const { problems, typed } = screening;
  return [
    ...(problems.reason ? [{ field: 'reason', message: t('problem.reason.missing') }] : []),
    ...(problems.words
      ? [
          {
            field: 'words',
            message: t(`problem.words.${problems.words}`, {
              limit: wordsLimit,
              count: lengthOf(typed['words']),
            }),
          },
        ]
      : []),
  ];
}

/** The decision as it stands, and the form to take or change it. */
export function ScreeningPane({ view, t }: PaneProps) {
  if (!view.mayScreen) return null;
  const decision = view.application.decisions?.[0];
  const started = Object.keys(view.screening.typed).length > 0;
  return (
    <Pane id="screening-title" title={t('screen.title')}>
      {decision ? (
        <>
          <Standing decision={decision} view={view} t={t} />
          <Disclosure summary={t('screen.change')} open={started}>
            <ScreeningForm view={view} t={t} />
          </Disclosure>
        </>
      ) : (
        <ScreeningForm view={view} t={t} />
      )}
    </Pane>
  );
}

function Standing({ decision, view, t }: PaneProps & { decision: Decision }) {
  const { by, at, reason, words, wordsLang, outcome } = decision;
  return (
    <>
      <p>
        <strong>{t(`screen.decided.${outcome}`)}</strong>
      </p>
      <Facts
        items={[
          { term: t('screen.reason'), detail: reasonSentence(t, reason) },
          {
            term: t('screen.by'),
            detail: t('screen.byWhom', { when: formatIsoDateTime(at, view.timeZone), who: by }),
          },
        ]}
      />
      <Prose>
        <h3>{t('screen.words')}</h3>
        <WrittenText text={words} lang={wordsLang} />
      </Prose>
    </>
  );
}

function ScreeningForm({ view, t }: PaneProps) {
  const { lang, application, screening, csrf } = view;
  const { id, correspondence, decisions } = application;
  const { typed } = screening;
  const problem = (field: string): string | undefined =>
    screeningProblems(view, t).find((of) => of.field === field)?.message;
  return (
    <Form
      action={href('desk.screen', lang, { id }) + view.listQuery}
      csrf={csrf}
      label={t('screen.title')}
    >
      <input type="hidden" name="seen" value={typed['seen'] ?? decisions?.[0]?.id ?? ''} />
      <RadioGroup
        name="reason"
        label={t('screen.decision')}
        required
        problem={problem('reason')}
        value={typed['reason']}
        options={offeredReasons.map(({ code, outcome }) => ({
          value: code,
          label: t(`screen.option.${outcome}`, { reason: t(`reason.${code}`) }),
        }))}
      />
      <TextArea
        name="words"
        lang={correspondence}
        required
        label={t(`screen.words.${correspondence}`)}
        hint={t(`screen.words.hint.${correspondence}`, { limit: wordsLimit })}
        problem={problem('words')}
        value={typed['words']}
      />
      <p>{t('screen.notSent')}</p>
      <Actions>
        <Button>{t('screen.record')}</Button>
      </Actions>
    </Form>
  );
}
