import type { ComponentChildren } from 'preact';
import type { Lang } from '#platform/i18n';

type ProseProps = {
  /** Language of the text, where it is not that of the page. */
  lang?: Lang | undefined;
} & (
  | {
      /** HTML already made safe: rendered Markdown of a posting. */
      html: string;
      children?: never;
    }
  | { html?: never; children: ComponentChildren }
);

/** Running text: measure, rhythm, lists, tables. */
export function Prose({ lang, html, children }: ProseProps) {
  if (html !== undefined) {
    return <div class="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
  }
  return (
    <div class="prose" lang={lang}>
      {children}
    </div>
  );
}
