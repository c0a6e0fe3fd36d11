export { type Lang, type Localized, isLang, langs, localeOf, otherLang } from './lang.ts';
export { preferredLang } from './preferred-lang.ts';
export { type Catalog, type MessageArgs, type Translate, catalog, inBoth } from './catalog.ts';
export {
  dateFormat,
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
  numberFormat,
} from './formats.ts';
