import { Pane } from '#ui/split';
import { Prose } from '#ui/prose';
import type { Words } from '../messages/index.ts';
import type { ApplicationView } from './application-view.ts';
import { heardLabel } from './labels.ts';
import { WrittenText } from './written-text.tsx';

/** What the candidate wrote, under the questions as they stood on the form. */
export function AnswersPane({ view, t }: { view: ApplicationView; t: Words }) {
  const { lang, application } = view;
  const { statement, workSamples, heardFrom, questions } = application;
  const asked = (id: string): string | undefined =>
    questions.find((question) => question.id === id)?.label[lang];
  return (
    <Pane id="answers-title" title={t('application.answers')}>
      <Prose>
        <h3>{asked('statement') ?? t('application.statement')}</h3>
        <WrittenText text={statement} />
        <h3>{asked('samples') ?? t('application.samples')}</h3>
        {workSamples.length > 0 ? (
          <ul>
            {workSamples.map((address) => (
              <li key={address}>
                <Sample address={address} />
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('none')}</p>
        )}
        <h3>{t('application.heard')}</h3>
        <p>{heardLabel(t, heardFrom)}</p>
      </Prose>
    </Pane>
  );
}

/** The whole address, so that it can be judged before it is followed. */
function Sample({ address }: { address: string }) {
  if (!/^https?:\/\//i.test(address)) return <bdi>{address}</bdi>;
  return (
    <a href={address} rel="noopener noreferrer nofollow">
      <bdi>{address}</bdi>
    </a>
  );
}
