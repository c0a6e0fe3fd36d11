import {
  Actions,
  Button,
  CheckboxGroup,
  Form,
  type Problem,
  Select,
  TextArea,
  TextField,
} from '#ui/form';
import { Notice } from '#ui/notice';
import type { ProposalProblems } from '../forms.ts';
import type { Words } from '../messages/index.ts';
import { measures, stages, textLimit } from '../model.ts';
import { type DeskCaseView, deedPath } from './desk-case-view.ts';
import { ArrangementTerms } from './parts.tsx';

/** In the order of the fields. */
const fields = [
  'more-time',
  'measures',
  'other-en',
  'other-fr',
  'stages',
  'more-days',
  'words',
] as const;

/** What to do about the proposal, in the order of its fields. */
export function proposalProblems(problems: ProposalProblems, t: Words): Problem[] {
  return fields.flatMap((field) => {
    const kind = problems[field];
    if (!kind) return [];
    const key =
      field === 'words'
        ? ('problem.words.long' as const)
        : (`problem.propose.${kind}` as 'problem.propose.nothing');
    return [
      {
        field: field === 'words' ? 'proposal-words' : field,
        message: t(key, { limit: textLimit }),
      },
    ];
  });
}

/** What a custodian proposes. It is shown as the candidate will read it before it is sent. */
export function ProposalForm({ view, t }: { view: DeskCaseView; t: Words }) {
  const { typed, problems, preview } = view.proposal;
  const said = new Map(proposalProblems(problems, t).map(({ field, message }) => [field, message]));
  const stagesNow = typed['stages'] ?? view.opened.request.stages.join('\n');
  return (
    <Form action={deedPath(view)} csrf={view.csrf} label={t('desk.propose')}>
      <input type="hidden" name="key" value={view.key} />
      {preview && (
        <Notice kind="info" title={t('desk.preview')} level={3} outcome>
          <ArrangementTerms
            arrangement={preview}
            posting={view.postingOf(preview.postingId)}
            lang={view.lang}
            t={t}
          />
          <p>{t('desk.preview.says')}</p>
          <input type="hidden" name="seen" value={JSON.stringify(preview)} />
          <Actions>
            <Button name="deed" value="propose-now">
              {t('desk.propose.send')}
            </Button>
          </Actions>
        </Notice>
      )}
      <p>{t('desk.propose.says')}</p>
      <TextField
        name="more-time"
        label={t('propose.more-time')}
        hint={t('propose.more-time.hint')}
        inputmode="numeric"
        width="short"
        value={typed['more-time']}
        problem={said.get('more-time')}
        required={false}
      />
      <CheckboxGroup
        name="measures"
        label={t('propose.measures')}
        values={typed['measures']?.split('\n')}
        problem={said.get('measures')}
        options={measures.map((value) => ({ value, label: t(`told.${value}`) }))}
      />
      <TextField
        name="other-en"
        label={t('propose.other-en')}
        hint={t('propose.other.hint')}
        lang="en"
        value={typed['other-en']}
        problem={said.get('other-en')}
        required={false}
      />
      <TextField
        name="other-fr"
        label={t('propose.other-fr')}
        lang="fr"
        value={typed['other-fr']}
        problem={said.get('other-fr')}
        required={false}
      />
      <CheckboxGroup
        name="stages"
        label={t('propose.stages')}
        values={stagesNow.split('\n')}
        problem={said.get('stages')}
        options={stages
          .filter((stage) => stage !== 'unsure')
          .map((value) => ({ value, label: t(`stage.${value}`) }))}
      />
      <Select
        name="posting"
        label={t('field.posting')}
        hint={t('propose.posting.hint')}
        value={typed['posting'] ?? view.opened.request.postingId ?? ''}
        placeholder={t('field.posting.none')}
        options={view.postings.map(({ id, title }) => ({ value: id, label: title }))}
        width="full"
      />
      <TextField
        name="more-days"
        label={t('propose.more-days')}
        hint={t('propose.more-days.hint')}
        inputmode="numeric"
        width="short"
        value={typed['more-days']}
        problem={said.get('more-days')}
        required={false}
      />
      <TextArea
        id="proposal-words"
        name="words"
        label={t('propose.words')}
        rows={3}
        value={typed['words']}
        problem={said.get('proposal-words')}
        required={false}
      />
      <Actions>
        <Button name="deed" value="preview">
          {t('desk.preview.do')}
        </Button>
      </Actions>
    </Form>
  );
}
