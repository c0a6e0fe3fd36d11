import type { Lang, Localized } from '#platform/i18n';
import { href } from '#web/routes.ts';

/** An address needs a slug, whatever it was: the key alone says which receipt it is. */
const anySlug: Localized = { en: 'posting', fr: 'affiche' };

/** Address of the receipt of an application. */
export function receiptPath(
  lang: Lang,
  { standing, slugs }: { standing: { key: string }; slugs: Localized | null },
): string {
  return href('apply.receipt', lang, { slug: (slugs ?? anySlug)[lang], key: standing.key });
}
