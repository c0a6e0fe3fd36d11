import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { post } from './post.ts';

let origin = '';
let bodies: string[] = [];
const server = createServer((request, response) => {
  if (request.url === '/silent') return;
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    bodies.push(body);
    if (request.url === '/elsewhere') response.writeHead(302, { Location: `${origin}/` }).end();
    else response.writeHead(200).end('x'.repeat(100_000));
  });
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.closeAllConnections());

const open = { timeoutMs: 5000, allowPrivate: true };

it('answers the status, and follows no redirect', async () => {
  bodies = [];
  expect(await post(`${origin}/`, {}, 'é', open)).toEqual({ kind: 'answered', status: 200 });
  expect(bodies).toEqual(['é']);
  expect(await post(`${origin}/elsewhere`, {}, '', open)).toEqual({
    kind: 'answered',
    status: 302,
  });
  expect(bodies).toHaveLength(2);
});

it('gives up on a server that does not answer, or is not there', async () => {
  const hasty = { timeoutMs: 200, allowPrivate: true };
  expect(await post(`${origin}/silent`, {}, '', hasty)).toEqual({
    kind: 'failed',
    code: 'TIMEOUT',
  });
  expect(await post('http://127.0.0.1:1/', {}, '', open)).toEqual({
    kind: 'failed',
    code: 'ECONNREFUSED',
  });
});

it.each([
  'http://127.0.0.1/',
  'http://localhost/',
  'http://[::1]/',
  'http://169.254.169.254/',
  'http://10.0.0.1/',
])('reaches no private address: %s', async (url) => {
  expect(await post(url, {}, '', { timeoutMs: 2000, allowPrivate: false })).toEqual({
    kind: 'failed',
    code: 'PRIVATE-ADDRESS',
  });
});
