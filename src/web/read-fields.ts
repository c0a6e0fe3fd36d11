import type { Context } from 'hono';

/** Greatest size of a form, in bytes: text only, so far above any honest one. */
const requestBytes = 1_000_000;

/** Of a form in which long texts are written: a letter with an accent is sent as six characters. */
export const longFormBytes = 4_000_000;

/** The text fields of a form by name; values of a repeated name are joined by line breaks. */
export type Fields = Readonly<Record<string, string>>;

/**
 * Reads the text fields of a request, once; handlers after it can still read the whole of it.
 * Null for a request that is too large. What is no form, or was cut half way, has no fields.
 */
export async function readFields(
  c: Context,
  maxBytes: number = requestBytes,
): Promise<Fields | null> {
  const body = await readBody(c.req.raw, maxBytes);
  if (!body) return null;
  const { method, headers } = c.req.raw;
  c.req.raw = new Request(c.req.url, { method, headers, body });
  const parsed = await c.req.parseBody({ all: true }).catch(() => ({}));
  const fields = Object.entries(parsed).map(([name, value]) => {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    const texts = values.filter((text) => typeof text === 'string');
    // PostgreSQL takes every character but this one.
    return [name, texts.join('\n').replaceAll('\0', '')] as const;
  });
  return Object.fromEntries(fields);
}

async function readBody(
  request: Request,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      // Leaving the loop cancels the rest.
      if (size > maxBytes) return null;
      chunks.push(chunk);
    }
  } catch {
    // The line broke: nobody is there to answer, and half a form is no form.
    return new Uint8Array();
  }
  return new Uint8Array(Buffer.concat(chunks));
}
