import { type Context, Hono } from 'hono';
import type { CandidateEnv } from '#hiring/candidates';
import { type Lang, langs } from '#platform/i18n';
import { href, routes } from '#web/routes.ts';
import type { StandingDeps } from '../deps.ts';
import { type MessageProblem, type TypedMessage, aboutOf, parseMessage } from '../forms.ts';
import type { About } from '../model.ts';
import { tellTeam } from '../tell.ts';
import type { OwnPage } from '../own-page.ts';
import { type AskView, askPage } from '../pages/ask-page.tsx';
import { sendMessage } from '../send-message.ts';
import { withOwn } from './with-own.ts';

type Shown = {
  typed: TypedMessage;
  about: About;
  problem?: MessageProblem;
  sent?: AskView['sent'];
  late?: boolean;
};

const toldOf = { question: 'asked', 'informal-discussion': 'discussion' } as const;

/** A candidate's questions about one of their applications, informal discussions among them. */
export function questionRoutes(deps: StandingDeps): Hono<CandidateEnv> {
  const { candidates } = deps;
  const app = new Hono<CandidateEnv>();
  for (const lang of langs) {
    const path = routes['my.questions'][lang];
    app.get(path, candidates.requireCandidate, (c) =>
      withOwn(deps, c, async (own) => {
        const kept = await candidates.takeKeptForm(c.var.candidate.id, c.req.path);
        const typed = kept?.fields ?? {};
        const told = c.req.query('told');
        const sent = told === 'asked' || told === 'discussion' ? told : null;
        const about = aboutOf(kept ? typed : { about: c.req.query('about') });
        return show(c, lang, own, { typed, sent, about });
      }),
    );
    app.post(path, candidates.requireCandidate, (c) =>
      withOwn(deps, c, (own) => receive(c, lang, own)),
    );
  }
  return app;

  async function receive(c: Context<CandidateEnv>, lang: Lang, own: OwnPage): Promise<Response> {
    const typed = c.var.fields;
    const about = aboutOf(typed);
    const { applicationId, reference, postingId } = own.standing;
    const isOver = own.discussion === null || own.discussion.kind === 'over';
    if (about === 'informal-discussion' && isOver) {
      return show(c, lang, own, { typed, about: 'question', late: true });
    }
    const parsed = parseMessage(typed, about);
    if (!parsed.ok) return show(c, lang, own, { typed, about, problem: parsed.problem });
    const send = (as: About, onceSince?: Date) =>
      sendMessage(
        deps,
        { applicationId, answeredBy: null, onceSince, ...parsed.input, about: as },
        (tx) => tellTeam(deps, tx, { applicationId, reference, postingId }, as),
      );
    const since = about === 'informal-discussion' ? own.standing.decisions[0]?.toldAt : undefined;
    const { repeated } = await send(about, since);
    // Asked for already, in another tab perhaps: what was written here still reaches the team.
    if (repeated && since && parsed.input.body !== '') await send('question');
    return c.redirect(`${href('my.questions', lang, { reference })}?told=${toldOf[about]}`, 303);
  }

  function show(c: Context<CandidateEnv>, lang: Lang, own: OwnPage, shown: Shown) {
    const { typed, about, problem = null, sent = null, late = false } = shown;
    const discusses = about === 'informal-discussion' && own.discussion?.kind === 'offered';
    const kind = discusses ? 'discussion' : 'question';
    const form = { kind, typed, problem, key: deps.ids.uuid(), csrf: c.var.csrf } as const;
    const page = askPage({ lang, own, form, sent, late });
    return deps.render(c, page, problem || late ? 422 : 200);
  }
}
