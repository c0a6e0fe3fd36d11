import { type Context, Hono } from 'hono';
import { vi } from 'vitest';
import {
  type Permission,
  type Role,
  type SessionSettings,
  type Staff,
  type StaffEnv,
  addStaff,
  createSignInLink,
  createStaff,
} from '#hiring/staff';
import type { Db } from '#platform/database';
import type { Lang } from '#platform/i18n';
import { randomIds } from '#platform/ids';
import { createLog } from '#platform/log';
import { createMail } from '#platform/mail';
import { Form, TextArea } from '#ui/form';
import { renderPage } from '#web/layout/index.ts';
import type { ShellStaff } from '#web/page.ts';
import type { Render } from '#web/render.ts';
import { href, routes } from '#web/routes.ts';

export const log = createLog('silent');
export const clock = (): Date => new Date();
export const secret = 'a secret of the tests, long enough to sign with';

/** Freezes the time that everything reads, better-auth included; timers go on as usual. */
export function freezeTime(at: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(at) });
}

export function advance(minutes: number): void {
  vi.setSystemTime(Date.now() + minutes * 60_000);
}

export type Site = {
  app: Hono;
  staff: Staff;
  origin: string;
  settings: SessionSettings;
  /** What the handlers behind `requireStaff` were sent. */
  received: { staffId: string; fields: Record<string, string> }[];
};

/** The staff feature, and a small desk behind it: one page with a form, and a page for admins. */
export async function startSite(
  db: Db,
  origin = 'http://desk.test',
  /** More of the desk, behind the same staff. */
  more: (staff: Staff, render: Render) => Hono = () => new Hono(),
): Promise<Site> {
  const origins = { en: origin, fr: origin };
  const mail = await createMail({ db, clock, ids: randomIds, sending: null });
  const render: Render = (c, page, status) => {
    const person = c.get('staff') as StaffEnv['Variables']['staff'] | undefined;
    const shellStaff: ShellStaff | null = person
      ? { email: person.email, csrf: person.csrf, sections: ['processes'] }
      : null;
    const text = { en: 'Example', fr: 'Exemple' };
    const site = {
      organization: text,
      tagline: null,
      contactEmail: null,
      accommodationEmail: null,
      sample: false,
    };
    const shell = { site, origins, asset: (name: string) => `/${name}`, staff: shellStaff };
    return c.html(renderPage(page, shell), status ?? 200);
  };
  const settings = { db, ids: randomIds, secret, origins, sessionHours: 12 };
  const staff = createStaff({
    ...settings,
    clock,
    log,
    mail,
    render,
    clientAddress: (c) => c.req.header('x-test-address') ?? '192.0.2.1',
  });
  const app = new Hono();
  const received: Site['received'] = [];
  app.route('/', staff.web);
  app.route('/', desk(staff, render, received));
  app.route('/', more(staff, render));
  return { app, staff, origin, settings, received };
}

function desk(staff: Staff, render: Render, received: Site['received']): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>();
  const page = async (c: Context<StaffEnv>, lang: Lang, note: string | undefined) => {
    const id = c.req.param('id') ?? '';
    const kept = await staff.takeKeptForm(c.var.staff.id, c.req.path);
    const value = note ?? (kept?.sentTo === 'desk.note' ? kept.fields['note'] : undefined);
    return render(
      c,
      {
        lang,
        area: 'desk',
        title: `Application ${id}`,
        alternates: {
          en: href('desk.application', 'en', { id }),
          fr: href('desk.application', 'fr', { id }),
        },
        body: (
          <Form action={href('desk.note', lang, { id })} csrf={c.var.staff.csrf}>
            <TextArea name="note" label="Note" value={value} />
          </Form>
        ),
      },
      note === undefined ? undefined : 422,
    );
  };
  const guard = (permission: Permission) => staff.requireStaff(permission);
  for (const lang of ['en', 'fr'] as const) {
    app.get(routes['desk.application'][lang], guard('see-applications'), (c) =>
      page(c, lang, undefined),
    );
    app.post(routes['desk.note'][lang], guard('write-notes'), async (c): Promise<Response> => {
      received.push({ staffId: c.var.staff.id, fields: { ...c.var.fields } });
      const note = c.var.fields['note'] ?? '';
      if (note === 'send me back') return page(c, lang, note);
      return c.redirect(href('desk.application', lang, { id: c.req.param('id') ?? '' }), 303);
    });
    app.get(routes['desk.status'][lang], guard('see-status'), (c) => c.text(c.var.staff.role));
  }
  return app;
}

let people = 0;

/** A new member of staff with an address nobody else has. */
export async function newPerson(
  db: Db,
  role: Role = 'manager',
  lang: Lang = 'en',
): Promise<{ id: string; email: string }> {
  people += 1;
  const email = `person-${people}@example.org`;
  const added = await addStaff({ db, clock, ids: randomIds }, { email, role, lang });
  if (!added.ok) throw new Error(added.error.kind);
  return added;
}

/** Latest e-mail to an address, and the path of the link in it. */
export async function lastEmail(db: Db, recipient: string) {
  const email = await db
    .selectFrom('emails')
    .selectAll()
    .where('recipient', '=', recipient)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  const url = /https?:\S+/.exec(email?.text_body ?? '')?.[0];
  return email && url ? { ...email, url, link: new URL(url) } : null;
}

/** Cookies and requests as a browser makes them, against the app itself. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly site: Site;

  constructor(site: Site) {
    this.site = site;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(path, { headers: { 'sec-fetch-site': 'none', ...headers } });
  }

  async post(
    path: string,
    fields: Record<string, string> | FormData | string,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const body =
      typeof fields === 'string' || fields instanceof FormData
        ? fields
        : new URLSearchParams(fields);
    return this.#send(path, {
      method: 'POST',
      body,
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    });
  }

  /** Signs in by a link made for the terminal. */
  async signIn(email: string, next?: string): Promise<Response> {
    const made = await createSignInLink(this.site.settings, email);
    if (!made.ok) throw new Error('No link');
    const { pathname, searchParams } = new URL(made.url);
    const token = searchParams.get('token') ?? '';
    return this.post(pathname, { token, ...(next && { next }) });
  }

  async #send(path: string, init: RequestInit & { headers: Record<string, string> }) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { host: new URL(this.site.origin).host, ...init.headers };
    const response = await this.site.app.request(this.site.origin + path, {
      ...init,
      headers: cookie ? { ...headers, cookie } : headers,
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = pair.split('=');
      if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}

/** Hidden fields of the last form of a page (the first may be the frame's own). */
export function hiddenFields(html: string): Record<string, string> {
  const form = /<form(?![\s\S]*<form)[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const inputs = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries(
    [...inputs].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
}

/** Text of a page without tags, entities undone. */
export function textOf(html: string): string {
  return unescaped(html.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/[ \n]+/g, ' ');
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
