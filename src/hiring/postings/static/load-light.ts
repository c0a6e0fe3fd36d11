import { type Lang, langs } from '#platform/i18n';
import { type Readings, assembleReadings } from '../loader/assemble.ts';
import {
  type LoadedContent,
  eachBranch,
  isUnreadable,
  missingFolder,
  noFolder,
  resolveFolder,
} from '../loader/load.ts';
import { readFactsFile, readPostingFile, readSiteFile } from '../loader/read-file.ts';
import {
  type FoundFile,
  type Listed,
  type ListedFile,
  listBranch,
  listPostings,
} from '../loader/read-folder.ts';
import { readSite } from '../loader/site.ts';
import type { LightReading } from './read-light.ts';

/** Files of a content folder, by what they are. */
export type ListedBranches = Readonly<Record<LightReading['branch'], readonly ListedFile[]>>;

/** Reads many files, in whatever order and place. */
export type ReadMany = (all: ListedBranches) => Promise<LightReading[]>;

export type LightContent = {
  content: LoadedContent;
  /** Where each posting file really is, by its name in the folder. */
  pathOf: ReadonlyMap<string, string>;
  /** What stands for each posting file's text: its hash. */
  sourceOf: ReadonlyMap<string, string>;
};

const none: Listed = { files: [], refused: [] };
const listing = { postings: listPostings, others: listBranch, none };

/** What `createLoader().load()` gives, read once and without the texts themselves. */
export async function loadLight(contentFolder: string, readMany: ReadMany): Promise<LightContent> {
  const root = await resolveFolder(contentFolder);
  const found = root === null ? noFolder : await eachBranch(root, listing);
  if (!('branches' in found)) {
    const content = missingFolder(readSite(null).site, found.problems);
    return { content, pathOf: new Map(), sourceOf: new Map() };
  }
  const { branches } = found;
  const pathOf = new Map<string, string>();
  const readings = { en: [] as Readings['en'][number][], fr: [] as Readings['fr'][number][] };
  let incomplete = false;
  const all = await readMany({
    en: branches.en.files,
    fr: branches.fr.files,
    process: branches.process.files,
  });
  for (const lang of langs) {
    const { files, refused } = branches[lang];
    for (const { file, path } of files) pathOf.set(file, path);
    const read = all.filter((one): one is HalfRead => one.branch === lang);
    readings[lang] = [...read, ...refused.map(refusedPosting)].sort(byFile);
    incomplete ||= refused.some(isUnreadable) || read.some(wasUnreadable);
  }
  const process = [
    ...all.filter((one): one is FactsRead => one.branch === 'process'),
    ...branches.process.refused.map((found) => ({
      file: found.file,
      reading: readFactsFile(found),
    })),
  ].sort(byFile);
  const [siteSource] = branches.site;
  const site = { ...readSiteFile(siteSource), present: siteSource !== undefined };
  const assembled = assembleReadings({ ...readings, process, site }, () => null);
  const sourceOf = new Map(
    langs.flatMap((lang) =>
      readings[lang].flatMap(({ file, reading: { half } }) =>
        half ? [[file, half.source] as const] : [],
      ),
    ),
  );
  return { content: { ...assembled, incomplete, root }, pathOf, sourceOf };
}

type HalfReadingOf = Readings[Lang][number]['reading'];
type HalfRead = Extract<LightReading, { branch: Lang }>;
type FactsRead = Extract<LightReading, { branch: 'process' }>;

function refusedPosting(found: FoundFile): { file: string; reading: HalfReadingOf } {
  const never = (): never => {
    throw new Error('A refused file has no text');
  };
  return { file: found.file, reading: readPostingFile(found, never) };
}

function wasUnreadable({ reading }: { reading: HalfReadingOf }): boolean {
  return reading.problems.some(({ reason }) => reason.kind === 'unreadable');
}

function byFile(a: { file: string }, b: { file: string }): number {
  return a.file < b.file ? -1 : 1;
}
