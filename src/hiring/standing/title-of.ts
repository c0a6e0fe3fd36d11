import type { Lang } from '#platform/i18n';
import type { StandingDeps } from './deps.ts';

/** Title of the process of an application; its reference where the posting is no longer there. */
export function titleOf(
  { postings }: Pick<StandingDeps, 'postings'>,
  about: { postingId: string; reference: string },
  lang: Lang,
): string {
  return postings.snapshot().byId(about.postingId)?.text[lang].title ?? about.reference;
}
