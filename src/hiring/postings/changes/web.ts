import { type Context, Hono } from 'hono';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import { type Lang, langs } from '#platform/i18n';
import type { Render } from '#web/render.ts';
import { hrefs, href, routes } from '#web/routes.ts';
import type { Postings } from '../catalogue/service.ts';
import { isPublic } from '../rules/lifecycle.ts';
import { changesPage } from './changes-page.tsx';
import { advertisedVersions } from './published-versions.ts';

export type ChangesWebDeps = {
  db: Db;
  clock: Clock;
  postings: Pick<Postings, 'snapshot' | 'stateOf'>;
  render: Render;
};

const hash = /^[0-9a-f]{64}$/;

/** What changed between two versions that were on the site. */
export function changesWeb({ db, clock, postings, render }: ChangesWebDeps): Hono {
  const app = new Hono();
  for (const lang of langs) app.get(routes['postings.changes'][lang], (c) => show(c, lang));
  return app;

  async function show(c: Context, lang: Lang): Promise<Response> {
    const hashes = { from: c.req.param('from') ?? '', to: c.req.param('to') ?? '' };
    if (!hash.test(hashes.from) || !hash.test(hashes.to)) return c.notFound();
    const versions = await advertisedVersions(db, hashes, clock());
    if (!versions) return c.notFound();
    const posting = postings.snapshot().byId(versions.postingId);
    const paths = posting && isPublic(postings.stateOf(posting)) ? pathsOf(posting.slugs) : null;
    c.header('X-Robots-Tag', 'noindex');
    return render(c, changesPage(lang, versions, hashes, paths));
  }
}

function pathsOf(slugs: { en: string; fr: string }): ReturnType<typeof hrefs> {
  return {
    en: href('postings.show', 'en', { slug: slugs.en }),
    fr: href('postings.show', 'fr', { slug: slugs.fr }),
  };
}
