import type { StandingTables } from './schema-standing.ts';

/** Classes of the columns of where a candidate stands: see `classification.ts`. */
export const standingClasses = {
  application_messages: {
    id: 'internal',
    application_id: 'internal',
    body: 'sensitive',
    answered_by: 'internal',
    written_at: 'internal',
    about: 'internal',
  },
  screening_findings: {
    decision_id: 'internal',
    criterion: 'internal',
    place: 'internal',
    kind: 'public',
    text_en: 'public',
    text_fr: 'public',
    result: 'sensitive',
    words: 'sensitive',
  },
  notice_batches: {
    id: 'internal',
    posting_id: 'internal',
    template: 'internal',
    prepared_by: 'internal',
    confirmed_at: 'internal',
    leaves_at: 'internal',
    stopped_at: 'internal',
    stopped_by: 'internal',
    left_at: 'internal',
  },
  notices: {
    id: 'internal',
    batch_id: 'internal',
    application_id: 'internal',
    decision_id: 'internal',
    lang: 'personal',
    subject: 'sensitive',
    body: 'sensitive',
    left_at: 'internal',
    held_back: 'internal',
  },
  candidate_applications: { candidate_id: 'internal', application_id: 'internal' },
} as const satisfies {
  [Table in keyof StandingTables]: Record<keyof StandingTables[Table], string>;
};
