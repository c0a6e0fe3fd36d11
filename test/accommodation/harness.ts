import {
  type AccommodationDeps,
  accommodationSection,
  accommodationWeb,
} from '#hiring/accommodation';
import { candidatesWeb, createCandidates } from '#hiring/candidates';
import { type Role, addStaff, createSignInLink, createStaff } from '#hiring/staff';
import type { Db } from '#platform/database';
import { AppBrowser } from '../support/app-browser.ts';
import { lastEmail } from '../support/emails.ts';
import { hiddenFields } from '../support/html.ts';
import { type Intake, origin, startIntake } from '../applications/harness.ts';

/** Applications, candidates, staff and accommodation, on a database and a content of their own. */
export type House = {
  intake: Intake;
  db: Db;
  deps: AccommodationDeps;
  /** Everything that was logged, as text. */
  logged(): string;
  browser(): AppBrowser;
  /** A member of staff, signed in. */
  staff(role: Role, email: string): Promise<AppBrowser & { staffId: string }>;
  close(): Promise<void>;
};

export async function startHouse(): Promise<House> {
  const lines: unknown[] = [];
  const write = (...entry: unknown[]): void => void lines.push(entry);
  const log = { info: write, warn: write, error: write };
  const parts: { deps?: AccommodationDeps } = {};
  const sessions = { sessionHours: 12 };
  const intake = await startIntake(
    {},
    {
      features(deps) {
        const common = { ...deps, log, replyHours: 48, escalateTo: ['above@sample.example'] };
        parts.deps = common;
        const staff = createStaff({ ...common, ...sessions });
        const candidates = createCandidates({
          ...common,
          organization: () => deps.postings.snapshot().site.organization,
        });
        return [
          staff.web,
          candidatesWeb({ candidates, render: deps.render, sections: [accommodationSection] }),
          accommodationWeb({ ...common, ...staff, candidates }),
        ];
      },
    },
  );
  const { db } = intake.database;
  const { clock, ids, secret, origins } = intake.deps;
  const browser = (): AppBrowser => new AppBrowser(intake.app, origin);
  return {
    intake,
    db,
    deps: parts.deps!,
    logged: () => JSON.stringify(lines),
    browser,
    async staff(role, email) {
      const added = await addStaff({ db, clock, ids }, { email, role, lang: 'en' });
      if (!added.ok) throw new Error(added.error.kind);
      const made = await createSignInLink({ db, ids, secret, origins, ...sessions }, email);
      if (!made.ok) throw new Error('No link');
      const { pathname, searchParams } = new URL(made.url);
      const signedIn = browser();
      await signedIn.post(pathname, { token: searchParams.get('token') ?? '' });
      return Object.assign(signedIn, { staffId: added.id });
    },
    close: () => intake.close(),
  };
}

export const passphrase = 'quatre chevaux bien sages';
const keysPath = '/en/staff/accommodation/keys';

/** The token of the desk's forms. */
export async function csrfOf(browser: AppBrowser, path = keysPath): Promise<string> {
  const html = await (await browser.get(path)).text();
  return /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

export async function onKeys(
  browser: AppBrowser,
  fields: Record<string, string>,
): Promise<Response> {
  return browser.post(keysPath, { csrf: await csrfOf(browser), ...fields });
}

export async function makeOwnKey(browser: AppBrowser, words = passphrase): Promise<Response> {
  return onKeys(browser, { deed: 'make', passphrase: words, 'passphrase-again': words });
}

export async function unlock(browser: AppBrowser, words = passphrase): Promise<Response> {
  return onKeys(browser, { deed: 'unlock', passphrase: words });
}

/** What the candidate of the stories says: none of it may be found anywhere. */
export const said = {
  help: 'I read with a magnifier, so screens of dense text take me longer.',
  name: 'Quixotine Vandermolen',
  email: 'quixotine@secret-address.example',
  phone: '613-555-0199',
  message: 'Thirty percent would be marvellous, thank you ever so much.',
};

/** Sends the request; gives the case and the code that opens it. */
export async function ask(
  browser: AppBrowser,
  more: Record<string, string> = {},
): Promise<{ id: string; code: string; path: string; answer: Response }> {
  const form = hiddenFields(await (await browser.get('/en/accommodation')).text());
  const answer = await browser.post('/en/accommodation', {
    ...form,
    help: said.help,
    stages: 'written',
    name: said.name,
    email: said.email,
    phone: said.phone,
    reach: 'email',
    lang: 'en',
    ...more,
  });
  const path = (answer.headers.get('location') ?? '').split('?')[0] ?? '';
  return { id: path.split('/').at(-1) ?? '', code: form['code'] ?? '', path, answer };
}

/** Does something on a candidate's case page. */
export async function onCase(
  browser: AppBrowser,
  path: string,
  fields: Record<string, string>,
): Promise<Response> {
  const html = await (await browser.get(path)).text();
  const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const proposal = /name="proposal" value="([^"]+)"/.exec(html)?.[1];
  return browser.post(`${path}/do`, { token, ...(proposal && { proposal }), ...fields });
}

export function deskCase(id: string): string {
  return `/en/staff/accommodation/cases/${id}`;
}

/** Does something on a case as a custodian. */
export async function onDesk(
  browser: AppBrowser,
  id: string,
  fields: Record<string, string>,
): Promise<Response> {
  const html = await (await browser.get(deskCase(id))).text();
  const csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const key = /name="key" value="([^"]+)"/.exec(html)?.[1] ?? '';
  return browser.post(`${deskCase(id)}/do`, { csrf, key, ...fields });
}

/** Previews a proposal, and sends it as it was shown. */
export async function proposeOn(
  browser: AppBrowser,
  id: string,
  fields: Record<string, string>,
): Promise<Response> {
  const shown = await (await onDesk(browser, id, { deed: 'preview', ...fields })).text();
  const seen = /name="seen" value="([^"]+)"/.exec(shown)?.[1] ?? '';
  const given = seen.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#39;', "'");
  return onDesk(browser, id, { deed: 'propose-now', ...fields, seen: given });
}

/** Signs a candidate in by the link that is written to them. */
export async function signInCandidate(
  browser: AppBrowser,
  db: Db,
  email: string,
  next?: string,
): Promise<Response> {
  await browser.post('/en/my/sign-in', { email, ...(next && { next }) });
  const mail = await lastEmail(db, email);
  if (!mail) throw new Error('No e-mail');
  const page = await browser.get(mail.link.pathname + mail.link.search);
  return browser.post(mail.link.pathname, hiddenFields(await page.text()));
}
