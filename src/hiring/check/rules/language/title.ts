import type { PairRule } from '#hiring/check';
import { langs, otherLang } from '#platform/i18n';
import { excerpt, placeIn } from '../support/places.ts';
import { countWords, proseOf } from '../support/prose-text.ts';
import { evidenceOf, likenessOf } from '../support/evidence.ts';

/** Words of titles that one language only has. */
const titleWords = {
  en: /\b(?:developers?|designers?|advis[eo]rs?|managers?|officers?|leads?|heads?|writers?|engineers?|researchers?|recruiters?|assistants? to|analysts?|clerks?|drivers?|translators?|specialists?|teams?|senior|junior|software|engineering|delivery|support|jobs?|positions?|student|policy|security|data|research)\b/giu,
  fr: /(?<!\p{L})(?:développeu\p{L}+|concept(?:eur|rice)s?|conseill\p{L}+|gestionnaires?|agentes?|chef\p{L}*|responsables?|rédact\p{L}+|ingénieure?s?|cherche\p{L}+|recrut\p{L}+|adjoint\p{L}*|analystes?|commis|spécialistes?|équipes?|principal\p{L}*|logiciels?|soutien|emplois?|postes?|étudiant\p{L}*|sécurité|données|recherche|stages?)(?!\p{L})/giu,
};

/** A title that is the same in both languages or is in the other one. */
export const title: PairRule = {
  id: 'language/title',
  severity: 'warning',
  fixable: false,
  scope: 'pair',
  check({ documents }, _context, report) {
    const [en, fr] = langs.map((lang) =>
      documents[lang].blocks.find(({ kind }) => kind === 'title'),
    );
    if (!en || !fr) return;
    const titles = { en, fr };
    for (const lang of langs) {
      const other = otherLang(lang);
      const text = proseOf(titles[lang]);
      const same = en.text.trim() === fr.text.trim() && countWords(text) >= 2;
      // One title for both is in one of the two languages, hardly ever in both.
      const foreign = same
        ? likenessOf(text).lang === other
        : likeness(text, other) > likeness(text, lang);
      if (!foreign) continue;
      report({
        place: placeIn(documents[lang], titles[lang]),
        counterpart: placeIn(documents[other], titles[other]),
        args: { title: excerpt(titles[lang].text) },
        variant: lang === 'fr' ? 'english' : 'french',
      });
    }
  },
};

function likeness(text: string, lang: 'en' | 'fr'): number {
  return (text.match(titleWords[lang])?.length ?? 0) + evidenceOf(text)[lang];
}
