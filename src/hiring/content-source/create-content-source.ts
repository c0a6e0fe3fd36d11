import type { Clock } from '#platform/clock';
import type { Log } from '#platform/log';
import type { ContentLocation, ContentSource } from './model.ts';
import { repositorySource } from './repository-source.ts';
import { folderSource } from './working-tree.ts';

/** The source of the postings, wherever it is. */
export function createContentSource(
  location: ContentLocation,
  tools: { clock: Clock; log: Log },
): ContentSource {
  return location.kind === 'folder'
    ? folderSource(location.folder)
    : repositorySource(location, tools);
}
