import { type Context, Hono } from 'hono';
import type { StaffEnv } from '#hiring/staff';
import { type Lang, langs } from '#platform/i18n';
import { isUuid } from '#platform/ids';
import { href, routes } from '#web/routes.ts';
import type { StandingDeps } from '../deps.ts';
import { type MessageProblem, type TypedMessage, parseMessage } from '../forms.ts';
import type { Conversation } from '../model.ts';
import { tellCandidate } from '../tell.ts';
import { answerPage, waitingPage } from '../pages/desk-pages.tsx';
import { findConversation, listWaiting } from '../queries/conversations.ts';
import { asksForDiscussion } from '../rules.ts';
import { sendMessage } from '../send-message.ts';
import { titleOf } from '../title-of.ts';

type Shown = { typed: TypedMessage; problem: MessageProblem | null; sent: boolean };

/** What candidates ask, for those who answer. */
export function deskRoutes(deps: StandingDeps): Hono<StaffEnv> {
  const guard = deps.requireStaff('answer-questions');
  const app = new Hono<StaffEnv>();
  for (const lang of langs) {
    const path = routes['desk.questions'][lang];
    app.get(routes['desk.waiting'][lang], guard, async (c) => {
      const waiting = await listWaiting(deps.db);
      const titled = waiting.map((one) => ({ ...one, title: titleOf(deps, one, lang) }));
      return deps.render(c, waitingPage(lang, titled));
    });
    app.get(path, guard, async (c) => {
      const found = await find(c);
      const sent = c.req.query('told') === 'answered';
      return found ? show(c, lang, found, { typed: {}, problem: null, sent }) : c.notFound();
    });
    app.post(path, guard, async (c) => {
      const found = await find(c);
      if (!found) return c.notFound();
      const typed = c.var.fields;
      const parsed = parseMessage(typed);
      if (!parsed.ok) return show(c, lang, found, { typed, problem: parsed.problem, sent: false });
      const { applicationId: id } = found;
      const answeredBy = c.var.staff.id;
      const about = asksForDiscussion(found.messages) ? 'informal-discussion' : 'question';
      await sendMessage(deps, { applicationId: id, answeredBy, ...parsed.input }, (tx) =>
        tellCandidate(deps, tx, found, about),
      );
      return c.redirect(`${href('desk.questions', lang, { id })}?told=answered`, 303);
    });
  }
  return app;

  async function find(c: Context<StaffEnv>): Promise<Conversation | null> {
    const id = c.req.param('id');
    return isUuid(id) ? findConversation(deps.db, id) : null;
  }

  function show(c: Context<StaffEnv>, lang: Lang, conversation: Conversation, shown: Shown) {
    const page = answerPage({
      lang,
      conversation,
      postingTitle: titleOf(deps, conversation, lang),
      form: { kind: 'answer', key: deps.ids.uuid(), csrf: c.var.staff.csrf, ...shown },
      sent: shown.sent,
    });
    return deps.render(c, page, shown.problem ? 422 : 200);
  }
}
