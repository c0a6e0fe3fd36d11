import type { Tx } from '#platform/database';
import type { Lang } from '#platform/i18n';
import type { Email } from '#platform/mail';
import type { NewEvent } from './history.ts';
import type { ApplicationInput, AskedQuestion, SentFile } from './model.ts';

/** All that makes an application, checked and stored beforehand; only the database is left. */
export type Submission = {
  submissionKey: string;
  postingId: string;
  postingVersion: string;
  pageLang: Lang;
  input: ApplicationInput;
  /** Empty where it came without one, which our own form does not allow. */
  files: readonly SentFile[];
  questions: readonly AskedQuestion[];
  privacyNotice: string;
  withinGrace: boolean;
  /** Revision of the draft that was checked before sending; null where there is no draft. */
  draftRevision: number | null;
  /** Told in the transaction that makes the application; not for a repeat or a change. */
  onMade(tx: Tx, made: MadeApplication): Promise<void>;
  /** More for its first event: ids and codes of the way that it came. */
  detail?: NewEvent['detail'];
  /** Builds the receipt's e-mail once the reference is known; null sends none. */
  receiptEmail: ((receipt: SentReceipt) => Email) | null;
};

/** What may be said of an application without naming anybody. */
export type MadeApplication = { id: string; reference: string; receivedAt: Date };

/** What the receipt's e-mail says of the sending itself. */
export type SentReceipt = { reference: string; submittedAt: Date; version: number; sha256: string };
