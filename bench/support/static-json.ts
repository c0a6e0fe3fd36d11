// Serves one file from memory, compressed beforehand, on the server that Tandem stands on: the least
// that any answer of Tandem's can cost. Run with: FILE PORT.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';

const [file = '', port] = process.argv.slice(2);
const body = new Uint8Array(gzipSync(readFileSync(file), { level: 9 }));
const app = new Hono().get('/', (c) =>
  c.body(body, 200, {
    'Content-Type': 'application/json; charset=UTF-8',
    'Content-Encoding': 'gzip',
    'Content-Length': String(body.length),
  }),
);
createAdaptorServer({ fetch: app.fetch }).listen(Number(port), '127.0.0.1');
