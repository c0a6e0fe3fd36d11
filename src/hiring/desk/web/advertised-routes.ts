import { type Context, Hono } from 'hono';
import { type PostingText, bodyHtml, isPublic, postingState } from '#hiring/postings';
import type { StaffEnv } from '#hiring/staff';
import { type Lang, langs } from '#platform/i18n';
import { href, routes } from '#web/routes.ts';
import type { DeskDeps } from '../deps.ts';
import { type AdvertisedView, advertisedPage } from '../pages/advertised-page.tsx';
import { findAdvertisement } from '../queries/find-advertisement.ts';

/** The posting as it was advertised to the sender of an application. */
export function advertisedRoutes(deps: DeskDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>();
  for (const lang of langs) {
    app.get(routes['desk.advertised'][lang], deps.requireStaff('see-applications'), (c) =>
      show(c, lang),
    );
  }
  return app;

  async function show(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const id = c.req.param('id') ?? '';
    const pinned = await findAdvertisement(deps.db, c.var.staff.can, id);
    const advertised = pinned && (await deps.advertised(pinned.version));
    if (!advertised) return c.notFound();
    const changedTo = await deps.changedSince(pinned.version);
    const page = advertisedPage({
      lang,
      applicationId: id,
      reference: pinned.reference,
      text: { en: shown(advertised.text.en), fr: shown(advertised.text.fr) },
      versionHash: pinned.version,
      changesPath:
        changedTo && href('postings.changes', lang, { from: pinned.version, to: changedTo }),
      live: compare(pinned, lang),
    });
    return deps.render(c, page);
  }

  function compare(
    { postingId, version }: { postingId: string; version: string },
    lang: Lang,
  ): AdvertisedView['live'] {
    const posting = deps.postings.snapshot().byId(postingId);
    if (!posting || !isPublic(postingState(posting, deps.clock(), deps.closingSoonDays))) {
      return { kind: 'gone' };
    }
    if (posting.versionHash === version) return { kind: 'same' };
    return { kind: 'changed', path: href('postings.show', lang, { slug: posting.slugs[lang] }) };
  }
}

function shown(text: PostingText): AdvertisedView['text'][Lang] {
  return { title: text.title, description: text.description, html: bodyHtml(text) };
}
