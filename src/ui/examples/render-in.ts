import { type ComponentChildren, createElement } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Lang } from '#platform/i18n';
import { LangProvider } from '#ui/language';

/** HTML of components in a language, for tests. */
export function renderIn(lang: Lang, children: ComponentChildren): string {
  return renderToString(createElement(LangProvider, { lang, children }));
}
