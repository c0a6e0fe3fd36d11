import { formatIsoDateTime } from '#platform/i18n';
import { Actions, Button, Form, type Problem, TextArea } from '#ui/form';
import { Pane } from '#ui/split';
import { href } from '#web/routes.ts';
import { lengthOf } from '#ui/words';
import { noteLimit } from '../forms.ts';
import type { Words } from '../messages/index.ts';
import type { ApplicationView } from './application-view.ts';
import { WrittenText } from './written-text.tsx';

/** What to do about the note form. */
export function noteProblems({ note }: ApplicationView, t: Words): Problem[] {
  if (!note.problem) return [];
  const count = lengthOf(note.typed['note']);
  return [
    { field: 'note', message: t(`problem.note.${note.problem}`, { limit: noteLimit, count }) },
  ];
}

/** The hiring team's notes, latest first, and the form for one more. */
export function NotesPane({ view, t }: { view: ApplicationView; t: Words }) {
  const { lang, application, timeZone } = view;
  const { id, notes } = application;
  if (!notes) return null;
  return (
    <Pane id="notes-title" title={t('notes.title')}>
      <p>{t('notes.privacy')}</p>
      {view.mayWriteNotes && (
        <Form
          action={href('desk.note', lang, { id }) + view.listQuery}
          csrf={view.csrf}
          label={t('notes.add')}
        >
          <input type="hidden" name="key" value={view.note.typed['key'] ?? view.noteKey} />
          <TextArea
            name="note"
            label={t('notes.add')}
            hint={t('notes.hint', { limit: noteLimit })}
            required
            rows={4}
            problem={noteProblems(view, t)[0]?.message}
            value={view.note.typed['note']}
          />
          <Actions>
            <Button variant="secondary">{t('notes.save')}</Button>
          </Actions>
        </Form>
      )}
      {notes.map(({ id, body, by, at }) => (
        <article key={id} class="note">
          <p class="timeline-meta">
            <time dateTime={at.toISOString()}>
              {t('notes.by', { when: formatIsoDateTime(at, timeZone), who: by })}
            </time>
          </p>
          <WrittenText text={body} />
        </article>
      ))}
    </Pane>
  );
}
