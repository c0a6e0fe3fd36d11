export { LangProvider, useLang, useUi } from './lang-context.ts';
export { type UiKey, uiCatalog } from './ui-catalog.ts';
