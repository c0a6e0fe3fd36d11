import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { type BusboyFileStream, type BusboyInstance, Busboy } from '@fastify/busboy';

/** A file that a form carried, as its handler left it. */
export type ReceivedFile<File> = { field: string; file: File; clientName: string };

export type ReadForm<File> =
  | { ok: true; fields: Record<string, string>; files: ReceivedFile<File>[] }
  | { ok: false; error: { kind: 'not-a-form' | 'truncated' | 'too-large' } };

export type FormLimits = {
  /** Bytes of the whole request beyond which reading stops. */
  requestBytes: number;
  /** Bytes of one text field; a longer one is cut there, for validation to refuse. */
  fieldBytes: number;
  /** How many files are taken, one when absent; others are read past. */
  files?: number;
};

/** The résumé's limit several times over, to tell someone with a larger one; so with the answers. */
export const formLimits: FormLimits = { requestBytes: 40_000_000, fieldBytes: 200_000 };

/**
 * Reads a `multipart/form-data` or urlencoded request as it arrives, never whole in memory: text
 * fields into an object, each file into `takeFile`, which must consume the stream to its end.
 *
 * A request that stops half way is `truncated` (the sender's line broke, or a proxy cut it): what
 * `takeFile` gave back is handed to `discard`. File fields that nobody chose a file for are ignored.
 */
export async function readForm<File>(
  request: Request,
  limits: FormLimits,
  takeFile: (stream: Readable, clientName: string) => Promise<File>,
  discard: (file: File) => Promise<void>,
): Promise<ReadForm<File>> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(contentType)) {
    return { ok: false, error: { kind: 'not-a-form' } };
  }
  if (Number(request.headers.get('content-length') ?? 0) > limits.requestBytes) {
    return { ok: false, error: { kind: 'too-large' } };
  }
  const parser = newParser(contentType, limits);
  if (!parser || !request.body) return { ok: false, error: { kind: 'not-a-form' } };

  // Without a prototype: the names come from the request.
  const fields = Object.create(null) as Record<string, string>;
  const files: Promise<ReceivedFile<File>>[] = [];
  const streams: Readable[] = [];
  parser.on('field', (name, value) => {
    fields[name] = value;
  });
  parser.on('file', (field, stream: BusboyFileStream, sentName: string | undefined) => {
    streams.push(stream);
    // A request cut short breaks the stream after its reader may have left: nobody listening would
    // end the program.
    stream.on('error', () => {});
    // Browsers write a quotation mark in a file name as %22 (HTML Standard, multipart/form-data).
    const clientName = sentName?.replaceAll('%22', '"');
    if (!clientName || files.length >= (limits.files ?? 1)) stream.resume();
    else {
      const taking = takeFile(stream, clientName).then((file) => ({ field, file, clientName }));
      // Looked at once the form has arrived; a failure before that must not go unheard.
      taking.catch(() => {});
      files.push(taking);
    }
  });
  const outcome = await pump(request.body as ReadableStream, parser, limits.requestBytes);
  // A file cut in the middle would otherwise be waited for without end.
  if (outcome !== 'complete') for (const stream of streams) stream.destroy(new Error(outcome));
  const taken = await Promise.allSettled(files);
  const received = taken.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = taken.find((one) => one.status === 'rejected');
  if (outcome !== 'complete' || failed) {
    for (const { file } of received) await discard(file);
    if (failed && outcome === 'complete') throw failed.reason;
    return { ok: false, error: { kind: outcome === 'complete' ? 'truncated' : outcome } };
  }
  return { ok: true, fields, files: received };
}

function newParser(contentType: string, limits: FormLimits): BusboyInstance | null {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: {
        fieldSize: limits.fieldBytes,
        fields: 60,
        files: (limits.files ?? 1) + 1,
        headerPairs: 100,
      },
    });
  } catch {
    return null; // multipart without a boundary
  }
}

/** Feeds the parser; every way in which a request can end early is a value. */
function pump(
  body: ReadableStream,
  parser: BusboyInstance,
  requestBytes: number,
): Promise<'complete' | 'truncated' | 'too-large'> {
  return new Promise((resolve) => {
    const source = Readable.fromWeb(body);
    let seen = 0;
    const end = (outcome: 'complete' | 'truncated' | 'too-large'): void => {
      resolve(outcome);
      if (outcome === 'complete') return;
      source.unpipe(parser);
      source.destroy();
      parser.destroy();
    };
    source.on('data', (chunk: Buffer) => {
      seen += chunk.length;
      if (seen > requestBytes) end('too-large');
    });
    source.on('error', () => end('truncated'));
    parser.on('error', () => end('truncated'));
    parser.on('finish', () => end('complete'));
    source.pipe(parser);
  });
}
