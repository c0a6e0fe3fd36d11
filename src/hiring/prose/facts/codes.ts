import type { TextFact } from '../model.ts';
import { type Recognize, fact, inOrder, onlyWith, wordPattern } from './recognizer.ts';

/** Occupational groups of the federal public service, past ones included. */
const groups = new Set(
  `AC AG AI AO AP AR AS AT AU AV BI CH CM CO CR CS CT CX DA DD DE DM DS EC ED EG EL EN ENG ES ETP
  EU EX FB FI FO FS GC GCQ GL GR GS GT HE HP HR HS IM IS IT LA LC LI LP LS MA MD MT ND NU OE OM OP
  PC PE PG PH PI PL PM PO PR PS PY RO SC SE SG SI SO SR ST SW TC TI TR TS UT VM WP`.split(/\s+/),
);
/** Written like a code, and never one. */
const others = new Set(['UTC', 'GMT', 'ISO', 'COVID', 'HTTP', 'WCAG', 'SARS']);

const minusPattern = wordPattern('EX(?:-0?1)?\\s?(?:minus|moins)\\s?(\\d)');
const codePattern =
  /(?<![\p{L}\p{N}-])(?<group>[A-Z]{2,4})(?:-[A-Z]{2,4})?(?<gap>\s?-\s?|\s)?(?<level>\d{1,2})(?![\p{L}\p{N}%$]|[.,:]\d)(?<more>(?:(?:\s?(?:\/|,|-)\s?|\s(?:to|or|and|à|ou|et|au)\s)0\d(?![\p{L}\p{N}.,:]\p{N}|\p{N}))*)/gu;

const belowExecutive: Recognize = (text) =>
  [...text.matchAll(minusPattern)].map(({ 0: match, 1: steps, index }) =>
    fact('classification', `EX minus ${steps}`, index, index + match.length),
  );

function isCode(group: string, gap: string, level: string): boolean {
  if (others.has(group) || Number(level) === 0 || Number(level) > 16) return false;
  if (!groups.has(group)) return gap.trim() === '-' && /^0\d$/.test(level);
  // "GC 20" and "IT 12" are names and counts; a level stands beside its group, or is short.
  return gap.trim() !== '' || gap === '' || level.length === 1 || level.startsWith('0');
}

const classifications: Recognize = (text) => {
  const found: TextFact[] = [];
  for (const { 0: match, index, groups: parts } of text.matchAll(codePattern)) {
    const { group = '', gap = '', level = '', more = '' } = parts!;
    if (!isCode(group, gap, level)) continue;
    const codeOf = (digits: string): string => `${group}-${digits.padStart(2, '0')}`;
    const end = index + match.length - more.length;
    found.push(fact('classification', codeOf(level), index, end));
    for (const other of more.matchAll(/\d+/g)) {
      const start = end + other.index;
      found.push(fact('classification', codeOf(other[0]), start, start + other[0].length));
    }
  }
  return found;
};

const ofLanguages =
  /bilingu|imp[ée]rati|profil|linguist|langu|essenti|second|proficien|maîtrise|English|French|français|anglais/iu;
const level = '[ABCEPX]';
const profilePattern = wordPattern(
  `(?<first>${level}{3})(?:\\s?\\/\\s?(?<second>${level}{3}))?|(?<apart>${level}([/-])${level}\\4${level})`,
  'u',
);
const imperativePattern =
  /(?<![\p{L}])(?<=(?:bilingu\p{L}*|[ABCEPX]{3}|nomination|dotation|appointment|staffing)[\s,()/:ABCEPX-]{1,12})(?<non>non[\s-])?imp[ée]rati(?:ve|f|ves|fs)(?![\p{L}])|(?<![\p{L}])(?<nonBefore>non[\s-])?imp[ée]rati(?:ve|f)(?=\s?(?:\(?[ABCEPX]{3}|appointment|staffing|position))/giu;

const profiles: Recognize = (text) => {
  if (!ofLanguages.test(text)) return [];
  // "AAA" is a level of accessibility.
  const found = [...text.matchAll(profilePattern)].filter(({ 0: match }) => match !== 'AAA');
  return found.map(({ 0: match, index, groups: parts }) => {
    const { first = '', second = first, apart } = parts!;
    const letters = apart ? apart.replaceAll(/[/-]/g, '') : first;
    const value = !apart && second !== first ? `${first}/${second}` : letters;
    return fact('language-profile', value, index, index + match.length);
  });
};

const imperatives: Recognize = (text) =>
  [...text.matchAll(imperativePattern)].map(({ 0: match, index, groups: parts }) => {
    const non = parts!['non'] ?? parts!['nonBefore'];
    const value = non ? 'non-imperative' : 'imperative';
    return fact('language-profile', value, index, index + match.length);
  });

const inBoth: Recognize = (text, lang) => {
  // Whether a bilingual seat is imperative stands beside its profile, and is read with it in view.
  const found = [...profiles(text, lang), ...imperatives(text, lang)];
  return found.sort((a, b) => a.start - b.start);
};

export const codes = inOrder(
  onlyWith(/\d/, inOrder(belowExecutive, classifications)),
  onlyWith(/[ABCEPX][-/]?[ABCEPX]|imp[ée]rati/i, inBoth),
);
