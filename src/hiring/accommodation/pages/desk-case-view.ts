import type { Lang } from '#platform/i18n';
import { href } from '#web/routes.ts';
import type { Readmission } from '../cases/readmit.ts';
import type { PostingChoice } from '../deps.ts';
import type { ProposalProblems, Typed, WordsProblem } from '../forms.ts';
import type { Arrangement, OpenCase } from '../model.ts';

export const deskTold = ['message', 'propose', 'close', 'readmit', 'refuse', 'changed'] as const;
export type DeskTold = (typeof deskTold)[number];

export type DeskCaseView = {
  lang: Lang;
  csrf: string;
  timeZone: string;
  opened: OpenCase;
  /** Names the next entry, so that a form sent twice is one. */
  key: string;
  postings: readonly PostingChoice[];
  postingOf(id: string | null): PostingChoice | null;
  /** Whether the address of the request has applied to the posting; null without a posting. */
  applied: boolean | null;
  readmissions: readonly Readmission[];
  told: DeskTold | null;
  message: { typed: Typed; problem: WordsProblem | null };
  proposal: { typed: Typed; problems: ProposalProblems; preview: Arrangement | null };
};

/** Where the forms of a case are sent. */
export function deedPath({ lang, opened }: Pick<DeskCaseView, 'lang' | 'opened'>): string {
  return href('desk.accommodationDo', lang, { id: opened.id });
}
