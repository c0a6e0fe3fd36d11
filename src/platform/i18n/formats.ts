import { type Lang, localeOf } from './lang.ts';

const nbsp = '\u00A0';

/** Joins what `Intl` separates with a plain or narrow space, so that a value never breaks in two. */
function unbroken(text: string): string {
  return text.replaceAll(/[ \u202F]/g, nbsp);
}

/**
 * `Intl` formatters, each made once: making one costs a hundred times what using it does. Their
 * options and locales are few; the zones are those that authors write.
 */
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

/** The one formatter of a locale with these options. Throws `RangeError` for an unknown zone. */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, options);
    dateFormats.set(key, format);
  }
  return format;
}

/** The one formatter of a locale with these options. Throws `RangeError` for an unknown currency. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, options);
    numberFormats.set(key, format);
  }
  return format;
}

/** "July 31, 2016" / "31 juillet 2016" and "1er juillet 2016", in the given IANA time zone. */
export function formatDate(instant: Date, lang: Lang, timeZone: string): string {
  const text = unbroken(
    dateFormat(localeOf[lang], { dateStyle: 'long', timeZone }).format(instant),
  );
  // The first of a month is an ordinal in French, which `Intl` does not know; no English date begins so.
  return text.replace(/^1(?=\u00A0\p{L})/u, '1er');
}

/** "4:30 pm" / "16 h 30", in the given IANA time zone (Government of Canada writing style). */
export function formatTime(instant: Date, lang: Lang, timeZone: string): string {
  const text = dateFormat(localeOf[lang], { timeStyle: 'short', timeZone }).format(instant);
  return unbroken(text.replace('a.m.', 'am').replace('p.m.', 'pm'));
}

/** The zone's own name at that instant: "Pacific Standard Time" / "heure normale du Pacifique". */
export function formatTimeZone(instant: Date, lang: Lang, timeZone: string): string {
  const parts = dateFormat(localeOf[lang], {
    timeZone,
    timeZoneName: 'long',
  }).formatToParts(instant);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** Date as yyyy-mm-dd in the zone: for tables and `datetime` attributes. */
export function formatIsoDate(instant: Date, timeZone: string): string {
  return dateFormat('sv-SE', { dateStyle: 'short', timeZone }).format(instant);
}

/** Date and time as "yyyy-mm-dd hh:mm" (24 h) in the zone: for dense tables of staff. */
export function formatIsoDateTime(instant: Date, timeZone: string): string {
  return dateFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone,
  }).format(instant);
}

/** "115,754" / "115 754". */
export function formatNumber(value: number, lang: Lang): string {
  return unbroken(numberFormat(localeOf[lang], {}).format(value));
}

/** Whole dollars: "$115,754" / "115 754 $". */
export function formatMoney(value: number, currency: string, lang: Lang): string {
  return unbroken(
    numberFormat(localeOf[lang], {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      maximumFractionDigits: 0,
    }).format(value),
  );
}

/** Size of a file, in decimal units: "240 KB" / "240 ko", "1.2 MB" / "1,2 Mo". */
export function formatBytes(bytes: number, lang: Lang): string {
  const mega = bytes >= 1_000_000;
  const value = mega ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1000));
  return unbroken(
    numberFormat(localeOf[lang], {
      style: 'unit',
      unit: mega ? 'megabyte' : 'kilobyte',
      maximumFractionDigits: 1,
    }).format(value),
  ).replace('kB', 'KB');
}

/** "English, French and other" / "anglais, français et autre". */
export function formatList(items: string[], lang: Lang): string {
  return new Intl.ListFormat(localeOf[lang], { type: 'conjunction' }).format(items);
}

/** Marks of the alphabets other than the Latin one, which few texts hold; they take longer to find. */
const otherMarks = /[\u0483-\u1FFF\u2C80-\uFFFF]/;

/** Lower-case, without accents or ligatures: the form in which people's words are searched. */
export function foldForSearch(text: string): string {
  const apart = text.normalize('NFKD');
  const bare = otherMarks.test(apart)
    ? apart.replaceAll(/\p{M}/gu, '')
    : apart.replaceAll(/[\u0300-\u036F\u20D0-\u20F0]/g, '');
  return bare.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('’', "'");
}
