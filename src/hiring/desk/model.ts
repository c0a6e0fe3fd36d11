import type { ApplicationStatus, AskedQuestion } from '#hiring/applications';
import type { PostingState } from '#hiring/postings';
import type { Criterion } from '#hiring/process-facts';
import type { Lang, Localized } from '#platform/i18n';
import type { Outcome } from './rules.ts';

/** Rows of a page of the applications table. */
export const pageSize = 100;

/** What the applications table can be sorted by. */
export const sortKeys = ['submitted', 'name', 'reference', 'status'] as const;
export type SortKey = (typeof sortKeys)[number];

export type Direction = 'ascending' | 'descending';

/** Which applications of a posting to list, and in which order. */
export type ListRequest = {
  /** As typed; empty for none. */
  search: string;
  /** In who sent an application, or in the words of what was sent. */
  searchIn: 'sender' | 'words';
  status: ApplicationStatus | null;
  correspondence: Lang | null;
  sort: SortKey;
  direction: Direction;
};

/** Applications by status, search and language taken into account, the status filter not. */
export type StatusCounts = Readonly<Record<ApplicationStatus, number>>;

/** An application as anyone on the desk may see it. */
export type ListedApplication = {
  id: string;
  reference: string;
  submittedAt: Date;
  status: ApplicationStatus;
  correspondence: Lang;
  withinGrace: boolean;
  /** Null for those who may not know it: it was then never read. */
  identity: { name: string; email: string; sharesEmail: boolean } | null;
};

/** What is known of who sent an application, for those who may know. */
export type Identity = {
  name: string;
  email: string;
  phone: string | null;
  /** Citizenship, veterans and priorities, where the process asks: code by question. */
  preference: Readonly<Record<string, string>> | null;
  /** Other applications to the same posting with the same e-mail address. */
  sameEmail: { id: string; reference: string }[];
};

/** The stored résumé, for those who may read it. */
export type ResumeFacts = {
  name: string;
  sha256: string;
  type: 'pdf' | 'docx' | 'doc' | 'odt' | 'rtf' | 'txt';
  sizeBytes: number;
  scan: 'clean' | 'not-scanned' | 'infected';
};

/** A document asked for beside the résumé, as everybody may know of it. */
export type SentDocument = Omit<ResumeFacts, 'name' | 'sha256'> & { document: string };

/** What screening can find of a criterion. */
export const findingResults = ['met', 'not-met', 'not-assessed'] as const;
export type FindingResult = (typeof findingResults)[number];

/** What a decision found of a criterion, which is in the words that were advertised. */
export type Finding = {
  /** Id of the criterion in the process facts. */
  criterion: string;
  kind: Criterion['kind'];
  text: Localized;
  result: FindingResult;
  /** Why, to the candidate, in the language of the decision's words; empty where nothing was said. */
  words: string;
};

/** A screening decision. `reason` is a code: of today's list, of an earlier one, or unknown. */
export type Decision = {
  id: string;
  outcome: Outcome;
  reason: string;
  words: string;
  wordsLang: Lang;
  /** In the order of the page; none where the process has no criteria, or before there were any. */
  findings: Finding[];
  /** When a notice that tells the candidate of it left; null while none has. */
  toldAt: Date | null;
  /** E-mail address of who decided. */
  by: string;
  at: Date;
};

export type Note = { id: string; body: string; by: string; at: Date };

export type HistoryEvent = {
  id: string;
  kind: string;
  actor: 'candidate' | 'staff' | 'system';
  /** E-mail address of a member of staff; null for others. */
  by: string | null;
  detail: Readonly<Record<string, string | number | boolean>>;
  at: Date;
};

/** An application as one reader may see it: null is what they may not, and was not read. */
export type ApplicationRecord = {
  id: string;
  reference: string;
  postingId: string;
  postingVersion: string;
  status: ApplicationStatus;
  /** When the candidate took it back, if they did. */
  withdrawnAt: Date | null;
  submittedAt: Date;
  withinGrace: boolean;
  correspondence: Lang;
  statement: string;
  workSamples: string[];
  heardFrom: string;
  questions: AskedQuestion[];
  /** Answers to the process's own questions, by question id. */
  answers: Readonly<Record<string, string>>;
  /** Which sending of the application this is; the last one counts. */
  version: number;
  documents: SentDocument[];
  identity: Identity | null;
  resume: ResumeFacts | null;
  /** Latest first, like notes and history. */
  decisions: Decision[] | null;
  notes: Note[] | null;
  events: HistoryEvent[] | null;
};

/** Which processes to list. */
export type ProcessFilter = { search: string; show: 'all' | 'open' | 'received' };

/** A posting with the counts of its applications. */
export type ProcessRow = {
  postingId: string;
  title: Localized;
  /** Of the posting; `withdrawn` where its files are gone. */
  state: PostingState | 'withdrawn';
  closesAt: Date | null;
  timeZone: string;
  counts: StatusCounts;
  newestAt: Date | null;
};

/** Most e-mails in the list of the outbox. */
export const outboxLimit = 100;

/** An e-mail that the program wrote. */
export type OutboxEmail = {
  id: string;
  kind: string;
  lang: Lang;
  recipient: string;
  subject: string;
  createdAt: Date;
  sentAt: Date | null;
};

export type WholeEmail = OutboxEmail & { text: string; html: string };
