import { type PayTable, payOf } from '#hiring/process-facts';
import type { Lang, Localized } from '#platform/i18n';
import type { Page, SiteIdentity } from '#web/page.ts';
import { type VersionSources, readVersion, versionHash } from '../catalogue/version.ts';
import type { Posting } from '../model.ts';
import { isPublic, postingState } from '../rules/lifecycle.ts';
import { slugify } from '../rules/slug.ts';
import { postingPage } from './posting-page.tsx';

export type PreviewSite = {
  site: SiteIdentity;
  origins: Localized;
  payTables: readonly PayTable[];
  closingSoonDays: number;
  now: Date;
};

/**
 * The public pages of a posting that is only written, as the public would see them were it open.
 * Null where the texts cannot be read as a posting.
 */
export function previewPages(
  sources: VersionSources,
  { site, origins, payTables, closingSoonDays, now }: PreviewSite,
): Readonly<Record<Lang, Page>> | null {
  const pair = readVersion(sources, { en: '', fr: '' });
  if (!pair) return null;
  const { facts, archived, translationKey, halves } = pair;
  const text = { en: halves.en.text, fr: halves.fr.text };
  const posting: Posting = {
    id: '',
    translationKey,
    text,
    slugs: {
      en: halves.en.slug ?? slugify(text.en.title, 'en'),
      fr: halves.fr.slug ?? slugify(text.fr.title, 'fr'),
    },
    facts,
    archived,
    draft: false,
    firstSeenAt: now,
    versionHash: versionHash(sources),
    versionSince: now,
    servedFrom: 'files',
  };
  const real = postingState(posting, now, closingSoonDays);
  const state = isPublic(real) ? real : 'open';
  const pay = facts && payOf(facts, payTables, now);
  const page = (lang: Lang): Page => postingPage({ lang, posting, state, pay, now, site, origins });
  return { en: page('en'), fr: page('fr') };
}
