import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createScanner } from './index.ts';
import { startFakeClamd, type FakeClamdBehaviour } from './testing/index.ts';

let folder: string;
let file: string;
/** Larger than the buffers of a connection, so that sending takes several rounds. */
const content = Buffer.alloc(2_000_003, 'résumé ');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tandem-scanner-'));
  file = join(folder, 'file');
  await writeFile(file, content);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function clamd(behaviour: FakeClamdBehaviour) {
  const server = await startFakeClamd(behaviour);
  onTestFinished(() => server.stop());
  return server;
}

async function scan(behaviour: FakeClamdBehaviour, timeoutMs = 5_000) {
  const { port } = await clamd(behaviour);
  return createScanner({ clamd: { host: '127.0.0.1', port }, timeoutMs }).scan(file);
}

describe('scan', () => {
  test('a clean file, sent whole', async () => {
    const server = await clamd({});
    const scanner = createScanner({
      clamd: { host: '127.0.0.1', port: server.port },
      timeoutMs: 5_000,
    });
    expect(await scanner.scan(file)).toEqual({ status: 'clean' });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.equals(content)).toBe(true);
  });

  test('an empty file', async () => {
    await writeFile(file, '');
    expect(
      await scan({ answer: (bytes) => `stream: ${bytes.length === 0 ? 'OK' : 'no'}` }),
    ).toEqual({ status: 'clean' });
  });

  test('over a Unix socket', async () => {
    const path = join(folder, 'clamd.sock');
    const server = await startFakeClamd({}, { path });
    onTestFinished(() => server.stop());
    const scanner = createScanner({ clamd: { socket: path }, timeoutMs: 5_000 });
    expect(await scanner.scan(file)).toEqual({ status: 'clean' });
    expect(server.received[0]?.length).toBe(content.length);
  });

  test('an infected file, with the name of what was found', async () => {
    const answer = () => 'stream: Sample.Test.Signature-1 FOUND';
    expect(await scan({ answer })).toEqual({
      status: 'infected',
      signature: 'Sample.Test.Signature-1',
    });
    expect(await scan({ answer, answerDelivery: 'byte-by-byte' })).toEqual({
      status: 'infected',
      signature: 'Sample.Test.Signature-1',
    });
  });
});

describe('a file that clamd did not clear is not scanned', () => {
  test('none is configured', async () => {
    const scanner = createScanner({ clamd: null, timeoutMs: 5_000 });
    expect(await scanner.scan(file)).toEqual({ status: 'not-scanned', reason: 'not-configured' });
  });

  test('nothing listens', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const overTcp = createScanner({ clamd: { host: '127.0.0.1', port }, timeoutMs: 5_000 });
    expect(await overTcp.scan(file)).toEqual({ status: 'not-scanned', reason: 'unreachable' });
    const overSocket = createScanner({
      clamd: { socket: join(folder, 'absent.sock') },
      timeoutMs: 5_000,
    });
    expect(await overSocket.scan(file)).toEqual({ status: 'not-scanned', reason: 'unreachable' });
  });

  test.each([0, 100_000, content.length])('closed after %d bytes', async (closeAfterBytes) => {
    expect(await scan({ closeAfterBytes })).toEqual({ status: 'not-scanned', reason: 'closed' });
  });

  test('closed before the end of the answer', async () => {
    expect(await scan({ answerDelivery: 'without-end' })).toEqual({
      status: 'not-scanned',
      reason: 'closed',
    });
  });

  test('no answer in time', async () => {
    const started = performance.now();
    expect(await scan({ stall: true }, 200)).toEqual({ status: 'not-scanned', reason: 'timeout' });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('a connection that takes nothing in', async () => {
    const server = createServer((socket) => socket.pause());
    await new Promise<void>((resolve) => server.listen(join(folder, 's'), resolve));
    onTestFinished(() => void server.close());
    const scanner = createScanner({ clamd: { socket: join(folder, 's') }, timeoutMs: 200 });
    expect(await scanner.scan(file)).toEqual({ status: 'not-scanned', reason: 'timeout' });
  });

  test('larger than clamd takes', async () => {
    expect(await scan({ maxBytes: 1_000_000 })).toEqual({
      status: 'not-scanned',
      reason: 'too-large',
    });
  });

  test.each([
    'stream: Can’t allocate memory ERROR',
    'stream: OK stream: Sample FOUND or not',
    'stream: OKAY',
    'OK',
    '',
  ])('an answer of “%s”', async (answer) => {
    expect(await scan({ answer: () => answer })).toEqual({
      status: 'not-scanned',
      reason: 'scan-failed',
    });
  });
});

test('a missing file is a defect, not a result', async () => {
  const { port } = await clamd({});
  const scanner = createScanner({ clamd: { host: '127.0.0.1', port }, timeoutMs: 5_000 });
  await expect(scanner.scan(join(folder, 'absent'))).rejects.toThrow('ENOENT');
});
