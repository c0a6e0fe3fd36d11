import type { FactRule } from '#hiring/process-facts';
import type { Lang, Localized } from '#platform/i18n';

/** What about the YAML of a file cannot be read, as far as an author needs to know. */
export type YamlHint = 'tab' | 'quote' | 'colon' | 'indent' | 'duplicate' | 'character' | 'other';

/** Why a file, or something in it, is not on the site. Closed union: each kind has its words. */
export type ProblemReason =
  | { kind: 'unreadable'; code: string }
  | { kind: 'symlink-outside' }
  | { kind: 'not-content' }
  | { kind: 'binary-file' }
  | { kind: 'not-utf8' }
  | { kind: 'too-large'; bytes: number }
  | { kind: 'merge-conflict' }
  | { kind: 'no-front-matter' }
  | { kind: 'unterminated-front-matter' }
  | { kind: 'front-matter-not-fields' }
  | { kind: 'bad-yaml'; hint: YamlHint; text: string }
  | { kind: 'missing-title' }
  | { kind: 'missing-translation-key' }
  | { kind: 'translation-key-too-long' }
  | { kind: 'field-not-text'; field: string }
  | { kind: 'missing-description' }
  | { kind: 'empty-body' }
  | { kind: 'bad-archived'; value: string }
  | { kind: 'bad-draft'; value: string }
  | { kind: 'bad-slug'; value: string }
  | { kind: 'slug-taken'; value: string }
  | { kind: 'bad-lever-id'; value: string }
  | { kind: 'duplicate-lever-id'; value: string; others: readonly string[] }
  | { kind: 'duplicate-translation-key'; key: string; others: readonly string[] }
  | { kind: 'missing-pair'; key: string; missing: Lang; near: string | null }
  | { kind: 'pair-not-shown'; other: string }
  | { kind: 'unequal-lifecycle'; other: string }
  | { kind: 'unequal-draft'; other: string }
  | { kind: 'bad-fact'; field: string; rule: FactRule; value: string; allowed: readonly string[] }
  | { kind: 'unknown-fact'; field: string }
  | { kind: 'facts-differ'; field: string; other: string }
  | { kind: 'facts-without-posting'; key: string }
  | { kind: 'facts-not-usable'; other: string }
  | { kind: 'duplicate-facts-file'; others: readonly string[] }
  | { kind: 'bad-site-setting'; field: string }
  | { kind: 'bad-postings-setting' }
  | { kind: 'postings-folder-missing' }
  | { kind: 'moved-to-nothing'; from: string; key: string }
  | { kind: 'content-folder-missing' }
  /** The check found an error, in its own words, and keeps the version from the site. */
  | { kind: 'check-error'; check: string; message: Localized }
  /** The same of a version that is on the site all the same. */
  | { kind: 'check-warning'; check: string; message: Localized }
  | { kind: 'check-pending' }
  | { kind: 'check-failed' };

export type ProblemKind = ProblemReason['kind'];

/** Something for an author to put right. */
export type ContentProblem = {
  /** Path in the content folder, "/" between its parts; "" for the folder itself. */
  readonly file: string;
  /** Counted from 1; `null` where the problem is with the file as a whole. */
  readonly line: number | null;
  readonly column: number | null;
  readonly severity: 'blocking' | 'warning';
  readonly reason: ProblemReason;
  /** When the text still shown in its place was recorded, where there is one. */
  readonly lastGoodSince: Date | null;
};

/** Problems that leave the posting on the site. */
const warnings: ReadonlySet<ProblemKind> = new Set<ProblemKind>([
  'not-content',
  'missing-description',
  'bad-archived',
  'bad-draft',
  'bad-slug',
  'slug-taken',
  'bad-lever-id',
  'duplicate-lever-id',
  'unequal-lifecycle',
  'unequal-draft',
  'unknown-fact',
  'facts-without-posting',
  'bad-site-setting',
  'moved-to-nothing',
  'check-warning',
]);

/** A problem at a place; its severity follows from its kind. */
export function problem(
  file: string,
  reason: ProblemReason,
  at: { line: number; column?: number } | null = null,
): ContentProblem {
  return {
    file,
    line: at?.line ?? null,
    column: at?.column ?? null,
    severity: warnings.has(reason.kind) ? 'warning' : 'blocking',
    reason,
    lastGoodSince: null,
  };
}
