import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readForm } from './read-form.ts';

const limits = { requestBytes: 1_000_000, fieldBytes: 1000 };
const boundary = 'x-boundary';

function multipart(body: string | Uint8Array | ReadableStream): Request {
  return new Request('http://test/', {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body,
    duplex: 'half',
  } as RequestInit);
}

const part = (disposition: string, content: string, type = ''): string =>
  `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n${type}\r\n${content}\r\n`;
const end = `--${boundary}--\r\n`;

async function read(request: Request) {
  const discarded: string[] = [];
  const take = async (stream: Readable) => (await buffer(stream)).toString('latin1');
  const form = await readForm(request, limits, take, async (file) => void discarded.push(file));
  return { form, discarded };
}

describe('readForm', () => {
  it('reads fields and the file, in the order in which they come', async () => {
    const body =
      part('name="before"', 'é') +
      part('name="resume"; filename="cv été.txt"', 'Bonjour', 'Content-Type: text/plain\r\n') +
      part('name="after"', '2') +
      end;
    const { form } = await read(multipart(body));
    expect(form).toMatchObject({
      ok: true,
      fields: { before: 'é', after: '2' },
      files: [{ field: 'resume', file: 'Bonjour', clientName: 'cv été.txt' }],
    });
  });

  it('reads what FormData of a browser-like client sends', async () => {
    const data = new FormData();
    data.set('name', '李 🐉');
    data.set('resume', new File(['%PDF'], 'naïve "x".pdf'));
    const { form } = await read(new Request('http://test/', { method: 'POST', body: data }));
    expect(form).toMatchObject({
      ok: true,
      fields: { name: '李 🐉' },
      files: [{ field: 'resume', file: '%PDF', clientName: 'naïve "x".pdf' }],
    });
  });

  it('reads an urlencoded form, without a file', async () => {
    const request = new Request('http://test/', {
      method: 'POST',
      body: new URLSearchParams({ name: 'Zoë & co' }),
    });
    expect((await read(request)).form).toMatchObject({
      ok: true,
      fields: { name: 'Zoë & co' },
      files: [],
    });
  });

  it('ignores a file field for which nobody chose a file', async () => {
    const body = part(
      'name="resume"; filename=""',
      '',
      'Content-Type: application/octet-stream\r\n',
    );
    expect((await read(multipart(body + end))).form).toMatchObject({ ok: true, files: [] });
  });

  it.each([
    ['in a field', part('name="a"', '1') + part('name="b"', 'half of').slice(0, -4)],
    [
      'in the file',
      part('name="resume"; filename="a.pdf"', 'half of', 'Content-Type: application/pdf\r\n').slice(
        0,
        -4,
      ),
    ],
    ['before the end mark', part('name="a"', '1')],
    ['at once', ''],
  ])('calls a request that stops %s truncated', async (_where, body) => {
    const { form } = await read(multipart(body));
    expect(form).toMatchObject({ ok: false, error: { kind: 'truncated' } });
  });

  it('does not wait for a sender whose line broke in the middle of the file', async () => {
    const start = part('name="resume"; filename="a.pdf"', 'x'.repeat(5000)).slice(0, -2);
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(start));
        setTimeout(() => controller.error(new Error('line broke')), 20);
      },
    });
    expect((await read(multipart(broken))).form).toMatchObject({
      ok: false,
      error: { kind: 'truncated' },
    });
  });

  it('does not end the program where keeping the file fails before the rest has come', async () => {
    const encode = (text: string) => new TextEncoder().encode(text);
    const slow = new ReadableStream({
      start(controller) {
        controller.enqueue(encode(part('name="resume"; filename="a.txt"', 'whole')));
        setTimeout(() => {
          controller.enqueue(encode(part('name="b"', 'late') + end));
          controller.close();
        }, 50);
      },
    });
    const failing = async (stream: Readable): Promise<string> => {
      stream.resume();
      throw new Error('read-only file system');
    };
    const reading = readForm(multipart(slow), limits, failing, async () => {});
    await expect(reading).rejects.toThrow('read-only');
  });

  it('discards a file that arrived whole in a request that did not', async () => {
    const body =
      part('name="resume"; filename="a.txt"', 'whole') + part('name="b"', 'half').slice(0, -4);
    const { form, discarded } = await read(multipart(body));
    expect(form.ok).toBe(false);
    expect(discarded).toEqual(['whole']);
  });

  it('stops at the limit of the request', async () => {
    const body = part('name="resume"; filename="a.bin"', 'x'.repeat(1_100_000)) + end;
    const stream = new Blob([body]).stream();
    expect((await read(multipart(stream))).form).toMatchObject({
      ok: false,
      error: { kind: 'too-large' },
    });
  });

  it('cuts a field at its limit', async () => {
    const { form } = await read(multipart(part('name="a"', 'x'.repeat(2000)) + end));
    expect(form).toMatchObject({ ok: true, fields: { a: 'x'.repeat(1000) } });
  });

  it('takes field names for what they are, names', async () => {
    const { form } = await read(
      multipart(part('name="__proto__"', 'x') + part('name="constructor"', 'y') + end),
    );
    if (!form.ok) throw new Error('unreadable');
    expect(Object.entries(form.fields)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });

  it.each(['application/json', 'multipart/form-data', 'text/plain', ''])(
    'says that %j is not a form',
    async (type) => {
      const headers = type ? { 'content-type': type } : undefined;
      const request = new Request('http://test/', {
        method: 'POST',
        body: new TextEncoder().encode('{}'),
        ...(headers && { headers }),
      });
      expect((await read(request)).form).toMatchObject({
        ok: false,
        error: { kind: 'not-a-form' },
      });
    },
  );
});
