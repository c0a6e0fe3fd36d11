import type { ApplyingTables } from './schema-applying.ts';

/** Classes of the columns of applying: see `classification.ts`. */
export const applyingClasses = {
  application_drafts: {
    // The address of a draft opens it.
    key: 'sensitive',
    posting_id: 'public',
    lang: 'personal',
    answers: 'sensitive',
    revision: 'internal',
    opened_at: 'internal',
    saved_at: 'internal',
    email: 'personal',
    reminded_at: 'internal',
  },
  application_versions: {
    application_id: 'internal',
    number: 'internal',
    posting_version: 'public',
    page_lang: 'personal',
    answers: 'personal',
    questions: 'public',
    privacy_notice: 'public',
    within_grace: 'internal',
    submitted_at: 'internal',
    sent_sha256: 'internal',
  },
  application_version_identities: {
    application_id: 'internal',
    number: 'internal',
    answers: 'sensitive',
  },
  application_files: {
    application_id: 'internal',
    number: 'internal',
    document: 'internal',
    file_sha256: 'personal',
    file_name: 'personal',
  },
} as const satisfies {
  [Table in keyof ApplyingTables]: Record<keyof ApplyingTables[Table], string>;
};
