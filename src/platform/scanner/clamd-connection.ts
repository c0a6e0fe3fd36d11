import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Where clamd listens: TCP, or a Unix socket's path. */
export type ClamdAddress = { host: string; port: number } | { socket: string };

/**
 * What became of one INSTREAM exchange: clamd's answer without its terminator, or why there is
 * none. `closed`: the connection ended before a whole answer.
 */
export type Exchange =
  | { ok: true; answer: string }
  | { ok: false; error: { kind: 'unreachable' | 'timeout' | 'closed' } };

const CHUNK_BYTES = 128 * 1024;
const MAX_ANSWER_BYTES = 4 * 1024;

/**
 * Sends a file's content to clamd (`man clamd`: `zINSTREAM`, then chunks each led by its length
 * as four bytes, big-endian, then an empty one) and waits for the answer, which ends in NUL.
 * `timeoutMs` bounds the whole exchange. Rejects if the file cannot be read.
 */
export async function exchangeWithClamd(
  address: ClamdAddress,
  path: string,
  timeoutMs: number,
): Promise<Exchange> {
  const socket =
    'socket' in address
      ? connect({ path: address.socket })
      : connect({ host: address.host, port: address.port });
  const answered = listen(socket, timeoutMs);
  try {
    // Sending ends early when clamd has answered or gone; what it said decides then, not this.
    await Promise.race([send(socket, path), answered]);
    return await answered;
  } finally {
    socket.destroy();
  }
}

function listen(socket: Socket, timeoutMs: number): Promise<Exchange> {
  return new Promise((resolve) => {
    let isConnected = false;
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (exchange: Exchange): void => {
      clearTimeout(timer);
      resolve(exchange);
      socket.destroy();
    };
    const fail = (kind: 'unreachable' | 'timeout' | 'closed') =>
      finish({ ok: false, error: { kind } });
    const timer = setTimeout(() => fail('timeout'), timeoutMs);

    socket.on('connect', () => {
      isConnected = true;
    });
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      const received = Buffer.concat(chunks);
      const end = received.indexOf(0);
      if (end !== -1) finish({ ok: true, answer: received.toString('utf8', 0, end) });
      else if (length > MAX_ANSWER_BYTES) fail('closed');
    });
    // 'close' follows 'error', and follows the end of the answer too.
    socket.on('error', () => undefined);
    socket.on('close', () => fail(isConnected ? 'closed' : 'unreachable'));
  });
}

async function send(socket: Socket, path: string): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    // When there is too much, clamd answers and hangs up at once. Node drops an answer it has not
    // read yet when it writes to a closed connection, so leave it a moment to read.
    await pause(1);
    if (!Buffer.isBuffer(chunk) || socket.destroyed) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    await write(socket, Buffer.concat([length, chunk]));
  }
  await write(socket, Buffer.alloc(4));
}

/** Settles once the bytes are handed over or the connection has failed: its listener tells. */
function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    socket.write(bytes, () => resolve());
  });
}
