import type { Posting } from '#hiring/postings';
import type { Lang } from '#platform/i18n';
import type { SampleActor } from './sample-staff.ts';

/** An application to be made, and what staff do with it afterwards. */
export type SampleApplication = {
  /** Its name among the samples: its ids are made from it. */
  key: string;
  posting: Posting;
  pageLang: Lang;
  /** The fields of the form, as typed. */
  typed: Readonly<Record<string, string>>;
  resume: { fileName: string; bytes: Buffer };
  submittedAt: Date;
  withinGrace: boolean;
  /** In the order in which they happened, the candidate's own at its time. */
  desk: readonly DeskStep[];
};

export type DeskStep =
  | { kind: 'note'; by: SampleActor; at: Date; body: string }
  | {
      kind: 'screening';
      by: SampleActor;
      at: Date;
      reason: string;
      words: string;
      /** Fields of the form for each criterion. */
      findings: Readonly<Record<string, string>>;
    }
  /** The candidate takes the application back. */
  | { kind: 'withdrawal'; at: Date };
