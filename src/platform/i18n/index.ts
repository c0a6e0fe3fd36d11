export { type Lang, type Localized, isLang, langs, localeOf, otherLang } from './lang.ts';
export { preferredLang } from './preferred-lang.ts';
export { type Catalog, type MessageArgs, type Translate, catalog } from './catalog.ts';
export {
  foldForSearch,
  formatBytes,
  formatDate,
  formatIsoDate,
  formatIsoDateTime,
  formatList,
  formatMoney,
  formatNumber,
  formatTime,
  formatTimeZone,
} from './formats.ts';
