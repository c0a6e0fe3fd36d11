import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Candidate } from '#hiring/candidates';
import { safeFilename } from '#platform/files';
import type { Lang } from '#platform/i18n';
import type { PrivacyDeps } from '../deps.ts';
import { messages } from '../messages/index.ts';
import type { PersonalData } from '../model.ts';
import { dataDocument, indexDocument } from './export-documents.tsx';

type Deps = Pick<PrivacyDeps, 'db' | 'clock' | 'log' | 'files' | 'sources'>;

/**
 * Everything held about a candidate, as a ZIP that is made while it is sent: a page to begin with, a
 * readable page and a JSON file for each kind of data, and the files themselves. One kind is in
 * memory at a time, and of the files one piece. A failure destroys the stream, so that what arrives
 * is whole or visibly broken.
 */
export function buildExport(deps: Deps, candidate: Candidate, lang: Lang): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  fill(zip, deps, candidate, lang).catch((error: unknown) =>
    output.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return output;
}

async function fill(zip: ZipFile, deps: Deps, candidate: Candidate, lang: Lang): Promise<void> {
  const t = messages(lang);
  const now = deps.clock();
  const options = { mtime: now };
  const add = (name: string, text: string): void => zip.addBuffer(Buffer.from(text), name, options);
  const contents: { title: string; count: number; page: string }[] = [];
  const files = new Map<string, string>();
  const names = new Set<string>();
  for (const source of deps.sources) {
    for (const data of await source(deps.db, candidate.id)) {
      const links = (data.files ?? []).map(({ sha256, name }) => {
        const known = files.get(sha256);
        const path = known ?? newName(`${t('export.files')}/`, name, names);
        files.set(sha256, path);
        return { name, path: `../${path}` };
      });
      const page = `${t('export.pages')}/${data.kind}.html`;
      add(page, dataDocument(lang, data, links));
      add(`json/${data.kind}.json`, jsonOf(data));
      contents.push({ title: data.title[lang], count: data.rows.length, page });
    }
  }
  for (const [sha256, path] of files) {
    zip.addReadStreamLazy(path, options, (give) => void openStored(deps, sha256, give));
  }
  add(t('export.index'), indexDocument(lang, { email: candidate.email, at: now, contents }));
  zip.end();
}

async function openStored(
  { files, log }: Deps,
  sha256: string,
  give: (error: unknown, stream: NodeJS.ReadableStream) => void,
): Promise<void> {
  // Given with an error, the stream is not looked at.
  const none = Readable.from([]);
  try {
    const file = await files.open(sha256);
    if (!file) {
      log.error({ sha256 }, 'a stored file is missing');
      throw new Error('A stored file is missing');
    }
    give(null, file.stream);
  } catch (error) {
    give(error, none);
  }
}

function jsonOf({ kind, title, rows, files = [] }: PersonalData): string {
  return `${JSON.stringify({ kind, title, rows, files }, null, 2)}\n`;
}

/** A name that nothing else in the folder has: equal names of other files get a number. */
function newName(folder: string, wanted: string, taken: Set<string>): string {
  const safe = safeFilename(wanted);
  for (let count = 1; ; count += 1) {
    const path = folder + (count === 1 ? safe : `${count}-${safe}`);
    if (taken.has(path.toLowerCase())) continue;
    taken.add(path.toLowerCase());
    return path;
  }
}
