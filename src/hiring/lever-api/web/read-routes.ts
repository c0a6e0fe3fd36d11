import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { createPageCache } from '#web/page-cache.ts';
import { matchesTag } from '#web/negotiate.ts';
import { type BoardPostings, boardPostings } from '../board-postings.ts';
import type { LeverApiDeps } from '../deps.ts';
import type { LeverPosting } from '../model.ts';
import { listDocument, resizeScript } from '../pages/list-document.tsx';
import { questionSchema } from '../question-schema.ts';
import { choose, groupBy } from '../rules/arrange.ts';
import { type ListRequest, askedLang, parseListRequest } from '../rules/list-request.ts';
import { notFound } from './refusals.ts';

const json = 'application/json; charset=UTF-8';
const html = 'text/html; charset=UTF-8';
const varies = 'Accept, Accept-Language';

const scriptHash = createHash('sha256').update(resizeScript).digest('base64');

/** Reading: lists, postings and the questions of their form. Public, as on the site. */
export function readRoutes(deps: LeverApiDeps): Hono {
  const app = new Hono();
  const cache = createPageCache(deps.clock);
  const ownAndOthers = [...new Set([...Object.values(deps.origins), ...deps.otherSites])];
  app.get('/v0/postings/:site', (c) => showList(c));
  app.get('/v0/postings/:site/', (c) => showList(c));
  app.get('/v0/postings/:site/:id', (c) => showPosting(c, 'posting'));
  app.get('/v0/postings/:site/:id/apply', (c) => showPosting(c, 'questions'));
  return app;

  async function showList(c: Context): Promise<Response> {
    const postings = boardPostings(deps);
    const board = postings.board(c.req.param('site') ?? '');
    if (!board) return c.json(notFound, 404);
    const request = parseListRequest(board, queryOf(c), {
      accept: c.req.header('accept'),
      acceptLanguage: c.req.header('accept-language'),
    });
    const { mode, lang, group } = request;
    const frame = mode === 'iframe' ? allowedFrame(request) : null;
    if (frame) c.header('Content-Security-Policy', framePolicy(frame));
    const chosen = choose(postings.list(lang), request);
    const render = (): string => renderList(postings, request, chosen, frame);
    const type = mode === 'json' ? json : html;
    const common = commonFilter(request, chosen.length);
    const answer =
      common === null
        ? fresh(c, render(), type)
        : await cache.serve(
            c,
            `list ${mode} ${lang} ${group} ${common}`,
            () => postings.validity(),
            render,
            type,
          );
    answer.headers.append('Vary', varies);
    return answer;
  }

  async function showPosting(c: Context, what: 'posting' | 'questions'): Promise<Response> {
    const postings = boardPostings(deps);
    const board = postings.board(c.req.param('site') ?? '');
    if (!board) return c.json(notFound, 404);
    const asked = askedLang(board, queryOf(c), c.req.header('accept-language'));
    const found = postings.find(board, c.req.param('id') ?? '', asked);
    if (!found?.open) return c.json(notFound, 404);
    const { posting, lang } = found;
    const answer = await cache.serve(
      c,
      `${what} ${lang} ${posting.id}`,
      () => postings.validity(),
      () => {
        const object = postings.object(posting, lang);
        return JSON.stringify(what === 'posting' ? object : questionSchema(object, posting.facts));
      },
      json,
    );
    answer.headers.append('Vary', varies);
    return answer;
  }

  function renderList(
    postings: BoardPostings,
    { mode, lang, group }: ListRequest,
    chosen: readonly LeverPosting[],
    frame: AllowedFrame | null,
  ): string {
    const groups = group && groupBy(chosen, group);
    if (mode === 'json') return JSON.stringify(groups ?? chosen);
    const spoken = lang ?? 'en';
    return listDocument({
      lang: spoken,
      organization: postings.catalogue.site.organization[spoken],
      content: groups ? { kind: 'groups', groups } : { kind: 'list', postings: chosen },
      frame,
      refused: frame?.refused ?? [],
    });
  }

  function allowedFrame({ css, resize }: ListRequest): AllowedFrame {
    const allowed = (address: string | null): string | null =>
      address !== null && URL.canParse(address) && ownAndOthers.includes(new URL(address).origin)
        ? new URL(address).href
        : null;
    const frame = { css: allowed(css), resize: allowed(resize) };
    const refused = [
      ...(css !== null && frame.css === null ? ['css'] : []),
      ...(resize !== null && frame.resize === null ? ['resize'] : []),
    ];
    return { ...frame, refused };
  }

  /** A frame loads what it was given, from where it may, and stands only in pages of ours. */
  function framePolicy({ css, resize }: AllowedFrame): string {
    const from = css === null ? null : new URL(css).origin;
    return [
      "default-src 'none'",
      ...(from ? [`style-src ${from}`, `font-src ${from}`, `img-src ${from} data:`] : []),
      ...(resize
        ? [`frame-src ${new URL(resize).origin}`, `script-src 'sha256-${scriptHash}'`]
        : []),
      `frame-ancestors 'self' ${ownAndOthers.join(' ')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; ');
  }
}

type AllowedFrame = { css: string | null; resize: string | null; refused: string[] };

/**
 * What many ask for is kept: the whole list, or one category of it that has postings, whose name
 * this gives. What anyone can make up has no end and is not: null.
 */
function commonFilter(
  { filters, skip, limit, css, resize }: ListRequest,
  found: number,
): string | null {
  if (skip !== 0 || limit !== null || css !== null || resize !== null) return null;
  const [one, ...more] = Object.entries(filters).flatMap(([name, values]) =>
    values.map((value) => `${name}=${value.toLowerCase()}`),
  );
  if (one === undefined) return '';
  return more.length === 0 && found > 0 ? one : null;
}

/** An answer made for this request alone, compressed on its way out like any other. */
function fresh(c: Context, body: string, type: string): Response {
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  const tag = `"${digest}"`;
  const headers = { 'Cache-Control': 'public, max-age=0, must-revalidate', ETag: `W/${tag}` };
  if (matchesTag(c.req.header('if-none-match'), tag)) return c.body(null, 304, headers);
  return c.body(body, 200, { ...headers, 'Content-Type': type });
}

function queryOf(c: Context): URLSearchParams {
  return new URL(c.req.url).searchParams;
}
