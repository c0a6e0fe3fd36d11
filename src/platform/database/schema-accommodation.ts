import type { ColumnType } from 'kysely';

/** Whom accommodation cases are sealed to. */
export type CustodianKeysTable = {
  id: string;
  kind: 'custodian' | 'recovery';
  holder: string | null;
  recipient: string;
  locked_identity: string | null;
  made_at: Date;
  admitted_at: Date | null;
  admitted_by: string | null;
  retired_at: Date | null;
};

/** A case of accommodation, as far as it can be known without opening it. */
export type AccommodationCasesTable = {
  id: string;
  case_key: string;
  state: 'open' | 'proposed' | 'arranged' | 'closed';
  waits_for: 'custodian' | 'candidate' | 'nobody';
  waiting_since: Date;
  escalated_at: Date | null;
  closed_at: Date | null;
};

/** The keys of a case, each sealed to those who hold it. */
export type AccommodationKeysTable = {
  case_id: string;
  case_key: string;
  holder: string;
  holder_kind: 'candidate' | 'custodian' | 'recovery';
  sealed: string;
};

export type AccommodationEntriesTable = {
  id: string;
  case_id: string;
  position: number;
  case_key: string;
  sealed: string;
};

/** Browsers of candidates who ask the custodians to be let in again. */
export type AccommodationReadmissionsTable = {
  id: string;
  case_id: string;
  holder: string;
  case_key: string;
  sealed: string;
};

/** What was agreed with a candidate, for one posting. */
export type ArrangementsTable = {
  id: string;
  posting_id: string;
  person: string;
  told: ColumnType<{ en: string[]; fr: string[] } | null, string | null, string | null>;
  closes_at: Date | null;
};

export type ApplicationArrangementsTable = { application_id: string; arrangement_id: string };
