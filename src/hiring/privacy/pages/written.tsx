import { Fragment } from 'preact';
import type { Lang } from '#platform/i18n';

/** What a person wrote, line by line as they wrote it. */
export function Written({ text, lang }: { text: string; lang?: Lang | undefined }) {
  return (
    <p dir="auto" lang={lang}>
      {text.split('\n').map((line, index) => (
        <Fragment key={index}>
          {index > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </p>
  );
}
