import {
  type CheckResult,
  checkResume,
  discardResume,
  formLimits,
  readForm,
  resumeByteLimit,
} from '#hiring/applications';
import type { LeverApiDeps } from '../deps.ts';
import { nest } from '../rules/nest.ts';

export type ReadRequest =
  | { ok: true; fields: Record<string, unknown>; check: CheckResult | null }
  | { ok: false; error: { kind: 'truncated' | 'too-large' | 'not-a-form' | 'bad-json' } };

/** Bytes of a JSON body: the words of an application many times over; files do not come so. */
const jsonBytes = 1_000_000;

/** Reads an application as a program sends it: JSON, urlencoded, or multipart with a résumé. */
export async function readRequest(deps: LeverApiDeps, request: Request): Promise<ReadRequest> {
  const type = request.headers.get('content-type') ?? '';
  if (/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) return readJson(request);
  const form = await readForm<CheckResult>(
    request,
    formLimits,
    (stream, name) => checkResume({ ...deps, maxBytes: resumeByteLimit }, stream, name),
    discardResume,
  );
  if (!form.ok) return form;
  return { ok: true, fields: nest(form.fields), check: form.files[0]?.file ?? null };
}

async function readJson(request: Request): Promise<ReadRequest> {
  const fail = (kind: 'truncated' | 'too-large' | 'bad-json'): ReadRequest => ({
    ok: false,
    error: { kind },
  });
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.length;
      if (bytes > jsonBytes) return fail('too-large');
      chunks.push(chunk);
    }
  } catch {
    return fail('truncated');
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return fail('bad-json');
    return { ok: true, fields: body as Record<string, unknown>, check: null };
  } catch {
    return fail('bad-json');
  }
}
