import type { Lang } from '#platform/i18n';
import { href } from '#web/routes.ts';
import type { Door, Person } from './door.ts';
import { withQuery } from './paths.ts';

/** What the sign-in page can be told to say by its address. */
export const toldInAddress = ['kept', 'signed-out', 'other-way'] as const;

/** Address of the sign-in page, leading on to `next` afterwards. */
export function signInPath<P extends Person>(
  { pages }: Pick<Door<P>, 'pages'>,
  lang: Lang,
  next: string | null,
  told?: (typeof toldInAddress)[number],
): string {
  const query = new URLSearchParams();
  if (next) query.set('next', next);
  if (told) query.set('told', told);
  return withQuery(href(pages.signIn, lang), query);
}
