import { type Lang, type Localized, langs, otherLang } from '#platform/i18n';
import { type ContentProblem, problem } from '../problem.ts';
import type { ProcessFacts } from '#hiring/process-facts';
import { type FactsClaim, firstDifference } from './facts.ts';
import type { Half } from './half.ts';
import type { Place } from './yaml.ts';

/** Both languages of a posting, whole and in agreement. */
export type Pair = {
  readonly translationKey: string;
  readonly halves: Localized<Half>;
  readonly facts: ProcessFacts | null;
  /** The file of shared facts and its exact text, where there is one. */
  readonly factsFile: { readonly file: string; readonly source: string } | null;
  readonly archived: boolean;
  readonly draft: boolean;
};

/** A file of shared facts: `process/<translationKey>.yml`. */
export type FactsFile = {
  readonly file: string;
  readonly source: string;
  readonly translationKey: string;
  readonly claim: FactsClaim;
};

/** What is known about one translation key. */
export type KeyClaims = {
  readonly halves: Localized<readonly Half[]>;
  /** Files that claim the key but cannot be used. */
  readonly broken: Localized<readonly string[]>;
  readonly factsFiles: readonly FactsFile[];
};

/**
 * Joins what claims a key into a pair, or says of every file involved why there is none. A pair in
 * which anything is in doubt is not made: one language alone, or two truths, are never shown.
 */
export function pairUp(
  translationKey: string,
  claims: KeyClaims,
  similarKey: (lang: Lang) => string | null,
): { pair: Pair | null; problems: ContentProblem[] } {
  const problems: ContentProblem[] = [];
  for (const lang of langs) {
    for (const half of claims.halves[lang]) {
      const reason = whyNotPaired(half, lang, claims, similarKey);
      if (reason) problems.push(problem(half.text.file, reason, half.keyPlace));
    }
  }
  const [en, fr] = [claims.halves.en[0], claims.halves.fr[0]];
  if (problems.length > 0 || !en || !fr) return { pair: null, problems };

  const agreed = agreedFacts(en, fr, claims.factsFiles);
  if (!agreed.ok) return { pair: null, problems: agreed.problems };
  if (en.archived !== fr.archived) problems.push(...unequalLifecycle(en, fr));
  if (en.draft !== fr.draft) problems.push(unequalDraft(en, fr));
  const shared = claims.factsFiles[0];
  const pair: Pair = {
    translationKey,
    halves: { en, fr },
    facts: agreed.facts,
    factsFile: shared ? { file: shared.file, source: shared.source } : null,
    archived: en.archived || fr.archived,
    draft: en.draft || fr.draft,
  };
  return { pair, problems };
}

function whyNotPaired(
  half: Half,
  lang: Lang,
  { halves, broken }: KeyClaims,
  similarKey: (lang: Lang) => string | null,
): ContentProblem['reason'] | null {
  const other = otherLang(lang);
  const key = half.translationKey;
  if (halves[lang].length > 1) {
    const others = halves[lang].filter((claimant) => claimant !== half).map(fileOf);
    return { kind: 'duplicate-translation-key', key, others };
  }
  if (halves[other].length === 1) return null;
  const inTheWay = halves[other][0]?.text.file ?? broken[other][0];
  if (inTheWay !== undefined) return { kind: 'pair-not-shown', other: inTheWay };
  return { kind: 'missing-pair', key, missing: other, near: similarKey(other) };
}

function fileOf(half: Half): string {
  return half.text.file;
}

/** The half that is not archived is the one to change; the pair counts as archived meanwhile. */
function unequalLifecycle(en: Half, fr: Half): ContentProblem[] {
  const [live, archived] = en.archived ? [fr, en] : [en, fr];
  const reason = { kind: 'unequal-lifecycle' as const, other: archived.text.file };
  return [problem(live.text.file, reason, live.archivedPlace)];
}

/** One half still says that it is a draft: the pair counts as one, and that half is the one to change. */
function unequalDraft(en: Half, fr: Half): ContentProblem {
  const [ready, draft] = en.draft ? [fr, en] : [en, fr];
  const reason = { kind: 'unequal-draft' as const, other: ready.text.file };
  return problem(draft.text.file, reason, draft.draftPlace);
}

type Agreed = { ok: true; facts: ProcessFacts | null } | { ok: false; problems: ContentProblem[] };

/** The facts of a pair, from wherever they are stated; all statements must say the same. */
function agreedFacts(en: Half, fr: Half, files: readonly FactsFile[]): Agreed {
  const everyFile = [...new Set([en.text.file, fr.text.file, ...files.map(({ file }) => file)])];
  if (files.length > 1) {
    const problems = files.map(({ file }) => {
      const others = files.map((one) => one.file).filter((name) => name !== file);
      return problem(file, { kind: 'duplicate-facts-file', others });
    });
    return notUsable(problems, en, fr, files[0]!.file);
  }
  const shared = files[0];
  if (shared && !shared.claim.facts) return notUsable([], en, fr, shared.file);
  const claims = [shared?.claim, en.facts, fr.facts].filter(
    (claim) => claim !== undefined && claim !== null,
  );
  const [first, ...rest] = claims;
  for (const claim of rest) {
    const field = firstDifference(first!.facts, claim.facts);
    if (field === null) continue;
    const differ = (one: FactsClaim, other: FactsClaim): ContentProblem =>
      problem(one.file, { kind: 'facts-differ', field, other: other.file }, { line: one.line });
    const problems = [differ(first!, claim), differ(claim, first!)];
    const silent = everyFile.filter((file) => file !== first!.file && file !== claim.file);
    problems.push(
      ...silent.map((file) => problem(file, { kind: 'facts-not-usable', other: claim.file })),
    );
    return { ok: false, problems };
  }
  return { ok: true, facts: first?.facts ?? null };
}

function notUsable(problems: ContentProblem[], en: Half, fr: Half, other: string): Agreed {
  const place = (half: Half): Place => half.keyPlace;
  const halves = [en, fr].map((half) =>
    problem(half.text.file, { kind: 'facts-not-usable', other }, place(half)),
  );
  return { ok: false, problems: [...problems, ...halves] };
}
