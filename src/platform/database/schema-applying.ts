import type { ColumnType } from 'kysely';

/** Tables of applying: drafts, and every version of what was sent. */
export type ApplyingTables = {
  application_drafts: ApplicationDraftsTable;
  application_versions: ApplicationVersionsTable;
  application_version_identities: ApplicationVersionIdentitiesTable;
  application_files: ApplicationFilesTable;
};

type LangColumn = 'en' | 'fr';

type ApplicationDraftsTable = {
  key: string;
  posting_id: string;
  lang: LangColumn;
  answers: ColumnType<Record<string, SavedStepColumn>, string, string>;
  revision: number;
  opened_at: Date;
  saved_at: Date;
  email: string | null;
  reminded_at: Date | null;
};

type SavedStepColumn = {
  revision: number;
  savedAt: string;
  page: string;
  fields: Record<string, string>;
};

/** Each sending of an application; the one with the greatest number counts. */
type ApplicationVersionsTable = {
  application_id: string;
  number: number;
  posting_version: string;
  page_lang: LangColumn;
  answers: ColumnType<Record<string, string | string[]>, string, never>;
  questions: ColumnType<unknown, string, never>;
  privacy_notice: string;
  within_grace: boolean;
  submitted_at: Date;
  sent_sha256: string | null;
};

type ApplicationVersionIdentitiesTable = {
  application_id: string;
  number: number;
  answers: ColumnType<Record<string, string | null>, string, string>;
};

type ApplicationFilesTable = {
  application_id: string;
  number: number;
  document: string;
  file_sha256: string;
  file_name: string;
};
