import {
  type Catalogue,
  type LightContent,
  type PageJob,
  filedLists,
  isPublic,
  listJobs,
  postingJob,
  postingState,
  shownBy,
} from '#hiring/postings/static';
import { langs } from '#platform/i18n';
import { hashOf } from './hash.ts';
import { type Made, makePages } from './make-pages.ts';
import type { Manifest } from './output.ts';
import { type PartsRecord, createPartsFile } from './parts-file.ts';
import { fileOf } from './file-of.ts';
import type { Pool } from './pool.ts';
import { openInFeedOrder, sharedFiles } from './shared-files.ts';
import { type Setting, feedContextOf } from './tasks.ts';

type Making = {
  catalogue: Catalogue;
  light: LightContent;
  setting: Setting;
  /** The build before, where its pages can be used again. */
  before: Manifest | null;
};

/**
 * Makes the pages of postings and lists, the feeds and what pages search. Each posting's text is read
 * and rendered once for all of them. `null` where a file changed after it was first read.
 */
export async function makeSite(
  pool: Pool,
  { catalogue, light, setting, before }: Making,
): Promise<(Made & { parts: Record<string, PartsRecord> }) | null> {
  const { folders, payTables, site: moment } = setting;
  const { now, closingSoonDays, server, searchable } = moment;
  const made: Made = { files: {}, counts: { written: 0, same: 0 }, pages: 0 };
  // In the order of the feeds, so that their parts can be written as they come.
  const open = openInFeedOrder(catalogue, moment);
  const isOpen = new Set(open);
  const others = catalogue.postings.filter(
    (posting) => !isOpen.has(posting) && isPublic(postingState(posting, now, closingSoonDays)),
  );
  const jobs: PageJob[] = [...open, ...others].flatMap((posting) =>
    langs.map((lang) => postingJob(posting, lang, light, moment, payTables)),
  );
  for (const job of jobs) made.files[fileOf(job.path)] = hashOf(shownBy(job));
  jobs.push(...listJobs(catalogue.postings, filedLists(server, searchable), moment));

  const shared = sharedFiles(catalogue, feedContextOf(setting), moment).map(
    ({ plan, lang, index }) => ({
      lang,
      index,
      file: plan.file,
      parts: createPartsFile(plan, {
        folders,
        pageHashes: made.files,
        before: before?.parts[plan.file] ?? null,
      }),
    }),
  );
  const whole = await makePages(
    pool,
    jobs,
    { folders, before: before?.files ?? {}, made },
    (file, own) => {
      for (const { lang, index, parts } of shared) {
        if (!file.startsWith(`${lang}/`)) continue;
        if (own === null) parts.take(file, null);
        else if (own[index]) parts.take(file, own[index]);
      }
    },
  );
  if (!whole) return null;
  const parts: Record<string, PartsRecord> = {};
  for (const one of shared) {
    const { record, same } = await one.parts.finish();
    parts[one.file] = record;
    made.files[one.file] = record.hash;
    made.counts[same ? 'same' : 'written'] += 1;
  }
  return { ...made, parts };
}
