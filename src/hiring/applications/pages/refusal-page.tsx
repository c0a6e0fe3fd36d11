import {
  type Lang,
  type Localized,
  formatBytes,
  formatDate,
  formatTime,
  formatTimeZone,
} from '#platform/i18n';
import { Facts } from '#ui/facts';
import { PageHeading } from '#ui/heading';
import { href, hrefs } from '#web/routes.ts';
import type { Page } from '#web/page.ts';
import { type TypedFields, kindOf } from '../forms.ts';
import { formLimits } from '../intake/read-form.ts';
import { messages } from '../messages/index.ts';
import type { AskedQuestion } from '../model.ts';
import type { PostingFacts } from './view.ts';

type Frame = { lang: Lang; posting: PostingFacts };

/** What somebody wrote, and under which questions. */
type Written = { questions: readonly AskedQuestion[]; typed: TypedFields };

/**
 * The posting closed before the application came: said plainly, with everything that was typed
 * laid out to copy. Also shown to whoever opens the form of a closed posting, with nothing typed.
 */
export function closedPage({
  lang,
  posting,
  questions,
  typed,
  graceMinutes,
}: Frame & Written & { graceMinutes: number }): Page {
  const t = messages(lang);
  const { closesAt, timeZone } = posting;
  const answers = answersOf(lang, { questions, typed });
  return {
    lang,
    area: 'site',
    title: `${t('closed.title')} – ${posting.title}`,
    alternates: posting.formPaths,
    body: (
      <>
        <PageHeading title={t('closed.title')} kicker={posting.title} />
        {answers.length > 0 && (
          <p class="lead">
            <strong>{t('closed.notSent')}</strong>
          </p>
        )}
        <p>
          {closesAt
            ? t('closed.on', {
                date: formatDate(closesAt, lang, timeZone),
                time: formatTime(closesAt, lang, timeZone),
                zone: formatTimeZone(closesAt, lang, timeZone),
              })
            : t('closed.noDate')}
        </p>
        {closesAt && answers.length > 0 && <p>{t('closed.grace', { minutes: graceMinutes })}</p>}
        {answers.length > 0 && (
          <p>
            {t.rich('closed.help', {
              link: (text) => (
                <a href={`${href('accommodation.ask', lang)}?posting=${posting.id}`}>{text}</a>
              ),
            })}
          </p>
        )}
        <AnswersToKeep lang={lang} answers={answers} />
        <p>
          {t.rich('closed.others', {
            link: (text) => <a href={href('postings.index', lang)}>{text}</a>,
          })}
        </p>
      </>
    ),
  };
}

/**
 * The posting was taken off the site after its form was opened: what was typed, laid out to copy.
 */
export function withdrawnPage({
  lang,
  questions,
  typed,
  alternates,
}: Written & { lang: Lang; alternates: Localized }): Page {
  const t = messages(lang);
  return {
    lang,
    area: 'site',
    title: t('withdrawn.title'),
    alternates,
    body: (
      <>
        <PageHeading title={t('withdrawn.title')} />
        <p class="lead">
          <strong>{t('withdrawn.notSent')}</strong>
        </p>
        <AnswersToKeep lang={lang} answers={answersOf(lang, { questions, typed })} />
        <p>
          {t.rich('closed.others', {
            link: (text) => <a href={href('postings.index', lang)}>{text}</a>,
          })}
        </p>
      </>
    ),
  };
}

/** It could be neither sent nor kept: what was typed, laid out to copy. */
export function notKeptPage({
  lang,
  questions,
  typed,
  posting,
  why,
}: Written & Frame & { why: 'outage' | 'gone' }): Page {
  const t = messages(lang);
  return {
    lang,
    area: 'site',
    title: t(`${why}.title`),
    alternates: posting.formPaths,
    body: (
      <>
        <PageHeading title={t(`${why}.title`)} kicker={posting.title} />
        <p class="lead">
          <strong>{t(`${why}.body`)}</strong>
        </p>
        <AnswersToKeep lang={lang} answers={answersOf(lang, { questions, typed })} />
        <p>
          {t.rich('back.form', {
            link: (text) => <a href={posting.formPaths[lang]}>{text}</a>,
          })}
        </p>
      </>
    ),
  };
}

type Answer = { id: string; label: string; text: string };

function answersOf(lang: Lang, { questions, typed }: Written): Answer[] {
  return questions.flatMap((question) => {
    const text = typed[question.id]?.trim();
    const kind = kindOf(question);
    if (!text || kind === 'file' || kind === 'choice') return [];
    return [{ id: question.id, label: question.label[lang], text }];
  });
}

function AnswersToKeep({ lang, answers }: { lang: Lang; answers: readonly Answer[] }) {
  const t = messages(lang);
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby="your-answers">
      <h2 id="your-answers">{t('closed.keep')}</h2>
      <Facts
        items={answers.map(({ label, text }) => ({
          term: label,
          detail: (
            <div class="as-typed" dir="auto">
              {text}
            </div>
          ),
        }))}
      />
    </section>
  );
}

/** A request that could not be read: nothing was sent, and how to go on. */
export function unreadablePage({
  lang,
  posting,
  kind,
}: {
  lang: Lang;
  /** Null where the request did not get as far as naming one. */
  posting: PostingFacts | null;
  kind: 'truncated' | 'too-large' | 'not-a-form';
}): Page {
  const t = messages(lang);
  return {
    lang,
    area: 'site',
    title: t(`${kind}.title`),
    alternates: posting?.formPaths ?? hrefs('postings.index'),
    body: (
      <>
        <PageHeading title={t(`${kind}.title`)} {...(posting && { kicker: posting.title })} />
        <p>{t(`${kind}.body`, { size: formatBytes(formLimits.requestBytes, lang) })}</p>
        {posting && (
          <p>
            {t.rich('back.form', {
              link: (text) => <a href={posting.formPaths[lang]}>{text}</a>,
            })}
          </p>
        )}
      </>
    ),
  };
}
