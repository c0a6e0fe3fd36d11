import { type Context, Hono } from 'hono';
import {
  type Candidate,
  type CandidateEnv,
  type Candidates,
  type SectionsOf,
  candidatesWeb,
  createCandidates,
} from '#hiring/candidates';
import type { Db } from '#platform/database';
import type { Lang } from '#platform/i18n';
import { randomIds } from '#platform/ids';
import { createMail } from '#platform/mail';
import { Form, TextArea } from '#ui/form';
import { renderPage } from '#web/layout/index.ts';
import type { Render } from '#web/render.ts';
import { hrefs } from '#web/routes.ts';
import { AppBrowser } from '../support/app-browser.ts';
import { lastEmail } from '../support/emails.ts';
import { hiddenFields } from '../support/html.ts';

export const clock = (): Date => new Date();

/** What the log was told, to see that it names nobody. */
export type Logged = unknown[];

export type Site = {
  app: Hono;
  candidates: Candidates;
  db: Db;
  origin: string;
  logged: Logged;
  /** What the handlers behind `requireCandidate` were sent. */
  received: { candidateId: string; fields: Record<string, string> }[];
};

export const notePath = '/en/my/notes';

/** The candidates' side of a site: their pages, and one page with a form behind `requireCandidate`. */
export async function startSite(
  db: Db,
  options: { origin?: string; sections?: readonly SectionsOf[] } = {},
): Promise<Site> {
  const { origin = 'http://jobs.test', sections = [] } = options;
  const origins = { en: origin, fr: origin };
  const mail = await createMail({ db, clock, ids: randomIds, sending: null });
  const organization = { en: 'Sample Office', fr: 'Bureau modèle' };
  const render: Render = (c, page, status) => {
    const site = {
      organization,
      tagline: null,
      contactEmail: null,
      accommodationEmail: null,
      sample: false,
    };
    const candidate = c.get('candidate') as Candidate | undefined;
    const shell = { site, origins, asset: (name: string) => `/${name}`, staff: null, candidate };
    return c.html(renderPage(page, shell), status ?? 200);
  };
  const logged: Logged = [];
  const log = (...entry: unknown[]): void => void logged.push(entry);
  const candidates = createCandidates({
    db,
    clock,
    ids: randomIds,
    log: { info: log, warn: log, error: log },
    mail,
    render,
    origins,
    secret: 'a secret of the tests, long enough to sign with',
    organization: () => organization,
    clientAddress: (c) => c.req.header('x-test-address') ?? '192.0.2.1',
  });
  const app = new Hono();
  const received: Site['received'] = [];
  app.route('/', candidatesWeb({ candidates, render, sections }));
  app.route('/', notes(candidates, render, received));
  app.get('/en/jobs/', async (c) => c.text((await candidates.current(c))?.email ?? 'nobody'));
  return { app, candidates, db, origin, logged, received };
}

function notes(
  candidates: Candidates,
  render: Render,
  received: Site['received'],
): Hono<CandidateEnv> {
  const app = new Hono<CandidateEnv>();
  const page = async (c: Context<CandidateEnv>, lang: Lang) => {
    const kept = await candidates.takeKeptForm(c.var.candidate.id, c.req.path);
    return render(c, {
      lang,
      area: 'site',
      title: 'Note',
      alternates: hrefs('my.applications'),
      body: (
        <Form action={notePath} csrf={c.var.csrf}>
          <TextArea name="note" label="Note" value={kept?.fields['note']} />
        </Form>
      ),
    });
  };
  app.get(notePath, candidates.requireCandidate, (c) => page(c, 'en'));
  app.post(notePath, candidates.requireCandidate, (c) => {
    received.push({ candidateId: c.var.candidate.id, fields: { ...c.var.fields } });
    return c.redirect(notePath, 303);
  });
  return app;
}

let people = 0;

/** An address that nobody else has. */
export function newAddress(): string {
  people += 1;
  return `candidate-${people}@example.org`;
}

/** A browser on the candidates' side. */
export class Browser extends AppBrowser {
  readonly site: Site;

  constructor(site: Site) {
    super(site.app, site.origin);
    this.site = site;
  }

  /** Asks for a link and gives the path of the one that came. */
  async askForLink(email: string, next?: string): Promise<string> {
    const sent = await this.post('/en/my/sign-in', { email, ...(next && { next }) });
    if (sent.status !== 303) throw new Error(`Not sent: ${sent.status}`);
    const mail = await lastEmail(this.site.db, email);
    if (!mail) throw new Error(`No e-mail to ${email}`);
    return mail.link.pathname + mail.link.search;
  }

  /** Opens a link and presses the button of its page. */
  async follow(path: string): Promise<Response> {
    const page = await this.get(path);
    if (page.status !== 200) return page;
    return this.post(path.split('?')[0] ?? '', hiddenFields(await page.text()));
  }

  async signIn(email: string, next?: string): Promise<Response> {
    return this.follow(await this.askForLink(email, next));
  }
}
