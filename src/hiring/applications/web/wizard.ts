import type { Context } from 'hono';
import { type Posting, acceptsApplications, isPublic } from '#hiring/postings';
import type { Lang } from '#platform/i18n';
import { errorPage } from '#web/layout/index.ts';
import { href, hrefs } from '#web/routes.ts';
import { askedQuestions, formOf } from '../asked-questions.ts';
import type { ApplicationsDeps } from '../deps.ts';
import { findDraft } from '../drafts/find-draft.ts';
import { typedIn } from '../drafts/rules.ts';
import type { FormTokens } from '../form-token.ts';
import type { TypedFields } from '../forms.ts';
import type { Draft, FormStep } from '../model.ts';
import { closedPage, notKeptPage, withdrawnPage } from '../pages/refusal-page.tsx';
import type { DraftView, PostingFacts } from '../pages/view.ts';
import { postingFacts } from '../posting-facts.ts';
import { findSubmitted } from '../queries.ts';
import { closingFor, isExtended, judgeClosing } from '../rules.ts';
import type { Limits } from './limits.ts';

/** What the routes of applying share. */
export type Wizard = { deps: ApplicationsDeps; tokens: FormTokens; limits: Limits };

type Answer = Response | Promise<Response>;

/** The posting of a form, with the form that its process asks for. */
export type Form = { lang: Lang; posting: Posting; facts: PostingFacts; steps: FormStep[] };

export function formOfPosting(posting: Posting, lang: Lang): Form {
  const facts = postingFacts(posting, lang);
  return { lang, posting, facts, steps: formOf(posting.facts) };
}

/**
 * The form of the address's posting, or the answer to give instead, to which what was typed is
 * handed. A draft or a scheduled posting is not public.
 */
export function findForm(
  wizard: Wizard,
  c: Context,
  lang: Lang,
): { ok: true; form: Form } | { ok: false; answer(typed: TypedFields): Answer } {
  const { deps } = wizard;
  const found = deps.postings.snapshot().bySlug(lang, c.req.param('slug') ?? '');
  if (found.kind === 'moved') {
    // 308 keeps the method: a form sent to an old address is sent again to the new one, whole.
    const moved = href('apply.form', lang, { slug: found.slug });
    return { ok: false, answer: () => c.redirect(moved, 308) };
  }
  const posting = found.kind === 'found' ? found.posting : null;
  if (posting && isPublic(deps.postings.stateOf(posting))) {
    return { ok: true, form: formOfPosting(posting, lang) };
  }
  const wasThere = found.kind === 'gone' || posting !== null;
  return {
    ok: false,
    answer: (typed) =>
      wasThere && c.req.method === 'POST'
        ? deps.render(c, withdrawn(lang, posting, typed), 410)
        : c.notFound(),
  };
}

/** A draft that can be worked on. */
export type OpenDraft = Form & { draft: Draft; graceEnds: Date | null };

/**
 * The draft of the address, or the answer to give instead. The private address is all it takes:
 * nobody is told whether another's exists.
 */
export async function openDraft(
  wizard: Wizard,
  c: Context,
  lang: Lang,
): Promise<{ ok: true; open: OpenDraft } | { ok: false; answer(typed: TypedFields): Answer }> {
  const { deps } = wizard;
  keepPrivate(c);
  const key = c.req.param('key') ?? '';
  const draft = await findDraft(deps.db, key);
  const posting = draft && deps.postings.snapshot().byId(draft.postingId);
  if (!draft) {
    const sent = await findSubmitted(deps.db, key);
    const slug = c.req.param('slug') ?? '';
    if (sent) {
      return {
        ok: false,
        answer: () => c.redirect(href('apply.receipt', lang, { slug, key }), 303),
      };
    }
    return { ok: false, answer: (typed) => goneAnswer(wizard, c, lang, typed) };
  }
  if (!posting || !isPublic(deps.postings.stateOf(posting))) {
    const answer = (typed: TypedFields) => {
      const known = typedIn(formOf(posting?.facts ?? null), draft.answers);
      return deps.render(c, withdrawn(lang, posting ?? null, { ...known, ...typed }), 410);
    };
    return { ok: false, answer };
  }
  const later = draft.email ? await deps.extensions.laterClosing(posting.id, draft.email) : null;
  const form = extendedForm(formOfPosting(posting, lang), later);
  const closing = closingOf(wizard, form, draft.openedAt, later);
  if (!closing.open) {
    const typedBefore = typedIn(form.steps, draft.answers);
    return {
      ok: false,
      answer: (typed) => closedAnswer(wizard, c, form, { ...typedBefore, ...typed }),
    };
  }
  return { ok: true, open: { ...form, draft, graceEnds: closing.graceEnds } };
}

