import { Actions, Button, Form, RadioGroup, TextArea } from '#ui/form';
import { href } from '#web/routes.ts';
import { typedFindings, wordsLimit } from '../forms.ts';
import type { Words } from '../messages/index.ts';
import { offeredReasons } from '../rules.ts';
import type { ApplicationView } from './application-view.ts';
import { CriterionFields } from './criterion-fields.tsx';
import { screeningProblems } from './screening-problems.ts';

/**
 * The form to take or change a decision: what is found of each criterion, then what follows from it.
 * Where there is a decision, its findings are where the next one starts.
 */
export function ScreeningForm({ view, t }: { view: ApplicationView; t: Words }) {
  const { lang, application, screening, criteria, csrf } = view;
  const { id, correspondence, decisions } = application;
  const standing = decisions?.[0];
  const { typed } = screening;
  const isBlank = Object.keys(typed).length === 0;
  const problems = new Map(
    screeningProblems(view, t).map(({ field, message }) => [field, message]),
  );
  return (
    <Form
      action={href('desk.screen', lang, { id }) + view.listQuery}
      csrf={csrf}
      label={t('screen.title')}
    >
      <input type="hidden" name="version" value={typed['version'] ?? application.version} />
      <input type="hidden" name="seen" value={typed['seen'] ?? standing?.id ?? ''} />
      <CriterionFields
        criteria={criteria}
        lang={lang}
        correspondence={correspondence}
        typed={isBlank && standing ? typedFindings(standing.findings) : typed}
        problems={problems}
        t={t}
      />
      <RadioGroup
        name="reason"
        label={t('screen.decision')}
        required
        problem={problems.get('reason')}
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
        problem={problems.get('words')}
        value={typed['words']}
      />
      <p>{t('screen.notSent')}</p>
      <Actions>
        <Button>{t('screen.record')}</Button>
      </Actions>
    </Form>
  );
}
