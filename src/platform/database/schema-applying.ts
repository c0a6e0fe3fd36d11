import type { ColumnType, Generated } from 'kysely';

/** Tables of applying: files, drafts, applications, and every version of what was sent. */
export type ApplyingTables = {
  stored_files: StoredFilesTable;
  uploads: UploadsTable;
  applications: ApplicationsTable;
  applicant_identities: ApplicantIdentitiesTable;
  application_drafts: ApplicationDraftsTable;
  application_versions: ApplicationVersionsTable;
  application_version_identities: ApplicationVersionIdentitiesTable;
  application_files: ApplicationFilesTable;
  application_texts: ApplicationTextsTable;
};

type LangColumn = 'en' | 'fr';

type StoredFilesTable = {
  sha256: string;
  size_bytes: number;
  document_type: 'pdf' | 'docx' | 'doc' | 'odt' | 'rtf' | 'txt';
  scan_status: 'clean' | 'not-scanned' | 'infected';
  scan_detail: string | null;
  stored_at: Date;
  scanned_at: Date | null;
};

type UploadsTable = {
  id: string;
  submission_key: string;
  file_sha256: string;
  file_name: string;
  uploaded_at: Date;
  document: string;
};

type ApplicationsTable = {
  id: string;
  reference: string;
  posting_id: string;
  posting_version: string;
  submission_key: string;
  page_lang: LangColumn;
  correspondence_lang: LangColumn;
  statement: string;
  work_samples: string[];
  heard_from: string;
  /** Null where none was asked for: the Lever-compatible API. */
  resume_sha256: string | null;
  questions: ColumnType<unknown, string, string>;
  privacy_notice: string;
  within_grace: boolean;
  status: ColumnType<ApplicationStatus, ApplicationStatus | undefined, ApplicationStatus>;
  submitted_at: Date;
  answers: ColumnType<Record<string, string>, string | undefined, string>;
  version: Generated<number>;
};

type ApplicationStatus = 'received' | 'screened-in' | 'screened-out' | 'withdrawn';

type ApplicantIdentitiesTable = {
  application_id: string;
  full_name: string;
  name_sort: string;
  email: string;
  phone: string | null;
  resume_name: string | null;
  search_text: string;
  preference: ColumnType<Record<string, string> | null, string | null, string | null>;
};

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

/** Words of what was sent, for search. */
type ApplicationTextsTable = {
  application_id: string;
  version: number;
  answers: string;
  everything: string;
};
