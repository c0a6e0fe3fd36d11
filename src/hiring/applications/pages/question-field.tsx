import { formatBytes } from '#platform/i18n';
import { Checkbox, FileField, RadioGroup, Select, TextArea, TextField } from '#ui/form';
import { answerChoices } from '../asked-questions.ts';
import { kindOf } from '../forms.ts';
import { messages } from '../messages/index.ts';
import { type AskedQuestion, resumeByteLimit, workSampleLimit } from '../model.ts';
import { type StepView, draftPaths } from './view.ts';

/** Extensions offered by the file picker; the server decides by content. */
const accepted = '.pdf,.docx,.doc,.odt,.rtf,.txt';

type FieldOf = { view: StepView; question: AskedQuestion; problem: string | undefined };

/** The control of a question, by its kind, with what was typed. */
export function QuestionField(props: FieldOf) {
  switch (kindOf(props.question)) {
    case 'line':
      return <Line {...props} />;
    case 'text':
      return <Text {...props} />;
    case 'addresses':
      return <Addresses {...props} />;
    case 'file':
      return <Document {...props} />;
    case 'choice':
      return <Choice {...props} />;
  }
}

function common({ view: { lang, typed }, question, problem }: FieldOf) {
  const { id, label, required } = question;
  return { name: id, label: label[lang], value: typed[id], problem, required };
}

const lineKinds = {
  name: { autocomplete: 'name', spellcheck: false },
  email: { type: 'email', inputmode: 'email', autocomplete: 'email', spellcheck: false },
  phone: { type: 'tel', inputmode: 'tel', autocomplete: 'tel', width: 'medium' },
} as const;

function Line(props: FieldOf) {
  const id = props.question.id as keyof typeof lineKinds;
  const hint = messages(props.view.lang)(`field.${id}.hint`);
  return <TextField {...common(props)} {...lineKinds[id]} hint={hint} />;
}

function Text(props: FieldOf) {
  const { view, question } = props;
  const { lang } = view;
  const t = messages(lang);
  const { about, guidance, limit } = question;
  const usual = question.id === 'statement' ? t('field.statement.hint') : t('field.criterion.hint');
  return (
    <TextArea
      {...common(props)}
      heading
      hint={
        <>
          {guidance ? guidance[lang] : usual}
          {about && <p class="criterion">{t('field.criterion.about', { text: about[lang] })}</p>}
        </>
      }
      wordLimit={limit?.words}
      rows={12}
    />
  );
}

function Addresses(props: FieldOf) {
  const t = messages(props.view.lang);
  const hint = t('field.samples.hint', { limit: workSampleLimit });
  return <TextArea {...common(props)} hint={hint} rows={3} />;
}

function Choice(props: FieldOf) {
  const { view, question } = props;
  const t = messages(view.lang);
  const { id } = question;
  const options = (answerChoices(view.lang)[id] ?? []).map(({ value, text }) => ({
    value,
    label: text,
  }));
  const key = `field.${id}.hint`;
  const field = { ...common(props), ...(t.has(key) && { hint: t(key) }), options };
  return id === 'heard' ? <Select {...field} /> : <RadioGroup {...field} />;
}

/** A document asked for; what was received stays, and can be looked at, replaced or taken back. */
function Document(props: FieldOf) {
  const { view, question } = props;
  const { lang, draft } = view;
  const t = messages(lang);
  const { id, guidance, required } = question;
  const size = formatBytes(resumeByteLimit, lang);
  const upload = view.uploads.get(view.typed[id] ?? '');
  const { value: _, ...field } = common(props);
  return (
    <>
      <FileField
        {...field}
        hint={
          <>
            {guidance && <p>{guidance[lang]}</p>}
            <p>
              {id === 'resume' ? t('field.resume.hint', { size }) : t('field.file.hint', { size })}
            </p>
          </>
        }
        accept={accepted}
        kept={
          upload && {
            filename: upload.name,
            size: formatBytes(upload.sizeBytes, lang),
            href: draft ? draftPaths(view, draft.key).file(upload.id)[lang] : undefined,
            children: <input type="hidden" name={`kept-${id}`} value={upload.id} />,
          }
        }
      />
      {upload && !required && (
        <Checkbox name={`remove-${id}`} label={t('field.file.remove', { name: upload.name })} />
      )}
    </>
  );
}
