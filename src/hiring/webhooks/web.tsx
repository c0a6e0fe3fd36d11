import { type Context, Hono } from 'hono';
import { defaultTimeZone as timeZone } from '#hiring/postings';
import type { Staff, StaffEnv } from '#hiring/staff';
import { type Lang, langs } from '#platform/i18n';
import { isUuid } from '#platform/ids';
import { createSeal } from '#platform/sealing';
import type { Render } from '#web/render.ts';
import { href, routes } from '#web/routes.ts';
import { secretsPurpose } from './create-webhooks.ts';
import type { WebhooksDeps } from './deps.ts';
import {
  type EndpointOutcome,
  addEndpoint,
  findEndpoint,
  renewSecret,
  sendAgain,
  sendTest,
  setEndpointState,
} from './endpoints.ts';
import { type EndpointProblems, parseEndpoint } from './forms.ts';
import { type EndpointDeed, endpointDeeds, endpointPage } from './pages/endpoint-page.tsx';
import { endpointsPage } from './pages/endpoints-page.tsx';
import { listEndpoints, listMessages, readSecret } from './queries.ts';

export type WebhooksWebDeps = WebhooksDeps &
  Pick<Staff, 'requireStaff' | 'takeKeptForm'> & { render: Render };

type Typed = Readonly<Record<string, string>>;

/** The desk's pages of webhooks, for those who may manage them. */
export function webhooksWeb(deps: WebhooksWebDeps): Hono {
  const { db, render, ids } = deps;
  const app = new Hono<StaffEnv>();
  const mayManage = deps.requireStaff('manage-webhooks');
  const seal = createSeal(deps.secret, secretsPurpose);
  const tools = { ...deps, seal };
  for (const lang of langs) {
    app.get(routes['desk.webhooks'][lang], mayManage, (c) => showList(c, lang));
    app.post(routes['desk.webhooks'][lang], mayManage, (c) => add(c, lang));
    app.get(routes['desk.webhook'][lang], mayManage, (c) => showOne(c, lang));
    app.post(routes['desk.webhookDo'][lang], mayManage, (c) => act(c, lang));
    app.get(routes['desk.webhookDo'][lang], mayManage, (c) => c.redirect(pathOf(c, lang), 303));
  }
  return new Hono().route('/', app);

  async function showList(
    c: Context<StaffEnv>,
    lang: Lang,
    sent?: { typed: Typed; problems: EndpointProblems },
  ): Promise<Response> {
    const kept = sent ? null : await deps.takeKeptForm(c.var.staff.id, c.req.path);
    const page = endpointsPage({
      lang,
      csrf: c.var.staff.csrf,
      endpoints: await listEndpoints(db),
      typed: sent?.typed ?? kept?.fields ?? {},
      problems: sent?.problems ?? {},
      kept: kept !== null,
      key: ids.uuid(),
    });
    return render(c, page, sent ? 422 : 200);
  }

  async function add(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const typed = c.var.fields;
    const parsed = parseEndpoint(typed, deps);
    if (!parsed.ok) return showList(c, lang, { typed, problems: parsed.problems });
    const { id } = await addEndpoint(tools, c.var.staff, parsed.input);
    return c.redirect(`${href('desk.webhook', lang, { id })}?told=added`, 303);
  }

  async function showOne(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const endpoint = await endpointOf(c);
    if (!endpoint) return c.notFound();
    const { id } = endpoint;
    const asked = c.req.query('told');
    const page = endpointPage({
      lang,
      csrf: c.var.staff.csrf,
      timeZone,
      endpoint,
      messages: await listMessages(db, id),
      now: deps.clock(),
      secret: await readSecret(db, seal, id),
      told: ([...endpointDeeds, 'added'] as const).find((deed) => deed === asked) ?? null,
    });
    // It holds a secret.
    c.header('Cache-Control', 'private, no-store');
    return render(c, page);
  }

  async function act(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const endpoint = await endpointOf(c);
    const deed = endpointDeeds.find((one) => one === c.var.fields['deed']);
    if (!endpoint || !deed) return c.notFound();
    const done = await perform(deed, endpoint.id, c.var.fields['message'] ?? '');
    // What is no longer there to be done was done by somebody else: the page shows how it stands.
    return c.redirect(pathOf(c, lang) + (done.ok ? `?told=${deed}` : ''), 303);
  }

  function perform(deed: EndpointDeed, id: string, message: string): Promise<EndpointOutcome> {
    switch (deed) {
      case 'test':
        return sendTest(tools, id);
      case 'renew':
        return renewSecret(tools, id);
      case 'on':
      case 'off':
        return setEndpointState(tools, id, deed);
      case 'again':
        return isUuid(message)
          ? sendAgain(tools, id, message)
          : Promise.resolve({ ok: false, error: { kind: 'not-found' } });
    }
  }

  async function endpointOf(c: Context<StaffEnv>) {
    const id = c.req.param('id') ?? '';
    return isUuid(id) ? findEndpoint(db, id) : null;
  }
}

function pathOf(c: Context, lang: Lang): string {
  return href('desk.webhook', lang, { id: c.req.param('id') ?? '' });
}