/** The form as somebody sees it with whom a later closing instant was agreed; else as it is. */
export function extendedForm(form: Form, later: Date | null): Form {
  const { facts } = form;
  return { ...form, facts: { ...facts, closesAt: closingFor(facts.closesAt, later) } };
}

/** Whether a form opened at an instant may be sent now, and until when where the posting closed. */
export function closingOf(
  { deps }: Wizard,
  { posting, facts }: Form,
  openedAt: Date,
  later: Date | null,
): { open: boolean; graceEnds: Date | null } {
  const takesThem =
    acceptsApplications(deps.postings.stateOf(posting)) || isExtended(posting, later, deps.clock());
  if (takesThem) return { open: true, graceEnds: null };
  const { closesAt } = facts;
  const graceMinutes = deps.closingGraceMinutes;
  const verdict = judgeClosing({ closesAt, openedAt, now: deps.clock(), graceMinutes });
  if (!closesAt || verdict !== 'within-grace' || posting.archived) {
    return { open: false, graceEnds: null };
  }
  return { open: true, graceEnds: new Date(closesAt.getTime() + graceMinutes * 60_000) };
}

/** Closed, with everything written to copy: 410 to who looks, 409 to who sends. */
export function closedAnswer(
  { deps }: Wizard,
  c: Context,
  { lang, posting, facts }: Form,
  typed: TypedFields,
): Answer {
  const questions = askedQuestions(posting.facts);
  const graceMinutes = deps.closingGraceMinutes;
  const page = closedPage({ lang, posting: facts, questions, typed, graceMinutes });
  return deps.render(c, page, c.req.method === 'POST' ? 409 : 410);
}

/** No such draft (any more): what was just typed is not lost with it. */
function goneAnswer(wizard: Wizard, c: Context, lang: Lang, typed: TypedFields): Answer {
  const found = findForm(wizard, c, lang);
  if (c.req.method !== 'POST' || !found.ok) return c.notFound();
  const { facts, posting } = found.form;
  const questions = askedQuestions(posting.facts);
  const page = notKeptPage({ lang, posting: facts, questions, typed, why: 'gone' });
  return wizard.deps.render(c, page, 404);
}

function withdrawn(lang: Lang, posting: Posting | null, typed: TypedFields) {
  const questions = askedQuestions(posting?.facts ?? null);
  return withdrawnPage({ lang, questions, typed, alternates: hrefs('postings.index') });
}

/** What every page of a draft shows. */
export function viewOf(
  { lang, facts, steps }: Form,
  draft: Draft | null,
  graceEnds: Date | null = null,
): DraftView {
  return { lang, posting: facts, steps, draft, graceEnds, uploads: new Map() };
}

/**
 * Pages of one person: given by no cache to another, and named to no other site. The browser may
 * keep them for its “Back” button, which would otherwise ask to send a form again.
 */
export function keepPrivate(c: Context): void {
  c.header('Cache-Control', 'private, no-cache');
  // Not `no-referrer`: a form would then be sent with `Origin: null`, as if from another site.
  c.header('Referrer-Policy', 'same-origin');
}

/** Nobody that we would keep answering. */
export function floodAnswer({ deps }: Wizard, c: Context, lang: Lang): Answer {
  return deps.render(c, errorPage(lang, 'too-many'), 429);
}
