import type { PairUnderCheck } from '#hiring/check';
import { type FactKind, ofLatest } from '#hiring/prose';
import { type Lang, type Localized, langs, otherLang } from '#platform/i18n';
import { figureIn, saysOtherwise } from './equivalents.ts';
import { FactsByPlace, type Placed } from './places.ts';
import { isSame } from './same.ts';
import { type Stated, statedIn } from './stated.ts';

/** Both languages state it, and not the same. */
export type Difference = Localized<Stated>;
/** One language states it, the other does not; `facing` is the block where it would stand. */
export type Missing = { readonly stated: Stated; readonly facing: number };
export type Compared = {
  readonly differences: readonly Difference[];
  readonly missing: readonly Missing[];
};

/** How many rows a fact may have moved and still be the same one. */
const near = 3;

/** Compares the facts of both languages, row by row, and what remains over a wider and wider place. */
export const compareFacts = ofLatest(compare);

function compare(pair: PairUnderCheck): Compared {
  const rows = rowsOf(pair);
  const all = {
    en: placed(pair, rows, 'en'),
    fr: placed(pair, rows, 'fr'),
  };
  const left = { en: new FactsByPlace(all.en), fr: new FactsByPlace(all.fr) };
  const match = (
    candidatesOf: (a: Placed) => Iterable<Placed>,
    fits: (a: Placed, b: Placed) => boolean,
  ): void => {
    for (const a of left.en) {
      for (const b of candidatesOf(a)) {
        if (!fits(a, b)) continue;
        left.en.delete(a);
        left.fr.delete(b);
        break;
      }
    }
  };
  const alike = (rows: number): void =>
    match(
      (a) => left.fr.like(a, rows),
      (a, b) => isSame(a.fact, b.fact),
    );
  const differences: Difference[] = [];
  const differ = (rows: number, fits: (a: Placed) => boolean): void =>
    match(
      (a) => (fits(a) ? left.fr.near(a, rows) : []),
      (a, b) => {
        if (a.fact.kind !== b.fact.kind || !isComparable(a, b)) return false;
        differences.push({ en: a, fr: b });
        return true;
      },
    );

  alike(0);
  // Where a row states as many facts of a kind in both languages, those that differ face each other.
  differ(0, evenRows(pair, all));
  alike(near);
  alike(Infinity);
  match((a) => left.fr.near(a, 0), isSameFigure);
  dropSaidOtherwise(pair, rows, left);
  differ(0, () => true);
  differ(near, ({ fact }) => fact.kind !== 'number');

  const missing = langs.flatMap((lang) => {
    const other = otherLang(lang);
    const over = [...left[lang]].flatMap((stated) => {
      const facing = pair.alignment.blocks[stated.row]?.[other] ?? null;
      const { kind } = stated.fact;
      return facing === null || kind === 'name' || kind === 'url' ? [] : [{ stated, facing }];
    });
    // Most pairs have none, and need no index of what the other language states more than once.
    if (over.length === 0) return [];
    const others = new FactsByPlace(all[other]);
    return over.filter(({ stated }) => {
      const alike = others.like(stated, once.has(stated.fact.kind) ? Infinity : 0);
      return !Iterator.from(alike).some(({ fact }) => isSame(stated.fact, fact));
    });
  });
  return { differences, missing };
}

/** Takes out numbers that the other language says without one: "both", "un an". */
function dropSaidOtherwise(
  pair: PairUnderCheck,
  rows: Localized<Map<number, number>>,
  left: Localized<FactsByPlace>,
): void {
  const texts = textsOf(pair, rows);
  for (const lang of langs) {
    const other = otherLang(lang);
    for (const one of left[lang]) {
      const facing = texts[other].get(one.row);
      if (facing === undefined) continue;
      // A text that is not translated is found as such.
      const untranslated = one.fact.asWord && facing.includes(one.text);
      if (untranslated || saysOtherwise(one.fact, other, facing)) left[lang].delete(one);
    }
  }
}

/** Rows matched less surely than this may face what says something else. */
const sure = 0.4;

function evenRows(
  { alignment }: PairUnderCheck,
  all: Localized<readonly Placed[]>,
): (one: Placed) => boolean {
  const keyOf = ({ row, fact }: Placed): string =>
    `${row} ${fact.kind} ${isImperative(fact.value)}`;
  const counts = langs.map((lang) => {
    const byKey = new Map<string, number>();
    for (const one of all[lang]) byKey.set(keyOf(one), (byKey.get(keyOf(one)) ?? 0) + 1);
    return byKey;
  });
  return (one) =>
    (alignment.blocks[one.row]?.confidence ?? 0) >= sure &&
    counts[0]!.get(keyOf(one)) === counts[1]!.get(keyOf(one));
}

/** Kinds that a posting may state any number of times. */
const once: ReadonlySet<FactKind> = new Set([
  'classification',
  'language-profile',
  'email',
  'phone',
  'date',
]);

/** For each block of a language, the row of the alignment that it belongs to. */
function rowsOf({ documents, alignment }: PairUnderCheck): Localized<Map<number, number>> {
  const rows = { en: new Map<number, number>(), fr: new Map<number, number>() };
  alignment.blocks.forEach((row, index) => {
    for (const lang of langs) {
      const id = row[lang];
      if (id !== null) rows[lang].set(id, index);
    }
  });
  for (const lang of langs) {
    for (const { id } of documents[lang].blocks) {
      const into = alignment.partOf(lang, id);
      const row = into === null ? undefined : rows[otherLang(lang)].get(into);
      if (row !== undefined) rows[lang].set(id, row);
    }
  }
  return rows;
}

function placed(pair: PairUnderCheck, rows: Localized<Map<number, number>>, lang: Lang): Placed[] {
  return statedIn(pair.documents[lang]).map((stated) => ({
    ...stated,
    row: rows[lang].get(stated.block.id) ?? -1,
  }));
}

function textsOf(
  { documents }: PairUnderCheck,
  rows: Localized<Map<number, number>>,
): Localized<Map<number, string>> {
  const texts = { en: new Map<number, string>(), fr: new Map<number, string>() };
  for (const lang of langs) {
    for (const { id, text } of documents[lang].blocks) {
      const row = rows[lang].get(id);
      if (row !== undefined) texts[lang].set(row, `${texts[lang].get(row) ?? ''} ${text}`);
    }
  }
  return texts;
}

const counts: ReadonlySet<FactKind> = new Set([
  'time',
  'number',
  'duration',
  'percent',
  'money',
  'name',
]);

/** "2" and "2 ans", "30" and "30 %": the same figure, with its unit in one language only. */
function isSameFigure(a: Placed, b: Placed): boolean {
  if (a.fact.kind === b.fact.kind || !counts.has(a.fact.kind) || !counts.has(b.fact.kind))
    return false;
  const figure = figureIn(a);
  return figure !== null && figure === figureIn(b);
}

/** Words with numbers are compared where the letters are the same; profiles by what they say. */
function isComparable(a: Placed, b: Placed): boolean {
  const [one, other] = [a.fact, b.fact];
  if (one.kind === 'name') return lettersOf(one.value) === lettersOf(other.value);
  if (one.kind === 'language-profile') return isImperative(one.value) === isImperative(other.value);
  if (one.kind === 'number') return one.value.startsWith('#') === other.value.startsWith('#');
  return one.kind !== 'url';
}

const lettersOf = (name: string): string => name.replaceAll(/\d+/g, '');
const isImperative = (value: string): boolean => value.endsWith('imperative');
