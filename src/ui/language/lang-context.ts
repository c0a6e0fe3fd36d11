import { type ComponentChildren, createContext, createElement } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang, Translate } from '#platform/i18n';
import { type UiKey, uiCatalog } from './ui-catalog.ts';

const LangContext = createContext<Lang | null>(null);

/** Tells the components below it which language they speak. `renderPage` puts it around a page. */
export function LangProvider({ lang, children }: { lang: Lang; children: ComponentChildren }) {
  return createElement(LangContext.Provider, { value: lang }, children);
}

/** Language of the page around a component. There is no default: both languages are equal. */
export function useLang(): Lang {
  const lang = useContext(LangContext);
  if (!lang) throw new Error('A component needs <LangProvider lang> around it');
  return lang;
}

/** The components' own words in the language of the page. */
export function useUi(): Translate<UiKey> {
  return uiCatalog(useLang());
}
