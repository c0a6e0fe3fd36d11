import type { TextRule } from '#hiring/check';
import { placeIn } from '../support/places.ts';
import { formsOf } from './forms.ts';

const masculine =
  /^(?:premier\s|jeune\s)?(\p{L}+(?:ateur|iteur|cteur|pteur|steur|uteur|seur|cheur|geur|neur|peur|veur|ieur|queur|ueur|llier|eiller|icier|inier|énier|nnier|mier|icien|onien|ogicien|drien|tricien|ticien)s?|développeurs?|rédacteurs?|conseillers?|officiers?|praticiens?|techniciens?|adjoints?|agents?|avocats?|chargés?|délégués?|présidents?|assistants?|étudiants?|consultants?|experts?|surintendants?|intervenants?|enseignants?|directeurs?|traducteurs?|recruteurs?|coordonnateurs?|programmeurs?|ingénieurs?|chercheurs?|concepteurs?)(?!\p{L})(?![·•(/.-]\p{L})/iu;
const feminineToo = /\b(?:ou|et)\s|[·•‧(/]|femme|\p{L}\.e\b|-(?:e|ne|euse|trice|ère)\b/u;
const feminine = /(?<!\p{L})\p{L}+(?:trice|euse|ière|ienne|ère)s?(?!\p{L})/u;

/** A French title that names men only. */
export const masculineTitle: TextRule = {
  id: 'inclusive/masculine-title',
  severity: 'info',
  fixable: false,
  scope: 'text',
  check(document, _context, report) {
    if (document.lang !== 'fr') return;
    const block = document.blocks.find(({ kind }) => kind === 'title');
    const noun = block && masculine.exec(block.text)?.[1];
    if (!block || noun === undefined) return;
    if (feminineToo.test(block.text) || feminine.test(block.text) || formsOf(block.text).length > 0)
      return;
    report({ place: placeIn(document, block), args: { noun } });
  },
};
