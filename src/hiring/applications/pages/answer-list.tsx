import type { ComponentChildren } from 'preact';
import { type Lang, formatBytes } from '#platform/i18n';
import { Facts } from '#ui/facts';
import { answerChoices } from '../asked-questions.ts';
import { kindOf } from '../forms.ts';
import { messages } from '../messages/index.ts';
import type { AskedQuestion, StoredResume } from '../model.ts';

/** A file as its owner sees it: `href` where they can look at it. */
export type ShownFile = StoredResume & { href: string | null };

/** What answers are shown from, by question id. */
export type Answered = {
  answers: Readonly<Partial<Record<string, string | readonly string[] | null>>>;
  files: Readonly<Partial<Record<string, ShownFile>>>;
};

/** Questions with their answers, as they were given: before sending, and on the receipt. */
export function AnswerList({
  lang,
  questions,
  answered,
  fingerprints = false,
  below,
}: {
  lang: Lang;
  questions: readonly AskedQuestion[];
  answered: Answered;
  /** Whether to show the SHA-256 of each file. */
  fingerprints?: boolean;
  /** What stands below an answer: a way to change it. */
  below?: (question: AskedQuestion) => ComponentChildren;
}) {
  return (
    <Facts
      items={questions.map((question) => ({
        term: question.label[lang],
        detail: (
          <>
            {answerOf(lang, question, answered, fingerprints) ?? messages(lang)('receipt.none')}
            {below?.(question)}
          </>
        ),
      }))}
    />
  );
}

function answerOf(
  lang: Lang,
  question: AskedQuestion,
  { answers, files }: Answered,
  fingerprints: boolean,
): ComponentChildren {
  const { id } = question;
  const answer = answers[id];
  switch (kindOf(question)) {
    case 'file': {
      const file = files[id];
      return file ? <FileLine lang={lang} file={file} fingerprint={fingerprints} /> : null;
    }
    case 'choice':
      return (
        answerChoices(lang)[id]?.find(({ value }) => value === answer)?.text ?? (answer || null)
      );
    case 'addresses': {
      const lines = typeof answer === 'string' ? answer.split('\n') : (answer ?? []);
      const written = lines.filter((line) => line.trim() !== '');
      if (written.length === 0) return null;
      return (
        <ul>
          {written.map((line) => (
            <li key={line}>
              <bdi>{line}</bdi>
            </li>
          ))}
        </ul>
      );
    }
    case 'line':
      return answer ? <bdi>{answer}</bdi> : null;
    case 'text':
      return answer ? (
        <div class="as-typed" dir="auto">
          {answer}
        </div>
      ) : null;
  }
}

function FileLine({
  lang,
  file,
  fingerprint,
}: {
  lang: Lang;
  file: ShownFile;
  fingerprint: boolean;
}) {
  const name = <bdi>{file.name}</bdi>;
  return (
    <>
      {file.href ? <a href={file.href}>{name}</a> : name}, {formatBytes(file.sizeBytes, lang)}
      {fingerprint && (
        <>
          <br />
          <span class="fingerprint">{messages(lang)('receipt.hash', { hash: file.sha256 })}</span>
        </>
      )}
    </>
  );
}
