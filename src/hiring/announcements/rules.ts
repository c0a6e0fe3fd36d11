import type { AnnouncementKind } from './model.ts';

/** What was last said of a posting. */
export type LastSaid = { readonly kind: AnnouncementKind; readonly versionHash: string };

/** What there is to say of a posting now, given what was said last; null where nothing is new. */
export function nextAnnouncement(
  last: LastSaid | null,
  now: { isOpen: boolean; versionHash: string },
): AnnouncementKind | null {
  const saidOpen = last !== null && last.kind !== 'closed';
  if (now.isOpen && !saidOpen) return 'opened';
  if (!now.isOpen && saidOpen) return 'closed';
  return now.isOpen && last?.versionHash !== now.versionHash ? 'changed' : null;
}
