import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Api, ids, listen, startApi } from './harness.ts';

// Clients of Lever from npm, as published, each in a process of its own.

let api: Api;
let server: Awaited<ReturnType<typeof listen>>;
beforeAll(async () => {
  api = await startApi();
  server = await listen(api);
});
afterAll(async () => {
  await server.close();
  await api.close();
});

async function run<T>(client: string, ...args: string[]): Promise<T> {
  const file = (name: string): string => join(import.meta.dirname, 'clients', name);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', file('point-here.mjs'), file(client), ...args],
    { env: { PATH: process.env['PATH'], LEVER_ORIGIN: server.origin } },
  );
  return JSON.parse(stdout) as T;
}

type Nodes = {
  types: string;
  nodes: {
    id: string;
    lever_id: string;
    text: string;
    createdAt: string;
    internal: { type: string; contentDigest: string };
    categories: Record<string, string>;
    lists: { text: string; content: string }[];
    hostedUrl: string;
  }[];
};

it('gatsby-source-lever makes its nodes of our postings', async () => {
  const { types, nodes } = await run<Nodes>('gatsby-source-lever.mjs', 'acme');
  expect(types).toContain('type lever implements Node');
  expect(nodes).toHaveLength(7);
  const designer = nodes.find(({ lever_id }) => lever_id === ids.designer.fr);
  expect(designer).toMatchObject({
    id: `node-${ids.designer.fr}`,
    text: 'Conceptrice ou concepteur',
    createdAt: '2026-11-01T14:00:00.000Z',
    internal: { type: 'lever' },
    categories: { team: 'Conception', level: 'IT-03' },
    hostedUrl: 'http://jobs.test/fr/emplois/conceptrice-ou-concepteur',
  });
  expect(designer?.lists[0]).toEqual({
    text: 'Vos tâches',
    content: '<li>dessiner</li>\n<li>tester</li>',
  });
  const french = await run<Nodes>('gatsby-source-lever.mjs', 'acme-fr');
  expect(french.nodes).toHaveLength(4);
});

it('lever-js reads a posting and applies to it', async () => {
  const key = await api.key('read', 'apply');
  const { read, applied, wrong } = await run<{
    read: { data: { id: string; content: { lists: object[] }; urls: { apply: string } } };
    applied: { data: { id: string; applicationId: string; posting: string } };
    wrong: string;
  }>('lever-js.mjs', key, ids.designer.en, 'zoe@sample.example');
  expect(read.data).toMatchObject({
    id: ids.designer.en,
    state: 'published',
    salaryRange: { interval: 'per-year-salary' },
    urls: { apply: 'http://jobs.test/en/jobs/designer/apply' },
  });
  expect(read.data.content.lists).toHaveLength(2);
  expect(applied.data.posting).toBe(ids.designer.en);
  const row = await api.database.db
    .selectFrom('applications')
    .select(['statement', 'work_samples'])
    .where('id', '=', applied.data.id)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ statement: 'Because.', work_samples: ['https://code.example/zoe'] });
  expect(await api.database.db.selectFrom('emails').select('id').execute()).toEqual([]);
  expect(wrong).toContain('HTTP 401');
});
