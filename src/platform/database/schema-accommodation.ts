import type { ColumnType } from 'kysely';

/** The tables of accommodation: see `hiring/accommodation`. */
export type AccommodationTables = {
  custodian_keys: CustodianKeysTable;
  accommodation_cases: AccommodationCasesTable;
  accommodation_keys: AccommodationKeysTable;
  accommodation_entries: AccommodationEntriesTable;
  accommodation_readmissions: AccommodationReadmissionsTable;
  arrangements: ArrangementsTable;
  application_arrangements: ApplicationArrangementsTable;
};

/** Whom accommodation cases are sealed to. */
type CustodianKeysTable = {
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
type AccommodationCasesTable = {
  id: string;
  case_key: string;
  state: 'open' | 'proposed' | 'arranged' | 'closed';
  waits_for: 'custodian' | 'candidate' | 'nobody';
  waiting_since: Date;
  escalated_at: Date | null;
  closed_at: Date | null;
};

/** The keys of a case, each sealed to those who hold it. */
type AccommodationKeysTable = {
  case_id: string;
  case_key: string;
  holder: string;
  holder_kind: 'candidate' | 'custodian' | 'recovery';
  sealed: string;
};

type AccommodationEntriesTable = {
  id: string;
  case_id: string;
  position: number;
  case_key: string;
  sealed: string;
};

/** Browsers of candidates who ask the custodians to be let in again. */
type AccommodationReadmissionsTable = {
  id: string;
  case_id: string;
  holder: string;
  case_key: string;
  sealed: string;
};

/** What was agreed with a candidate, for one posting. */
type ArrangementsTable = {
  id: string;
  posting_id: string;
  person: string;
  told: ColumnType<{ en: string[]; fr: string[] } | null, string | null, string | null>;
  closes_at: Date | null;
  agreed_on: Date | string;
};

type ApplicationArrangementsTable = { application_id: string; arrangement_id: string };
