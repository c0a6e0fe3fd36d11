import { isDeepStrictEqual } from 'node:util';
import { type Localized, langs } from '#platform/i18n';
import type { Confidence, Proposal, Source } from './model.ts';
import { type PairReading, type Reading, type Sentence, sourceOf } from './reading.ts';

/** What one sentence says of a field. */
export type Claim<Value> = {
  readonly value: Value;
  readonly from: Source;
  /** The words leave room for another reading. */
  readonly unsure?: boolean;
};

/** Every claim that the sentences of one language make; the first is taken. */
export function claimsIn<Value>(
  { document, sentences }: Reading,
  find: (sentence: Sentence) => { value: Value; unsure?: boolean } | null,
): Claim<Value>[] {
  return sentences.flatMap((sentence) => {
    const found = find(sentence);
    return found ? [{ ...found, from: sourceOf(document, sentence.block, sentence.start) }] : [];
  });
}

/**
 * Proposes what both languages claim; what they claim apart is less sure. Where they disagree, the
 * English stands and the other is named beside it.
 */
export function agree<Value>(
  path: Proposal['path'],
  claims: Localized<readonly Claim<Value>[]>,
  describe: (value: Value) => string = (value) => JSON.stringify(value),
): Proposal[] {
  const found = langs.flatMap((lang) => {
    const sure = claims[lang].find(({ unsure }) => !unsure) ?? claims[lang][0];
    return sure ? [sure] : [];
  });
  const [first, second] = found;
  if (!first) return [];
  const same = second !== undefined && isDeepStrictEqual(first.value, second.value);
  const unsure = found.some((one) => one.unsure);
  const known = new Set([describe(first.value)]);
  const others = langs
    .flatMap((lang) => claims[lang])
    .map(({ value }) => describe(value))
    .filter((value) => !known.has(value) && known.add(value));
  return [
    {
      path,
      value: first.value,
      confidence: confidenceOf(second !== undefined, same, unsure),
      from: found.map(({ from }) => from),
      others,
    },
  ];
}

function confidenceOf(inBoth: boolean, same: boolean, unsure: boolean): Confidence {
  if (inBoth && !same) return 'low';
  if (inBoth) return unsure ? 'medium' : 'high';
  return unsure ? 'low' : 'medium';
}

/** Proposes words of both languages; null where only one of them says it. */
export function inBoth(
  path: Proposal['path'],
  pair: PairReading,
  find: (sentence: Sentence) => string | null,
): Proposal | null {
  const found = langs.map((lang) => {
    const [claim] = claimsIn(pair[lang], (sentence) => {
      const value = find(sentence);
      return value === null ? null : { value };
    });
    return claim;
  });
  const [en, fr] = found;
  if (!en || !fr) return null;
  return {
    path,
    value: { en: en.value, fr: fr.value },
    confidence: 'medium',
    from: [en.from, fr.from],
    others: [],
  };
}
