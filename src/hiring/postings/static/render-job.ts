import type { Localized } from '#platform/i18n';
import { renderPage } from '#web/layout/index.ts';
import type { Shell } from '#web/page.ts';
import type { Posting } from '../model.ts';
import { filedLists } from '../pages/list-addresses.ts';
import { listPage } from '../pages/list-page.tsx';
import { postingPage } from '../pages/posting-page.tsx';
import type { ListJob, Moment, PostingJob } from './page-job.ts';
import { bodyAgain } from './read-light.ts';

/** What all pages of a site share. */
export type SiteContext = Moment & {
  shell: Shell;
  /** What addresses of the running Tandem begin with ("" on the same site); null: there is none. */
  server: Localized | null;
  /** Whether the pages of the list search by themselves. */
  searchable: boolean;
};

/** A page of a list as a document. */
export function renderList({ lang, query, result }: ListJob, context: SiteContext): string {
  const { shell, now, closingSoonDays, server, searchable } = context;
  const addresses = filedLists(server, searchable);
  return renderPage(listPage({ lang, query, result, now, closingSoonDays, addresses }), shell);
}

/**
 * A posting as a document: the very one that the server shows, and the posting with its text, which
 * a reading without it left out. `null` where its file has changed.
 */
export function renderPosting(
  { lang, posting, state, pay, file, hash }: PostingJob,
  { shell, now, server }: SiteContext,
): { html: string; posting: Posting } | null {
  const body = bodyAgain(file, hash);
  if (body === null) return null;
  const text = { ...posting.text, [lang]: { ...posting.text[lang], body } };
  const whole = { ...posting, text };
  const { site, origins } = shell;
  const view = { lang, posting: whole, state, pay, now, site, origins, applyOrigins: server };
  return { html: renderPage(postingPage(view), shell), posting: whole };
}
