import type { Generated } from 'kysely';

/** Tables of where a candidate stands: see `schema.ts`. */
export type StandingTables = {
  application_messages: ApplicationMessagesTable;
  screening_findings: ScreeningFindingsTable;
  notice_batches: NoticeBatchesTable;
  notices: NoticesTable;
  candidate_applications: CandidateApplicationsView;
};

/** Questions of candidates and answers to them. */
type ApplicationMessagesTable = {
  id: string;
  application_id: string;
  body: string;
  answered_by: string | null;
  written_at: Date;
  about: Generated<'question' | 'informal-discussion'>;
};

/** What a decision found for each criterion. */
type ScreeningFindingsTable = {
  decision_id: string;
  criterion: string;
  place: number;
  kind: 'essential' | 'asset' | 'operational' | 'organizational';
  text_en: string;
  text_fr: string;
  result: 'met' | 'not-met' | 'not-assessed';
  words: string;
};

/** Notices prepared together. */
type NoticeBatchesTable = {
  id: string;
  posting_id: string;
  template: 'screened-in' | 'screened-out' | 'update';
  prepared_by: string;
  confirmed_at: Date;
  leaves_at: Date;
  stopped_at: Date | null;
  stopped_by: string | null;
  left_at: Date | null;
};

/** One letter, as its one reader gets it. */
type NoticesTable = {
  id: string;
  batch_id: string;
  application_id: string;
  decision_id: string | null;
  lang: 'en' | 'fr';
  subject: string;
  body: string;
  left_at: Date | null;
  held_back: 'withdrawn' | 'decided-again' | null;
};

/** Whose an application is. */
type CandidateApplicationsView = { candidate_id: string; application_id: string };
