/** The two official languages. Both are always served; neither is the default of the other. */
export const langs = ['en', 'fr'] as const;
export type Lang = (typeof langs)[number];

/** The same content in both languages. A value that exists in one language only cannot be typed. */
export type Localized<T = string> = Readonly<Record<Lang, T>>;

const other: Localized<Lang> = { en: 'fr', fr: 'en' };

/** The other official language: the target of the language toggle. */
export function otherLang(lang: Lang): Lang {
  return other[lang];
}

/** Narrows an untrusted value (a URL segment, a form field) to a language. */
export function isLang(value: unknown): value is Lang {
  return value === 'en' || value === 'fr';
}

/** BCP 47 tag of the Canadian variety, for `Intl` and the `lang` attribute of Open Graph and feeds. */
export const localeOf: Localized = { en: 'en-CA', fr: 'fr-CA' };
