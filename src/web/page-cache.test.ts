import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { createPageCache } from './page-cache.ts';

it('renders again when the revision changes, when its time is up, and when the clock goes back', async () => {
  let now = new Date('2026-01-01T00:00:00Z');
  let revision = 'a';
  let rendered = 0;
  const cache = createPageCache(() => now);
  const app = new Hono().get('/', (c) =>
    cache.serve(
      c,
      'key',
      () => ({ revision, until: new Date('2026-01-02T00:00:00Z') }),
      () => {
        rendered += 1;
        return `${revision} ${rendered}`;
      },
    ),
  );
  const body = async (): Promise<string> => (await app.request('/')).text();
  expect([await body(), await body()]).toEqual(['a 1', 'a 1']);
  revision = 'b';
  expect([await body(), await body()]).toEqual(['b 2', 'b 2']);
  now = new Date('2026-01-01T23:59:59.999Z');
  expect(await body()).toBe('b 2');
  now = new Date('2026-01-02T00:00:00Z');
  expect(await body()).toBe('b 3');
  now = new Date('2026-01-01T12:00:00Z');
  expect(await body()).toBe('b 4');
});

it('forgets the least recently used beyond its memory', async () => {
  const rendered: string[] = [];
  const cache = createPageCache(() => new Date(0));
  const app = new Hono().get('/:key', (c) =>
    cache.serve(
      c,
      c.req.param('key'),
      () => ({ revision: 'a', until: null }),
      () => {
        rendered.push(c.req.param('key'));
        return 'x'.repeat(15_000_000);
      },
    ),
  );
  const ask = async (key: string): Promise<void> => {
    await (await app.request(`/${key}`, { method: 'HEAD' })).text();
  };
  for (const key of ['1', '2', '3', '1', '4', '1', '2']) await ask(key);
  expect(rendered).toEqual(['1', '2', '3', '4', '2']);
});
