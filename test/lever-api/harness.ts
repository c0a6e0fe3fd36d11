import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { addKey } from '#hiring/api-keys';
import { leverApi } from '#hiring/lever-api';
import type { PayTable } from '#hiring/process-facts';
import { pairSources, postingSource } from '#hiring/postings/testing';
import { type Intake, startIntake } from '../applications/harness.ts';

export const ids = {
  designer: {
    en: '0c1f6a2e-0d53-4d3e-9c3f-6a4f4b9d1a01',
    fr: '0c1f6a2e-0d53-4d3e-9c3f-6a4f4b9d1a02',
  },
  shared: '5b0e3b44-4a63-4c55-8a05-9f1f2f0c7b03',
  closed: '77d4b8a1-2c77-4a0e-8c68-1f6a0f3e2c04',
} as const;

const body = {
  en: 'We make **forms** & pages.\n\n## The place\n\nA bright room.\n\n## You will\n\n- draw\n- test\n\n## You know\n\n1. HTML\n2. people\n\nAn asset: French.\n\n## Notices\n\nNone.',
  fr: 'Nous créons des **formulaires**.\n\n## Le lieu\n\nUne salle claire.\n\n## Vos tâches\n\n- dessiner\n- tester\n\n## Vos connaissances\n\n1. HTML\n2. les gens\n\nUn atout\u00A0: l’anglais.\n\n## Avis\n\nAucun.',
};

const designerFacts = `unit: { en: Design, fr: Conception }
classification: { group: IT, level: 3 }
pay: { min: 90000, max: 110000.5, currency: CAD, period: year }
tenure: { kind: term, months: 24 }
workMode: hybrid
locations:
  - { city: { en: Ottawa, fr: Ottawa }, province: ON }
  - { city: { en: Québec City, fr: Québec }, province: QC }
opens: 2026-11-01T09:00:00-05:00
closes: 2026-12-01T06:59:00Z
timeZone: America/Toronto
`;

const files = {
  'en/jobs/designer.md': postingSource(
    'designer',
    { title: 'Designer', leverId: ids.designer.en },
    body.en,
  ),
  'fr/emplois/designer.md': postingSource(
    'designer',
    { title: 'Conceptrice ou concepteur', leverId: ids.designer.fr },
    body.fr,
  ),
  'process/designer.yml': designerFacts,
  ...pairSources('shared', { en: { leverId: ids.shared }, fr: { leverId: ids.shared } }),
  'process/shared.yml':
    'unit: { en: Operations, fr: Exploitation }\nworkMode: remote\nevergreen: true\n',
  ...pairSources('closed', { en: { leverId: ids.closed }, fr: { leverId: ids.closed } }),
  'process/closed.yml': 'closes: 2026-11-20T06:59:00Z\ntimeZone: America/Toronto\n',
  ...pairSources('later'),
  'process/later.yml': 'opens: 2027-11-20T06:59:00Z\ntimeZone: America/Toronto\n',
};

export type Api = Intake & {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: BodyInit, headers?: Record<string, string>): Promise<Response>;
  /** A new key, so that a test does not meet the rate limit of another. */
  key(...scopes: ('read' | 'apply')[]): Promise<string>;
};

/** The API on a database and a content of its own: "acme", with five open postings. */
export async function startApi(
  options: { files?: Record<string, string>; payTables?: readonly PayTable[] } = {},
): Promise<Api> {
  const silent = { info() {}, warn() {}, error() {} };
  const intake = await startIntake(
    {},
    {
      files: options.files ?? files,
      features: (deps) => [
        leverApi({
          ...deps,
          log: silent,
          closingSoonDays: 7,
          payTables: options.payTables ?? [],
          siteName: 'acme',
        }),
      ],
    },
  );
  let made = 0;
  // As programs call: without what browsers say of where they are.
  const call = async (path: string, init: RequestInit): Promise<Response> =>
    intake.app.request(`http://jobs.test${path}`, init);
  return {
    ...intake,
    get: (path, headers = {}) => call(path, { headers }),
    post: (path, content, headers = {}) => call(path, { method: 'POST', body: content, headers }),
    async key(...scopes) {
      made += 1;
      const added = await addKey(intake.deps, { name: `key ${made}`, scopes });
      if (!added.ok) throw new Error(added.error.kind);
      return added.key;
    },
  };
}

/** The same app on a port, for clients that know only addresses. */
export async function listen(api: Api): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createAdaptorServer({ fetch: api.app.fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
