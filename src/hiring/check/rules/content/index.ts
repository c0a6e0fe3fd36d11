import { type LoaderProblemKind, type ProblemArgs, problemWordsOf } from '#hiring/postings/loader';
import type { EngineRule, Family, Severity } from '#hiring/check';

/**
 * Problems of the loader that are no finding of their own: each goes with an error in another file
 * of the same pair. A folder that is missing cannot be checked at all.
 */
type Consequence = 'pair-not-shown' | 'facts-not-usable' | 'content-folder-missing';

/** Severities of the loader's problems, which hold in the linter by the same names. */
const severities: Record<Exclude<LoaderProblemKind, Consequence>, Severity> = {
  unreadable: 'error',
  'symlink-outside': 'error',
  'not-content': 'warning',
  'binary-file': 'error',
  'not-utf8': 'error',
  'too-large': 'error',
  'merge-conflict': 'error',
  'no-front-matter': 'error',
  'unterminated-front-matter': 'error',
  'front-matter-not-fields': 'error',
  'bad-yaml': 'error',
  'missing-title': 'error',
  'missing-translation-key': 'error',
  'translation-key-too-long': 'error',
  'field-not-text': 'error',
  'missing-description': 'warning',
  'empty-body': 'error',
  'bad-archived': 'warning',
  'bad-draft': 'warning',
  'bad-slug': 'warning',
  'slug-taken': 'warning',
  'bad-lever-id': 'warning',
  'duplicate-lever-id': 'warning',
  'duplicate-translation-key': 'error',
  'missing-pair': 'error',
  'unequal-lifecycle': 'error',
  'unequal-draft': 'error',
  'bad-fact': 'error',
  'unknown-fact': 'warning',
  'facts-differ': 'error',
  'facts-without-posting': 'warning',
  'duplicate-facts-file': 'error',
  'bad-site-setting': 'warning',
  'bad-postings-setting': 'error',
  'postings-folder-missing': 'error',
  'moved-to-nothing': 'warning',
};

/** About the disk, or about files other than those of a pair: no text of a pair can show them. */
const ofDisk: ReadonlySet<string> = new Set([
  'unreadable',
  'symlink-outside',
  'not-content',
  'binary-file',
  'not-utf8',
  'too-large',
  'slug-taken',
  'duplicate-lever-id',
  'duplicate-translation-key',
  'facts-without-posting',
  'duplicate-facts-file',
  'bad-site-setting',
  'bad-postings-setting',
  'postings-folder-missing',
  'moved-to-nothing',
]);

const rules = Object.entries(severities).map(
  ([kind, severity]): EngineRule => ({
    id: `content/${kind}`,
    scope: 'engine',
    severity,
    fixable: false,
    shown: !ofDisk.has(kind),
  }),
);

/** The loader's problems, in its own words. */
export const family: Family = {
  name: 'content',
  rules,
  words: (lang) => (key, args) => {
    const [kind = '', part] = key.split('.');
    const { reason, remedy } = problemWordsOf(kind as LoaderProblemKind, args as ProblemArgs, lang);
    return part === 'remedy' ? remedy : reason;
  },
};
