import { createServer, type Server, type Socket } from 'node:net';

/** How a fake clamd behaves once it has a command. */
export interface FakeClamdBehaviour {
  /** Answers by the received content; terminated with NUL. Default: `stream: OK`. */
  answer?: (content: Buffer) => string;
  /** StreamMaxLength in bytes. */
  maxBytes?: number;
  /** Closes the connection after this many bytes of content. */
  closeAfterBytes?: number;
  /** Takes everything and never answers. */
  stall?: boolean;
  /** Sends the answer in pieces, or closes before its NUL. */
  answerDelivery?: 'whole' | 'byte-by-byte' | 'without-end';
}

/** A clamd for tests: INSTREAM over TCP or a Unix socket, nothing else. */
export async function startFakeClamd(
  behaviour: FakeClamdBehaviour,
  listenOn: { port: 0 } | { path: string } = { port: 0 },
): Promise<{ port: number; received: Buffer[]; stop(): Promise<void> }> {
  const received: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    serve(socket, behaviour, received);
  });
  await new Promise<void>((resolve) => {
    server.listen('path' in listenOn ? listenOn : { ...listenOn, host: '127.0.0.1' }, resolve);
  });
  return {
    port: portOf(server),
    received,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const COMMAND = 'zINSTREAM\0';

function serve(socket: Socket, behaviour: FakeClamdBehaviour, received: Buffer[]): void {
  let input = Buffer.alloc(0);
  const content: Buffer[] = [];
  let contentLength = 0;
  let hasCommand = false;
  socket.on('data', (bytes: Buffer) => {
    input = Buffer.concat([input, bytes]);
    if (!hasCommand) {
      if (input.length < COMMAND.length) return;
      if (input.toString('latin1', 0, COMMAND.length) !== COMMAND) {
        socket.end('UNKNOWN COMMAND\0');
        return;
      }
      hasCommand = true;
      input = input.subarray(COMMAND.length);
    }
    while (input.length >= 4) {
      const length = input.readUInt32BE(0);
      if (length === 0) {
        const whole = Buffer.concat(content);
        received.push(whole);
        if (behaviour.stall !== true) {
          deliver(socket, behaviour.answer?.(whole) ?? 'stream: OK', behaviour.answerDelivery);
        }
        return;
      }
      // clamd looks at the size of a chunk before it reads it, answers, and hangs up.
      if (contentLength + length > (behaviour.maxBytes ?? Infinity)) {
        socket.end('INSTREAM size limit exceeded. ERROR\0');
        socket.pause();
        return;
      }
      if (input.length < 4 + length) return;
      content.push(input.subarray(4, 4 + length));
      contentLength += length;
      input = input.subarray(4 + length);
      if (contentLength >= (behaviour.closeAfterBytes ?? Infinity)) {
        socket.destroy();
        return;
      }
    }
  });
}

function deliver(
  socket: Socket,
  answer: string,
  delivery: FakeClamdBehaviour['answerDelivery'] = 'whole',
): void {
  if (delivery === 'whole') socket.end(`${answer}\0`);
  else if (delivery === 'without-end') socket.end(answer);
  else {
    socket.setNoDelay(true);
    let sent = 0;
    const timer = setInterval(() => {
      const character = `${answer}\0`[sent++];
      if (character === undefined) {
        clearInterval(timer);
        socket.end();
      } else socket.write(character);
    }, 1);
  }
}
