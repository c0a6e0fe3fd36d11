import type { Context } from 'hono';
import { annotationsOf } from '#hiring/privacy';
import type { KeptForm, StaffEnv } from '#hiring/staff';
import type { Lang } from '#platform/i18n';
import { href } from '#web/routes.ts';
import type { DeskDeps } from '../deps.ts';
import { type NoteProblem, type ScreeningProblems, type Typed, writtenIn } from '../forms.ts';
import { listQuery, parseListRequest } from '../listing/request.ts';
import type { ApplicationRecord } from '../model.ts';
import { openResume } from '../open-resume.ts';
import { applicationPage } from '../pages/application-page.tsx';
import type { ApplicationView, ResumeContent, Told } from '../pages/application-view.ts';
import { findApplication } from '../queries/find-application.ts';
import { findNeighbours } from '../queries/find-neighbours.ts';
import { createResumeTexts } from '../resume-text.ts';
import type { FindCriteria } from './advertised-criteria.ts';
import { createFindPosting } from './posting-facts.ts';

/** Why the page is shown: to read it, or because a form could not be taken as it was. */
export type Reason =
  | { kind: 'read' }
  | { kind: 'fix-screening'; typed: Typed; problems: ScreeningProblems }
  | { kind: 'fix-note'; typed: Typed; problem: NoteProblem }
  | { kind: 'conflict'; typed: Typed };

export type ShowApplication = (
  c: Context<StaffEnv>,
  lang: Lang,
  reason: Reason,
) => Promise<Response>;

const statuses = { read: 200, 'fix-screening': 422, 'fix-note': 422, conflict: 409 } as const;

type Forms = Pick<ApplicationView, 'screening' | 'note' | 'told'>;

/** Puts the page of an application together from what this reader may see. */
export function createShowApplication(deps: DeskDeps, findCriteria: FindCriteria): ShowApplication {
  const texts = createResumeTexts(deps);
  const findPosting = createFindPosting(deps);

  return async (c, lang, reason) => {
    const { staff } = c.var;
    const { can } = staff;
    const application = await findApplication(deps.db, can, c.req.param('id') ?? '');
    if (!application) return c.notFound();
    const { id, postingId, postingVersion, status } = application;
    const mayScreen = can('screen-applications');
    const { request } = parseListRequest(c.req.query(), can('see-identity'));
    const query = listQuery(request);
    const [posting, neighbours, forms, arrangements, resume, criteria] = await Promise.all([
      findPosting(postingId, async () => postingVersion),
      findNeighbours(deps.db, can, postingId, request, id),
      formsFor(c, application, lang, reason),
      deps.arrangementsOf(id),
      readResume(c, application),
      mayScreen && status !== 'withdrawn' ? findCriteria(postingVersion) : [],
    ]);
    if (!posting) return c.notFound();
    const to = (other: string | null): string | null =>
      other && href('desk.application', lang, { id: other }) + query;
    const page = applicationPage({
      lang,
      application,
      postingTitle: posting.title[lang],
      timeZone: posting.timeZone,
      listQuery: query,
      previous: to(neighbours.previous),
      next: to(neighbours.next),
      csrf: staff.csrf,
      arrangements: arrangements[lang],
      criteria,
      mayScreen,
      maySendNotices: can('send-notices'),
      mayWriteNotes: can('write-notes'),
      resume,
      // They may name the candidate, as the words of a correction do.
      annotations: can('see-identity') ? await annotationsOf(deps.db, id) : [],
      mayDisclose: can('record-disclosures'),
      noteKey: deps.ids.uuid(),
      ...forms,
    });
    return deps.render(c, page, statuses[reason.kind]);
  };

  async function formsFor(
    c: Context<StaffEnv>,
    application: ApplicationRecord,
    lang: Lang,
    reason: Reason,
  ): Promise<Forms> {
    const blank: Forms = {
      screening: { typed: {}, problems: {} },
      note: { typed: {}, problem: null },
      told: null,
    };
    switch (reason.kind) {
      case 'fix-screening':
        return { ...blank, screening: reason };
      case 'fix-note':
        return { ...blank, note: reason };
      case 'conflict': {
        if (application.status === 'withdrawn') {
          return { ...blank, told: { kind: 'withdrawn', texts: writtenIn(reason.typed) } };
        }
        const theirs = application.decisions?.[0];
        // The page now shows what is new: sending again is answering it.
        const version = String(application.version);
        const typed = { ...reason.typed, seen: theirs?.id ?? '', version };
        if (reason.typed['version'] !== version) {
          return { ...blank, screening: { typed, problems: {} }, told: { kind: 'sent-again' } };
        }
        return {
          ...blank,
          screening: { typed, problems: {} },
          told: theirs ? { kind: 'conflict', theirs } : null,
        };
      }
      case 'read': {
        const told = c.req.query('told');
        if (told === 'screened' || told === 'note') return { ...blank, told: { kind: told } };
        const path = href('desk.application', lang, { id: application.id });
        const kept = await deps.takeKeptForm(c.var.staff.id, path);
        return kept ? { ...blank, ...filledIn(kept, application) } : blank;
      }
    }
  }

  /** Reading the page is reading the résumé, except for a PDF, which the browser asks for itself. */
  async function readResume(
    c: Context<StaffEnv>,
    { id, resume }: ApplicationRecord,
  ): Promise<ResumeContent | null> {
    if (!resume) return c.var.staff.can('read-resume') ? { kind: 'none' } : null;
    if (resume.scan === 'infected') return { kind: 'infected' };
    if (resume.type === 'pdf' && c.req.query('resume') !== 'text') {
      return { kind: (await deps.files.has(resume.sha256)) ? 'pdf' : 'missing' };
    }
    const opened = await openResume(deps, c.var.staff, id, 'read');
    const text = opened && (await texts.read(opened));
    if (!text) return null;
    if (text.ok) return { kind: 'text', blocks: text.blocks, truncated: text.truncated };
    if (text.error.kind === 'missing') {
      deps.log.error({ sha256: resume.sha256 }, 'a stored file is missing');
      return { kind: 'missing' };
    }
    deps.log.warn({ sha256: resume.sha256, reason: text.error.kind }, 'no text of a document');
    return { kind: 'unreadable' };
  }
}

/** What was typed before the session ended, back in its form. */
function filledIn(
  { sentTo, fields, keptAt }: KeptForm,
  { status }: ApplicationRecord,
): Partial<Forms> {
  const told: Told = { kind: 'kept', at: keptAt };
  if (sentTo === 'desk.screen') {
    if (status === 'withdrawn') return { told: { kind: 'withdrawn', texts: writtenIn(fields) } };
    // Whatever was decided meanwhile is then told before it is replaced.
    return { screening: { typed: { seen: '', ...fields }, problems: {} }, told };
  }
  if (sentTo === 'desk.note') return { note: { typed: fields, problem: null }, told };
  return {};
}
