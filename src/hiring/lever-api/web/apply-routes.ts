import { type Context, Hono } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type ApiScope, useKey } from '#hiring/api-keys';
import { formLimits } from '#hiring/applications';
import type { Posting } from '#hiring/postings';
import { type Lang, formatBytes, isLang, preferredLang } from '#platform/i18n';
import { type Answer, apply } from '../apply/apply.ts';
import { readRequest } from '../apply/read-request.ts';
import { type BoardPostings, type FoundPosting, boardPostings } from '../board-postings.ts';
import type { LeverApiDeps } from '../deps.ts';
import { messages } from '../messages/index.ts';
import { questionSchema } from '../question-schema.ts';
import type { Board } from '../rules/board.ts';
import { askedLang } from '../rules/list-request.ts';
import { fromV1 } from '../rules/v1-fields.ts';
import { v1Posting } from '../v1-posting.ts';
import { notFound, refuse } from './refusals.ts';

/** Applications a second with one key, as Lever allows. */
const sendsPerSecond = 2;

/** Every language: what is asked for by id alone. */
const anyBoard: Board = { lang: null };

/** What a key is needed for: applying, and reading by Lever's v1. */
export function applyRoutes(deps: LeverApiDeps): Hono {
  const app = new Hono();
  const limiter = new RateLimiterMemory({ points: sendsPerSecond, duration: 1 });
  app.post('/v0/postings/:site/:id', async (c) => {
    const postings = boardPostings(deps);
    const board = postings.board(c.req.param('site'));
    const { answer } = await receive(c, postings, board, ({ fields }) => fields);
    return answer;
  });
  app.get('/v1/postings/:id', (c) => readV1(c, v1Posting));
  app.get('/v1/postings/:id/apply', (c) => readV1(c, questionSchema));
  app.post('/v1/postings/:id/apply', async (c) => {
    const received = await receive(c, boardPostings(deps), anyBoard, ({ fields }) =>
      fromV1(fields, new URL(c.req.url).searchParams),
    );
    return received.made ? c.json({ data: received.made }, 200) : received.answer;
  });
  return app;

  async function readV1(
    c: Context,
    show: (object: ReturnType<BoardPostings['object']>, facts: Posting['facts']) => unknown,
  ): Promise<Response> {
    const key = await allowed(c, 'read', langOf(c, anyBoard, null));
    if (!key.ok) return key.refusal;
    const postings = boardPostings(deps);
    const asked = askedLang(
      anyBoard,
      new URL(c.req.url).searchParams,
      c.req.header('accept-language'),
    );
    const found = postings.find(anyBoard, c.req.param('id') ?? '', asked);
    if (!found?.open) return c.json(notFound, 404);
    return c.json({ data: show(postings.object(found.posting, found.lang), found.posting.facts) });
  }

  /** Takes one application; `made` in the shape of v1 where it was. */
  async function receive(
    c: Context,
    postings: BoardPostings,
    board: Board | null,
    read: (request: { fields: Record<string, unknown> }) => Record<string, unknown>,
  ): Promise<{ answer: Response; made: object | null }> {
    const asked =
      board && askedLang(board, new URL(c.req.url).searchParams, c.req.header('accept-language'));
    const found = board && postings.find(board, c.req.param('id') ?? '', asked);
    const lang = langOf(c, board, found);
    const refused = (answer: Response) => ({ answer, made: null });
    const key = await allowed(c, 'apply', lang);
    if (!key.ok) return refused(key.refusal);
    const wait = await overLimit(key.keyId);
    if (wait !== null) {
      c.header('Retry-After', String(wait));
      return refused(refuse(c, 429, messages(lang)('too-many', { limit: sendsPerSecond })));
    }
    if (!found) return refused(c.json(notFound, 404));
    const request = await readRequest(deps, c.req.raw);
    if (!request.ok) return refused(unreadable(c, lang, request.error.kind));
    const { answer, replayed } = await apply(deps, {
      found,
      fields: read(request),
      check: request.check,
      keyId: key.keyId,
      idempotencyKey: c.req.header('idempotency-key') ?? null,
      acceptLanguage: c.req.header('accept-language'),
      lang,
    });
    if (replayed) c.header('Idempotent-Replay', 'true');
    return { answer: answered(c, answer), made: answer.status === 200 ? madeV1(c, answer) : null };
  }

  /** The holder of the key, or the refusal. */
  async function allowed(
    c: Context,
    scope: ApiScope,
    lang: Lang,
  ): Promise<{ ok: true; keyId: string } | { ok: false; refusal: Response }> {
    const used = await useKey(deps, keyOf(c), scope);
    if (used.ok) return used;
    const { kind } = used.error;
    const message = messages(lang)(`key.${kind}`);
    const errors = [{ field: 'key', code: kind, message }];
    if (kind !== 'scope') c.header('WWW-Authenticate', 'Basic realm="Tandem"');
    return { ok: false, refusal: refuse(c, kind === 'scope' ? 403 : 401, message, errors) };
  }

  /** Whole seconds to wait, or null where the key may go on. */
  async function overLimit(keyId: string): Promise<number | null> {
    return limiter.consume(keyId).then(
      () => null,
      ({ msBeforeNext }: { msBeforeNext: number }) => Math.max(1, Math.ceil(msBeforeNext / 1000)),
    );
  }
}

/** In the address as in v0, or as the user name of HTTP Basic as in v1. */
function keyOf(c: Context): string | undefined {
  const asked = c.req.query('key');
  if (asked) return asked;
  const [, basic] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  return basic && Buffer.from(basic, 'base64').toString('utf8').split(':')[0];
}

/** The language to answer in: the one asked for, else that of the posting. */
function langOf(c: Context, board: Board | null, found: FoundPosting | null): Lang {
  const lang = c.req.query('lang');
  if (isLang(lang)) return lang;
  return preferredLang(c.req.header('accept-language')) ?? board?.lang ?? found?.lang ?? 'en';
}

function unreadable(
  c: Context,
  lang: Lang,
  kind: 'truncated' | 'too-large' | 'not-a-form' | 'bad-json',
): Response {
  const statuses = {
    truncated: 400,
    'too-large': 413,
    'not-a-form': 415,
    'bad-json': 400,
  } as const;
  const size = formatBytes(formLimits.requestBytes, lang);
  return refuse(c, statuses[kind], messages(lang)(`request.${kind}`, { size }));
}

function answered(c: Context, { status, body }: Answer): Response {
  return c.json(body, status, { 'Cache-Control': 'no-store' });
}

function madeV1(c: Context, { body }: Extract<Answer, { status: 200 }>): object {
  const { applicationId, reference, receiptUrl } = body;
  return { id: applicationId, applicationId, posting: c.req.param('id'), reference, receiptUrl };
}
