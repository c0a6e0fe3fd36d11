import { type Pattern, patternRule } from '../support/patterns.ts';

const pairs: readonly (readonly [find: string, better: string])[] = [
  ['chairm[ae]n', 'chair'],
  ['chairwom[ae]n', 'chair'],
  ['spokesm[ae]n', 'spokesperson'],
  ['salesm[ae]n', 'salesperson'],
  ['foreman|foremen', 'supervisor'],
  ['policem[ae]n', 'police officer'],
  ['firem[ae]n', 'firefighter'],
  ['businessm[ae]n', 'business person'],
  ['cameram[ae]n', 'camera operator'],
  ['repairm[ae]n', 'repair technician'],
  ['manpower', 'staff'],
  ['man[- ]hours?', 'person-hours'],
  ['manned', 'staffed'],
  ['mankind', 'humanity'],
  ['manmade|man-made', 'artificial'],
  ['he/she|she/he|\\(s\\)he|s/he|he or she|she or he', 'they'],
  ['him/her|her/him|him or her|her or him', 'them'],
  ['his/her|her/his|his or her|her or his', 'their'],
  ['himself/herself|himself or herself|herself or himself', 'themselves'],
];

const better = new Map<RegExp, string>(
  pairs.map(([find, word]) => [new RegExp(`^(?:${find})$`, 'iu'), word]),
);
const all = pairs.map(([find]) => find).join('|');

const patterns: readonly Pattern[] = [
  {
    lang: 'en',
    needs: /m[ae]n\b|manpower|manned|man-?made|mankind|man[- ]hour|\bhe\b|\)he\b|\bhis\b|\bhim/i,
    find: new RegExp(String.raw`(?<![\p{L}/])(?:${all})(?![\p{L}/])`, 'giu'),
    write: () => null,
    args: ([found]) => ({
      word: found,
      instead: [...better].find(([find]) => find.test(found))?.[1] ?? '',
    }),
  },
];

/** English words for one gender where anyone is meant. */
export const gendered = {
  ...patternRule('inclusive/gendered', 'warning', patterns),
  fixable: false,
};
