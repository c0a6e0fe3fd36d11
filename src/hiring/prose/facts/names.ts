import type { Recognize } from './recognizer.ts';
import { fact, onlyWith, wordPattern } from './recognizer.ts';

const alwaysPattern = wordPattern(
  '24\\s?[/x]\\s?7(?:\\s?[/x]\\s?365)?|24 (?:hours?|heures|h)(?: a day| per day| sur 24| par jour|/jour)?(?:,| et| and)? (?:7|seven|sept) (?:days|jours)(?: a week| per week| sur (?:7|sept)| par semaine)?|' +
    '24\\s?h\\s?(?:/|sur) ?24(?:,| et)? 7 ?j(?:ours)?\\s?(?:/|sur) ?7|(?:24 heures sur 24|jour et nuit), sept jours sur sept',
);

/** Around the clock: said in many ways, and one fact. */
const said: Recognize = (text) =>
  [...text.matchAll(alwaysPattern)].map(({ 0: match, index }) =>
    fact('name', '24/7', index, index + match.length),
  );

const ordinal = /^\d+(?:st|nd|rd|th|e|er|re|ère|nde?|es|i?[eè]me)$/iu;
const plainNumber = /^\d+(?:k|s)$/iu;
const gluedPattern = wordPattern(
  '(?:\\p{Lu}\\p{L}*-\\d+|\\p{L}+\\d[\\p{L}\\d]*|\\d+\\p{L}[\\p{L}\\d]*)(?:-\\d+)?\\+?',
  'u',
);

/** Words of letters and digits: "COVID-19", "B2B", "3D". */
const glued: Recognize = (text) =>
  [...text.matchAll(gluedPattern)]
    .filter(({ 0: match }) => !ordinal.test(match) && !plainNumber.test(match))
    .map(({ 0: match, index }) => fact('name', match.toUpperCase(), index, index + match.length));

export const names = {
  said: onlyWith(/24|jour et nuit/i, said),
  glued: onlyWith(/\d/, glued),
};
