import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll } from 'vitest';

/** A mail server that keeps what it is given, for the tests of one file. */
export type Mailbox = {
  /** `smtp://…`, once it listens. */
  open(): Promise<string>;
  /** The link in the latest e-mail to an address; waits for one that was not asked for before. */
  nextLink(recipient: string): Promise<string>;
};

export function useMailbox(): Mailbox {
  const received: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, callback) {
      simpleParser(stream).then((mail) => {
        received.push(mail);
        callback();
      }, callback);
    },
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const take = (recipient: string): ParsedMail | undefined => {
    const index = received.findIndex(({ to }) =>
      [to].flat().some((address) => address?.text === recipient),
    );
    return index < 0 ? undefined : received.splice(index, 1)[0];
  };
  return {
    async open() {
      server.listen(0, '127.0.0.1');
      await once(server.server, 'listening');
      const { port } = server.server.address() as { port: number };
      return `smtp://127.0.0.1:${port}`;
    },
    async nextLink(recipient) {
      for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(50)) {
        const mail = take(recipient);
        const link = /https?:\S+/.exec(mail?.text ?? '')?.[0];
        if (link) return link;
      }
      throw new Error(`No e-mail with a link to ${recipient}`);
    },
  };
}
