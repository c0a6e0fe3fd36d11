import { filesOf } from './check-folder.ts';
import type { FolderIndex } from './folder-index.ts';
import type { Group } from './groups.ts';

/** What a folder held at some moment. */
export type FolderState = { readonly index: FolderIndex; readonly groups: readonly Group[] };

/** Groups of which a file came, went or changed, or whose findings depend on one that did. */
export function changedGroups(before: FolderState | null, after: FolderState): Group[] {
  const earlier = new Map((before?.groups ?? []).map((one) => [one.id, one]));
  return after.groups.filter((group) => {
    const known = earlier.get(group.id);
    return (
      !known ||
      JSON.stringify(known) !== JSON.stringify(group) ||
      filesOf(group).some((file) => before?.index.get(file)?.stamp !== after.index.get(file)?.stamp)
    );
  });
}
