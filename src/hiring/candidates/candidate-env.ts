import type { DoorEnv } from '#hiring/sign-in';
import type { Candidate } from './model.ts';

/** What handlers behind `requireCandidate` find in `c.var`. */
export type CandidateEnv = {
  Variables: DoorEnv['Variables'] & {
    candidate: Candidate;
    /**
     * For the `csrf` field of every form on this page. It also names the candidate and the page, so
     * that what was typed can be kept when the session ends before the form is sent.
     */
    csrf: string;
  };
};
