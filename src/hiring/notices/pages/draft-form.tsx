import { type Lang, otherLang } from '#platform/i18n';
import {
  Actions,
  Button,
  CheckboxGroup,
  Fieldset,
  Form,
  type Problem,
  RadioGroup,
  TextArea,
} from '#ui/form';
import { lengthOf } from '#ui/words';
import { type DraftProblems, type Typed, fields, values, wordsLimit } from '../forms.ts';
import { messages } from '../messages/index.ts';
import { newsStatuses, templates } from '../model.ts';
import { type Carried, CarriedFields } from './carried.tsx';

export type DraftForm = { carried: Carried; problems: DraftProblems };

/** What to do about the first page, in the order of its fields; the page's own language first. */
export function draftProblems(lang: Lang, { carried, problems }: DraftForm): Problem[] {
  const t = messages(lang);
  const order = lang === 'en' ? fields : (['template', 'status', 'words-fr', 'words-en'] as const);
  return order.flatMap((field): Problem[] => {
    const problem = problems[field];
    if (!problem) return [];
    if (field === 'template' || field === 'status') {
      return [{ field, message: t(`problem.${field}`) }];
    }
    const args = { limit: wordsLimit, count: lengthOf(carried.typed[field]) };
    return [{ field, message: t(`problem.${field}.${problem}`, args) }];
  });
}

/** What the notices tell, to whom news goes, and the team's own words. */
export function DraftFields({
  lang,
  action,
  form,
}: {
  lang: Lang;
  action: string;
  form: DraftForm;
}) {
  const t = messages(lang);
  const { typed, csrf } = form.carried;
  const problems = draftProblems(lang, form);
  const problem = (field: string): string | undefined =>
    problems.find((one) => one.field === field)?.message;
  return (
    <Form action={action} csrf={csrf} label={t('write.title')}>
      <CarriedFields carried={form.carried} written={false} />
      <RadioGroup
        name="template"
        label={t('write.template')}
        required
        value={typed['template']}
        problem={problem('template')}
        options={templates.map((value) => ({
          value,
          label: t(`write.${value}`),
          hint: t(`write.${value}.hint`),
        }))}
      />
      <CheckboxGroup
        name="status"
        label={t('write.status')}
        hint={t('write.status.hint')}
        values={statusesOf(typed)}
        problem={problem('status')}
        options={newsStatuses.map((value) => ({ value, label: t(`write.status.${value}`) }))}
      />
      <Fieldset legend={t('write.words')} hint={t('write.words.hint')}>
        {[lang, otherLang(lang)].map((of) => (
          <TextArea
            key={of}
            name={`words-${of}`}
            lang={of}
            label={t(`write.words.${of}`)}
            hint={t('write.limit', { limit: wordsLimit })}
            value={typed[`words-${of}`]}
            problem={problem(`words-${of}`)}
            rows={5}
          />
        ))}
      </Fieldset>
      <Actions>
        <Button name="do" value="list">
          {t('write.go')}
        </Button>
      </Actions>
    </Form>
  );
}

/** News is mostly for those who wait for a decision. */
function statusesOf(typed: Typed): string[] {
  return typed['status'] === undefined && typed['template'] !== 'update'
    ? ['received']
    : values(typed['status']);
}
