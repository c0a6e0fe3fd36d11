import { type FoundFile, readFileNow } from '#hiring/postings/loader';
import type { Settings } from '../config/settings.ts';
import { checkFiles } from '../engine/check-files.ts';
import { type FileChange, fixUntilStable } from '../engine/fix.ts';
import type { PairFiles } from '../engine/pair-files.ts';
import type { Finding, World } from '../model.ts';
import type { Group } from './groups.ts';

/** What came of one group: plain data, sent back by a worker. */
export type GroupResult = {
  readonly id: string;
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
  /** What fixing would change, or changed. Empty unless fixing was asked for. */
  readonly changes: readonly FileChange[];
  readonly fixed: number;
};

/** Reads the files of a group and checks them; with `fix`, mends in memory what can be. */
export function checkGroup(
  group: Group,
  settings: Settings,
  { world, fix }: { world: World; fix: boolean },
): GroupResult {
  const read = (files: Group['en']): FoundFile[] =>
    files.map((one) => ('path' in one ? readFileNow(one) : one));
  const [en, fr] = [read(group.en), read(group.fr)];
  const [process, site] = [read(group.process), read(group.site)];
  const { id, key, near, problems } = group;
  const pair: PairFiles = { key, en, fr, process, site, near, problems };
  const all = [...en, ...fr, ...process, ...site];
  const files = all.map(({ file }) => file);
  if (!fix) {
    return { id, files, findings: checkFiles(pair, settings, world), changes: [], fixed: 0 };
  }
  const texts = new Map(all.flatMap((one) => ('source' in one ? [[one.file, one.source]] : [])));
  const stable = fixUntilStable(texts, (current) => {
    const renewed = (found: readonly FoundFile[]): FoundFile[] =>
      found.map((one) => {
        const source = current.get(one.file);
        return source === undefined ? one : { file: one.file, source };
      });
    const next = { ...pair, en: renewed(en), fr: renewed(fr), process: renewed(process) };
    return checkFiles(next, settings, world);
  });
  return { id, files, ...stable };
}
