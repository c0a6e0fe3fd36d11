import { Fragment } from 'preact';
import type { Lang } from '#platform/i18n';

/** What a person wrote, line by line as they wrote it, each paragraph in its own direction. */
export function WrittenText({ text, lang }: { text: string; lang?: Lang | undefined }) {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  return (
    <>
      {paragraphs.map((paragraph, index) => (
        <p key={index} dir="auto" lang={lang}>
          <Lines text={paragraph} />
        </p>
      ))}
    </>
  );
}

/** A text with its line breaks. */
export function Lines({ text }: { text: string }) {
  return (
    <>
      {text.split('\n').map((line, index) => (
        <Fragment key={index}>
          {index > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </>
  );
}

/** A name within a plain text, kept from turning the text around it (Unicode isolates, UAX 9). */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
