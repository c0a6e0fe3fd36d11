import { type AskedQuestion, answerChoices, kindOf } from '#hiring/applications';
import { formatBytes } from '#platform/i18n';
import { Pane } from '#ui/split';
import { Prose } from '#ui/prose';
import { href } from '#web/routes.ts';
import type { Words } from '../messages/index.ts';
import type { ApplicationView } from './application-view.ts';
import { heardLabel } from './labels.ts';
import { WrittenText } from './written-text.tsx';

/** What the candidate wrote, under the questions as they stood on the form, one criterion after the other. */
export function AnswersPane({ view, t }: { view: ApplicationView; t: Words }) {
  const { lang, application } = view;
  const { workSamples, heardFrom, questions, statement } = application;
  const asked = (id: string): string | undefined =>
    questions.find((question) => question.id === id)?.label[lang];
  const written = questions.filter((question) => kindOf(question) === 'text');
  const statementAsked = written.some(({ id }) => id === 'statement');
  return (
    <Pane id="answers-title" title={t('application.answers')}>
      <Prose>
        {!statementAsked && statement !== '' && (
          <>
            <h3>{t('application.statement')}</h3>
            <WrittenText text={statement} />
          </>
        )}
        {written.map((question) => (
          <Written key={question.id} view={view} question={question} t={t} />
        ))}
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
        {questions
          .filter(({ id }) => id.startsWith('document-'))
          .map((question) => (
            <Document key={question.id} view={view} question={question} t={t} />
          ))}
        {questions
          .filter(({ id }) => id === 'assessment')
          .map(({ id, label }) => (
            <>
              <h3>{label[lang]}</h3>
              <p>
                {answerChoices(lang)[id]?.find(({ value }) => value === application.answers[id])
                  ?.text ?? t('application.noAnswer')}
              </p>
            </>
          ))}
        <h3>{t('application.heard')}</h3>
        <p>{heardLabel(t, heardFrom)}</p>
      </Prose>
    </Pane>
  );
}

type Asked = { view: ApplicationView; question: AskedQuestion; t: Words };

function Written({ view: { lang, application }, question: { id, label, about }, t }: Asked) {
  const text = id === 'statement' ? application.statement : application.answers[id];
  return (
    <>
      <h3>{label[lang]}</h3>
      {about && <p>{t('application.about', { text: about[lang] })}</p>}
      {text ? <WrittenText text={text} /> : <p>{t('application.noAnswer')}</p>}
    </>
  );
}

/** That it came, for everybody; the document itself for those who may read a résumé. */
function Document({ view: { lang, application, resume }, question: { id, label }, t }: Asked) {
  const sent = application.documents.find(({ document }) => document === id);
  const facts = sent && {
    type: sent.type.toUpperCase(),
    size: formatBytes(sent.sizeBytes, lang),
  };
  const path = href('desk.document', lang, { id: application.id, document: id });
  return (
    <>
      <h3>{label[lang]}</h3>
      <p>
        {!facts && t('application.document.none')}
        {facts && sent.scan === 'infected' && t('application.document.infected')}
        {facts && sent.scan !== 'infected' && resume && (
          <a href={path} download>
            {t('application.document', facts)}
          </a>
        )}
        {facts && sent.scan !== 'infected' && !resume && t('application.document', facts)}
      </p>
    </>
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
