import { type Context, Hono } from 'hono';
import {
  type Posting,
  type Postings,
  acceptsApplications,
  nextTransitionOf,
} from '#hiring/postings';
import type { Clock } from '#platform/clock';
import { type Lang, type Localized, isLang, preferredLang } from '#platform/i18n';
import { type PageCache, createPageCache } from '#web/page-cache.ts';
import { openApiDocument } from './document.ts';
import { messages } from './messages/index.ts';
import { presentPosting, publicState } from './present.ts';
import {
  type PostingAnswer,
  type PostingListAnswer,
  type ProblemAnswer,
  listQuery,
} from './schemas.ts';

export type RestApiDeps = {
  postings: Pick<Postings, 'snapshot' | 'stateOf'>;
  clock: Clock;
  closingSoonDays: number;
  origins: Localized;
  /** Of the program: the version of the description. */
  version: string;
};

const json = 'application/json; charset=utf-8';

/** The public postings for programs: `/api/v1`, described by itself at `/api/v1/openapi.json`. */
export function restApiWeb(deps: RestApiDeps): Hono {
  const { postings, clock, closingSoonDays, origins } = deps;
  const app = new Hono();
  const cache: PageCache = createPageCache(clock);
  const description = JSON.stringify(
    openApiDocument({ version: deps.version, origins: [...new Set(Object.values(origins))] }),
  );
  app.use('/api/v1/*', async (c, next) => {
    await next();
    // Public and the same for everyone: any site's scripts may read it.
    c.res.headers.set('Access-Control-Allow-Origin', '*');
    c.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  });
  app.get('/api/v1/openapi.json', (c) =>
    cache.serve(
      c,
      'openapi',
      () => ({ revision: '', until: null }),
      () => description,
      json,
    ),
  );
  app.get('/api/v1/postings', (c) => list(c));
  app.get('/api/v1/postings/:id', (c) => show(c));
  app.all('/api/v1/*', (c) => refuse(c, 404, 'not-found'));
  return app;

  async function list(c: Context): Promise<Response> {
    const parsed = listQuery.safeParse(c.req.query());
    if (!parsed.success) {
      const names = parsed.error.issues.map(({ path }) => path[0] as keyof typeof listQuery.shape);
      return refuse(c, 400, 'bad-request', [...new Set(names)]);
    }
    const { state, limit, cursor } = parsed.data;
    const answer = (): string => {
      const after = cursor === undefined ? null : Buffer.from(cursor, 'base64url').toString();
      const found = postings
        .snapshot()
        .postings.filter((posting) => after === null || posting.translationKey > after)
        .flatMap((posting) => present(posting))
        .filter((one) => state === 'all' || acceptsApplications(one.state) === (state === 'open'));
      const data = found.slice(0, limit);
      const last = data.at(-1);
      const nextCursor =
        found.length > limit && last
          ? Buffer.from(last.translationKey).toString('base64url')
          : null;
      return JSON.stringify({ data, nextCursor } satisfies PostingListAnswer);
    };
    return serve(c, `list ${state} ${limit} ${cursor ?? ''}`, answer);
  }

  async function show(c: Context): Promise<Response> {
    if (postings.snapshot().outage) return refuse(c, 503, 'unavailable');
    const posting = postings.snapshot().byId(c.req.param('id') ?? '');
    const [found] = posting ? present(posting) : [];
    if (!found) return refuse(c, 404, 'not-found');
    return serve(c, `posting ${found.id}`, () => JSON.stringify(found));
  }

  /** Answers from the cache while nothing that the answer depends on has changed. */
  async function serve(c: Context, key: string, answer: () => string): Promise<Response> {
    const catalogue = postings.snapshot();
    if (catalogue.outage) return refuse(c, 503, 'unavailable');
    return cache.serve(
      c,
      key,
      () => ({
        revision: catalogue.revision,
        until: nextTransitionOf(catalogue.postings, clock(), closingSoonDays),
      }),
      answer,
      json,
    );
  }

  /** The posting as it is answered; nothing where it is not public. */
  function present(posting: Posting): PostingAnswer[] {
    const state = publicState(postings.stateOf(posting));
    return state ? [presentPosting(posting, state, origins)] : [];
  }
}

function refuse(
  c: Context,
  status: 400 | 404 | 503,
  kind: 'bad-request' | 'not-found' | 'unavailable',
  parameters: readonly (keyof typeof listQuery.shape)[] = [],
): Response {
  const t = messages(langOf(c));
  const body: ProblemAnswer = {
    type: 'about:blank',
    title: t(`problem.${kind}`),
    status,
    detail: t(`problem.${kind}.detail`),
    ...(parameters.length > 0 && {
      errors: parameters.map((parameter) => ({
        parameter,
        message: t(`parameter.${parameter}`),
      })),
    }),
  };
  c.header('Content-Language', t.lang);
  c.header('Vary', 'Accept-Language');
  if (status === 503) c.header('Retry-After', '10');
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' });
}

/** The language asked for: `lang`, else the one that Accept-Language ranks first. */
function langOf(c: Context): Lang {
  const asked = c.req.query('lang');
  return isLang(asked) ? asked : (preferredLang(c.req.header('accept-language')) ?? 'en');
}
