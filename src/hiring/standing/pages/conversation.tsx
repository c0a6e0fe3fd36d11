import { defaultTimeZone } from '#hiring/postings';
import { type Lang, formatIsoDateTime } from '#platform/i18n';
import { Badge } from '#ui/badge';
import { Actions, Button, Form, TextArea } from '#ui/form';
import { lengthOf } from '#ui/words';
import { type MessageProblem, type TypedMessage, messageLimit } from '../forms.ts';
import { messages } from '../messages/index.ts';
import type { Message } from '../model.ts';

/** Everything that was asked and answered, earliest first. */
export function Messages({
  lang,
  list,
  reader,
}: {
  lang: Lang;
  list: readonly Message[];
  reader: 'candidate' | 'team';
}) {
  const t = messages(lang);
  return (
    <>
      <h2>{t('messages.title')}</h2>
      {list.length === 0 && <p>{t('messages.none')}</p>}
      {list.map(({ id, from, about, body, writtenAt }) => {
        const when = formatIsoDateTime(writtenAt, defaultTimeZone);
        const who = from === 'candidate' && reader === 'candidate' ? 'you' : from;
        return (
          <article key={id} class="note">
            <p class="timeline-meta">
              <time dateTime={writtenAt.toISOString()}>{t(`from.${who}`, { when })}</time>
            </p>
            {about === 'informal-discussion' && (
              <p>
                <Badge tone="warning">{t('messages.discussion')}</Badge>
              </p>
            )}
            {body !== '' && (
              <div class="as-typed" dir="auto">
                {body}
              </div>
            )}
          </article>
        );
      })}
    </>
  );
}

export type MessageForm = {
  kind: 'question' | 'discussion' | 'answer';
  typed: TypedMessage;
  problem: MessageProblem | null;
  /** Names the sending. */
  key: string;
  csrf: string;
};

/** What to do about the form, in words. */
export function problemOf(lang: Lang, { kind, problem, typed }: MessageForm): string | undefined {
  if (!problem) return undefined;
  const args = { limit: messageLimit, count: lengthOf(typed['message']) };
  // A request for an informal discussion needs no words.
  const key = problem === 'missing' && kind === 'discussion' ? 'question' : kind;
  const t = messages(lang);
  return key === 'discussion'
    ? t('problem.discussion.long', args)
    : t(`problem.${key}.${problem}`, args);
}

const buttons = {
  question: 'ask.send',
  discussion: 'discuss.send',
  answer: 'answer.send',
} as const;

/** The form of one more question, of a request for an informal discussion, or of the answer. */
export function MessageFields({
  lang,
  action,
  form,
}: {
  lang: Lang;
  action: string;
  form: MessageForm;
}) {
  const t = messages(lang);
  const { kind } = form;
  const hint = kind === 'discussion' ? 'field.discussion.hint' : 'field.hint';
  return (
    <Form action={action} csrf={form.csrf}>
      <input type="hidden" name="key" value={form.typed['key'] ?? form.key} />
      {kind === 'discussion' && <input type="hidden" name="about" value="informal-discussion" />}
      <TextArea
        name="message"
        label={t(`field.${kind}`)}
        hint={t(hint, { limit: messageLimit })}
        value={form.typed['message']}
        problem={problemOf(lang, form)}
        rows={6}
        required={kind !== 'discussion'}
      />
      <Actions>
        <Button>{t(buttons[kind])}</Button>
      </Actions>
    </Form>
  );
}
