import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import {
  type OwnApplication,
  type SelfDeclaration,
  createSelfDeclaration,
  offerDeclaration,
  readEquityGroups,
  selfDeclarationWeb,
} from '#hiring/self-declaration';
import { type EquityDatabase, type EquityDb, connectDatabase } from '#platform/database';
import type { Lang } from '#platform/i18n';
import { randomIds } from '#platform/ids';
import { createApp } from '#web/app.ts';
import { renderPage } from '#web/layout/index.ts';
import type { Render } from '#web/render.ts';
import { renderToString } from 'preact-render-to-string';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';

export const origin = 'http://jobs.test';
export const equityKey = 'an equity key of the tests, long enough to seal with';

const root = join(import.meta.dirname, '../..');

/** Self-declaration behind the whole web assembly, on a database of its own. */
export type Desk = {
  app: Hono;
  database: TestDatabase;
  equityDb: EquityDb;
  declarations: SelfDeclaration;
  now: { value: Date };
  /** Everything that was logged. */
  logged: string[];
  /** Applications of each candidate, as the hiring side would tell. */
  own: Map<string, OwnApplication[]>;
  /** What the form of a receipt's button sends. */
  offer(lang: Lang, application: { applicationId: string; postingId: string }): string;
  close(): Promise<void>;
};

export const log = (lines: string[]) => {
  const write = (fields: object, message: string) => lines.push(JSON.stringify([fields, message]));
  return { info: write, warn: write, error: write };
};

export async function equityGroups() {
  const groups = readEquityGroups(
    await readFile(join(root, 'reference/equity/groups.yml'), 'utf8'),
  );
  if (!groups) throw new Error('groups.yml');
  return groups;
}

export async function startDesk(): Promise<Desk> {
  const database = await createTestDatabase();
  const logged: string[] = [];
  const equityDb = connectDatabase<EquityDatabase>(database.equity, { log: log(logged) }).db;
  const now = { value: new Date('2026-11-24T12:34:56Z') };
  const groups = await equityGroups();
  const declarations = await createSelfDeclaration({
    equityDb,
    equityKey,
    groups,
    clock: () => now.value,
    log: log(logged),
  });
  const own = new Map<string, OwnApplication[]>();
  const origins = { en: origin, fr: origin };
  const text = { en: 'Sample', fr: 'Modèle' };
  const shell = () => ({
    site: {
      organization: text,
      tagline: null,
      contactEmail: null,
      accommodationEmail: null,
      sample: false,
    },
    origins,
    asset: (name: string) => `/assets/${name}`,
    staff: null,
  });
  const render: Render = (c, page, status = 200) => c.html(renderPage(page, shell()), status);
  const app = createApp({
    features: [
      selfDeclarationWeb(declarations, {
        origins,
        render,
        candidates: {
          current: async (c) => {
            const id = c.req.header('x-candidate');
            return id === undefined ? null : { email: id };
          },
          requireCandidate: async (c) => c.redirect('/sign-in', 303),
        },
        applicationsOf: async (id) => own.get(id) ?? [],
        titleOf: (_, lang) => ({ en: 'Data analyst', fr: 'Analyste de données' })[lang],
      }),
    ],
    publicFile: () => null,
    oldAddress: () => null,
    shell,
    render,
    origins,
    isOutage: () => false,
    isReady: async () => true,
    ids: randomIds,
    log: log(logged),
  });
  return {
    app,
    database,
    equityDb,
    declarations,
    now,
    logged,
    own,
    offer(lang, application) {
      const shown = offerDeclaration(declarations, lang, application);
      return fieldOf(shown ? renderToString(shown) : '', 'offer');
    },
    async close() {
      declarations.stop();
      await equityDb.destroy();
      await database.drop();
    },
  };
}

/** Value of a hidden field. */
export function fieldOf(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
}

/** Requests with the cookies of one browser. */
export function newBrowser(app: Hono) {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit, candidate?: string) => {
    const headers = new Headers(init.headers);
    if (!headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin');
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (candidate !== undefined) headers.set('x-candidate', candidate);
    const answer = await app.request(origin + path, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split('; ');
      const [name = '', value = ''] = pair.split('=');
      if (line.includes('Max-Age=0')) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  return {
    cookies,
    get: (path: string, candidate?: string) => send(path, {}, candidate),
    post: (path: string, fields: [string, string][], headers: Record<string, string> = {}) =>
      send(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
  };
}
