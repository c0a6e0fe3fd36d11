import { type Pattern, patternRule } from '../support/patterns.ts';

const ordinals: readonly Pattern[] = [
  {
    lang: 'fr',
    needs: /1(?:[èie]|st)/,
    find: /(?<=(?<![\p{L}\d.,])1)i?[èe]re(s?)(?![\p{L}\d])/gu,
    write: ([, plural]) => `re${plural}`,
    unless: ({ index, input }) => input.startsWith('re', index),
  },
  {
    lang: 'fr',
    needs: /\d(?:i?[èe]me|è|éme)/,
    find: /(?<=(?<![\p{L}\d.,])\d{1,4})(?:i?[èée]me|è)(s?)(?![\p{L}\d])/gu,
    write: ([, plural]) => `e${plural}`,
  },
  {
    lang: 'fr',
    needs: /[Ll]e[ \u00A0]1[ \u00A0]/,
    find: /(?<=\b[Ll]e[ \u00A0])1(?=[ \u00A0](?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\p{L}))/gu,
    write: () => '1er',
  },
];

const accented = [
  'Etats?', 'Etudes?', 'Ecoles?', 'Economies?', 'Ecrire', 'Ecrits?', 'Equipes?', 'Equité', 'Evaluer',
  'Elaborer', 'Elaboration', 'Etablir', 'Etablissements?', 'Etre', 'Emettre', 'Eliminer', 'Energies?',
  'Etapes?', 'Etudiante?s?', 'Electroniques?', 'Evénements?', 'Eventuel(?:le)?s?', 'Echelles?',
  'Echéances?', 'Echanger', 'Eligibilité', 'Egalité', 'Egalement', 'Etant', 'Eduquer', 'Ecouter',
].join('|'); // prettier-ignore

const capitals: readonly Pattern[] = [
  {
    lang: 'fr',
    needs: 'E',
    find: new RegExp(
      String.raw`(?<![\p{L}\d-])E(?=(?:${accented.replaceAll(/\bE/g, '')})(?![\p{L}\d]))`,
      'gu',
    ),
    write: () => 'É',
  },
  {
    lang: 'fr',
    needs: /A /,
    find: /(?<=^|[.!?][ \u00A0])A(?= (?:propos|la |cet |cette |ce |titre |partir |compter |noter|défaut |court |moyen |long |venir|savoir|distance|temps |l[’']))/gu,
    write: () => 'À',
  },
];

const dashes: readonly Pattern[] = [
  {
    lang: 'both',
    needs: ' - ',
    find: /(?<=[^\s\d-][ \u00A0])-(?=[ \u00A0][^\s-])|(?<=\d[ \u00A0])-(?=[ \u00A0]\p{L})/gu,
    write: () => '–',
  },
  {
    lang: 'both',
    needs: '--',
    find: /(?<=[\p{L}\d)»”][ \u00A0]?)--(?=[ \u00A0]?[\p{L}\d(«“])/gu,
    write: () => '—',
  },
];

export const ordinal = patternRule('typography/ordinal', 'warning', ordinals);
export const capitalAccent = patternRule('typography/capital-accent', 'warning', capitals);
export const dash = patternRule('typography/dash', 'info', dashes);
