import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '#platform/clock';
import { randomIds } from '#platform/ids';
import { type Email, type Mail, createMail } from '#platform/mail';
import { type Queue, startQueue } from '#platform/queue';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';

const silent = { info() {}, warn() {}, error() {} };
const email: Email = {
  kind: 'application-receipt',
  lang: 'fr',
  recipient: 'zoe@sample.example',
  subject: 'Candidature reçue (T-0000-0000) : développement',
  text: 'Bonjour Zoë,\n\nMerci.\n',
  html: '<!doctype html><p>Bonjour Zoë,</p>',
};

let database: TestDatabase;
let queue: Queue;
let server: SMTPServer;
let opened: Mail | undefined;
let refusals = 0;
const received: ParsedMail[] = [];

beforeEach(async () => {
  received.length = 0;
  database = await createTestDatabase();
  queue = await startQueue(database.settings, silent);
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, callback) {
      if (refusals === 0) return callback();
      refusals -= 1;
      callback(Object.assign(new Error('Try later'), { responseCode: 451 }));
    },
    onData(stream, _session, callback) {
      simpleParser(stream).then((mail) => {
        received.push(mail);
        callback();
      }, callback);
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
});
afterEach(async () => {
  await queue.stop();
  // The server waits for connections that are kept open.
  opened?.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await database.drop();
});

async function mailOver(smtp: boolean) {
  const { port } = server.server.address() as { port: number };
  const sending = smtp
    ? { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Équipe <jobs@sample.example>', queue }
    : null;
  opened = await createMail({ db: database.db, clock: systemClock, ids: randomIds, sending });
  return opened;
}

const rows = () => database.db.selectFrom('emails').selectAll().execute();

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await condition()) return;
    await sleep(50);
  }
  throw new Error('It did not happen in 15 seconds');
}

describe('mail', () => {
  it('leaves by SMTP when the transaction that caused it is committed, and is marked as sent', async () => {
    const mail = await mailOver(true);
    await database.db.transaction().execute((tx) => mail.queue(tx, email));
    await until(async () => (await rows())[0]?.sent_at !== null);
    expect(received).toHaveLength(1);
    expect(received[0]?.subject).toBe(email.subject);
    expect(received[0]?.text).toContain('Bonjour Zoë');
    expect(received[0]?.headers.get('content-language')).toBe('fr');
    expect(received[0]?.messageId).toContain((await rows())[0]?.id);
  });

  it('does not leave when the transaction is rolled back', async () => {
    const mail = await mailOver(true);
    const failing = database.db.transaction().execute(async (tx) => {
      await mail.queue(tx, email);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await sleep(2500);
    expect(received).toHaveLength(0);
    expect(await rows()).toEqual([]);
  });

  it('records a refusal, to be tried again', async () => {
    refusals = 1;
    const mail = await mailOver(true);
    await database.db.transaction().execute((tx) => mail.queue(tx, email));
    await until(async () => (await rows())[0]?.attempts === 1);
    const [row] = await rows();
    expect(row).toMatchObject({ sent_at: null, attempts: 1 });
    expect(row?.last_failure).toContain('Try later');
  });

  it('leaves several at once, and what somebody waits for before the others', async () => {
    let underWay = 0;
    let mostUnderWay = 0;
    server.onMailFrom = (_address, _session, callback) => {
      underWay += 1;
      mostUnderWay = Math.max(mostUnderWay, underWay);
      setTimeout(() => {
        underWay -= 1;
        callback();
      }, 100);
    };
    const mail = await mailOver(true);
    await database.db.transaction().execute(async (tx) => {
      for (let n = 1; n <= 12; n += 1) await mail.queue(tx, { ...email, subject: `${n}` });
      await mail.queue(tx, { ...email, subject: 'sign in', urgent: true });
    });
    await until(() => received.length === 13);
    mail.close();
    expect(mostUnderWay).toBeGreaterThan(1);
    expect(received.slice(0, 5).map(({ subject }) => subject)).toContain('sign in');
  });

  it('keeps no address beside a task that failed', async () => {
    refusals = 1;
    const mail = await mailOver(true);
    await database.db.transaction().execute((tx) => mail.queue(tx, email));
    await until(async () => (await rows())[0]?.attempts === 1);
    const read = () =>
      sql<{ output: unknown }>`select output from pgboss.job where output is not null`.execute(
        database.db,
      );
    await until(async () => (await read()).rows.length === 1);
    expect((await read()).rows[0]?.output).toEqual({ code: '451' });
    mail.close();
  });

  it('stays in the outbox where no server is configured', async () => {
    const mail = await mailOver(false);
    await database.db.transaction().execute((tx) => mail.queue(tx, email));
    expect(await rows()).toMatchObject([
      { recipient: email.recipient, sent_at: null, attempts: 0 },
    ]);
  });

  it.each([
    { ...email, recipient: 'zoe@sample.example\r\nBcc: all@sample.example' },
    { ...email, subject: 'Hello\nBcc: all@sample.example' },
  ])('refuses line breaks in headers', async (forged) => {
    const mail = await mailOver(false);
    const attempt = database.db.transaction().execute((tx) => mail.queue(tx, forged));
    await expect(attempt).rejects.toThrow('Line break');
    expect(await rows()).toEqual([]);
  });
});
