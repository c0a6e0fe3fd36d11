import { type Context, Hono } from 'hono';
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
import { AppBrowser } from '../support/app-browser.ts';

export { hiddenFields, textOf } from '../support/html.ts';
export { lastEmail } from '../support/emails.ts';
export { advance, freezeTime } from '../support/time.ts';

export const log = createLog('silent');
export const clock = (): Date => new Date();
export const secret = 'a secret of the tests, long enough to sign with';

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

/** A browser at the desk. */
export class Browser extends AppBrowser {
  readonly site: Site;

  constructor(site: Site) {
    super(site.app, site.origin);
    this.site = site;
  }

  /** Signs in by a link made for the terminal. */
  async signIn(email: string, next?: string): Promise<Response> {
    const made = await createSignInLink(this.site.settings, email);
    if (!made.ok) throw new Error('No link');
    const { pathname, searchParams } = new URL(made.url);
    const token = searchParams.get('token') ?? '';
    return this.post(pathname, { token, ...(next && { next }) });
  }
}
