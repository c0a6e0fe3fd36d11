import { type ContentProblem, type LinePlace, problem, readHalf } from '#hiring/postings/loader';
import { type Lang, type Localized, otherLang } from '#platform/i18n';
import type { PairFiles } from './pair-files.ts';

export type SourceText = { readonly file: string; readonly source: string };

/** The texts of one posting; `facts` is its file of shared facts. */
export type LocalizedSources = Localized<SourceText | null> & {
  readonly facts?: SourceText | null;
};

/** Texts that belong together, as files of one pair. Keys that differ make them two halves. */
export function pairFiles({ en, fr, facts }: LocalizedSources): PairFiles {
  const keys = { en: en && keyOf('en', en), fr: fr && keyOf('fr', fr) };
  const differ = keys.en && keys.fr && keys.en.key !== keys.fr.key;
  return {
    key: differ ? null : (keys.en?.key ?? keys.fr?.key ?? null),
    en: en ? [en] : [],
    fr: fr ? [fr] : [],
    process: facts ? [facts] : [],
    site: [],
    near: { en: null, fr: null },
    problems: differ ? [withoutPair('en', keys.en!, fr!), withoutPair('fr', keys.fr!, en!)] : [],
  };
}

type Key = { readonly file: string; readonly key: string; readonly place: LinePlace };

function keyOf(lang: Lang, { file, source }: SourceText): Key | null {
  const { half, claim } = readHalf(lang, file, source);
  const key = half?.translationKey ?? claim;
  return key === null ? null : { file, key, place: half?.keyPlace ?? { line: 1, column: 1 } };
}

function withoutPair(lang: Lang, { file, key, place }: Key, other: SourceText): ContentProblem {
  const reason = { kind: 'missing-pair' as const, key, missing: otherLang(lang), near: other.file };
  return problem(file, reason, place);
}
