import { type FeedContext, feedEntry, feedHead, feedNames, feedWords, feeds } from '#hiring/feeds';
import {
  type LightReading,
  type ListedFile,
  type PageJob,
  type Posting,
  type PostingJob,
  type SiteContext,
  acceptsApplications,
  readLight,
  renderList,
  renderPosting,
  searchEntry,
} from '#hiring/postings/static';
import type { Lang } from '#platform/i18n';
import { type Folders, type Placed, place } from './place.ts';

/** What can be done on any thread. Everything in it is data. */
export type Task =
  | { kind: 'read'; branch: LightReading['branch']; files: readonly ListedFile[] }
  | { kind: 'pages'; jobs: readonly { job: PageJob; file: string }[] };

export type TaskResult =
  | { kind: 'read'; readings: LightReading[] }
  /** One for each job; null where the posting's file is no longer what was read. */
  | { kind: 'pages'; made: (MadePage | null)[]; parts: Uint8Array<ArrayBuffer> };

/** What became of a page, and what other files say of its posting. */
export type MadePage = {
  placed: Placed;
  /**
   * Lengths of its parts among the bytes of the task: of each feed in the order of `feedNames`, then
   * of what lists search. Null where the posting is in no such file.
   */
  parts: readonly (number | null)[];
};

/** What a thread knows besides its tasks. The look-up of assets, as data. */
export type Setting = {
  site: Omit<SiteContext, 'shell'> & { shell: Omit<SiteContext['shell'], 'asset'> };
  payTables: FeedContext['payTables'];
  assets: Readonly<Record<string, string>>;
  folders: Folders;
};

/** The context in which pages are rendered. */
export function contextOf({ site, assets }: Setting): SiteContext {
  const asset = (name: string): string => {
    const url = assets[name];
    if (!url) throw new Error(`No built asset '${name}'`);
    return url;
  };
  return { ...site, shell: { ...site.shell, asset } };
}

/** What feeds need to know. */
export function feedContextOf({ site: { shell }, payTables }: Setting): FeedContext {
  return { site: shell.site, origins: shell.origins, payTables };
}

/** Does tasks; a setting is needed for pages only, and holds until the next. */
export type Tasks = { set(setting: Setting): void; run(task: Task): TaskResult };

export function createTasks(): Tasks {
  let makePage: ReturnType<typeof pageMaker> | null = null;
  const written = createScratch();
  return {
    set(setting) {
      makePage = pageMaker(setting);
    },
    run(task) {
      if (task.kind === 'pages') {
        if (!makePage) throw new Error('Pages are made after the setting is known');
        // One run of bytes, handed over whole: thousands of texts would each be copied twice.
        const made = task.jobs.map((work): MadePage | null => {
          const page = makePage?.(work) ?? null;
          if (!page) return null;
          const parts = page.parts.map((part) => (part === null ? null : written.add(part)));
          return { placed: page.placed, parts };
        });
        return { kind: 'pages', made, parts: written.take() };
      }
      return {
        kind: 'read',
        readings: task.files.map((listed) => readLight(task.branch, listed)),
      };
    },
  };
}

/** Takes texts after each other as bytes, in memory that is used again. */
function createScratch() {
  let bytes = Buffer.allocUnsafeSlow(524_288);
  let used = 0;
  return {
    /** Answers the length in bytes. */
    add(text: string): number {
      // No character of a string takes more than three.
      const needed = used + text.length * 3;
      if (needed > bytes.length) {
        const larger = Buffer.allocUnsafeSlow(needed * 2);
        bytes.copy(larger, 0, 0, used);
        bytes = larger;
      }
      const length = bytes.write(text, used);
      used += length;
      return length;
    },
    /** What was taken since the last time, as bytes of their own. */
    take(): Uint8Array<ArrayBuffer> {
      const taken = new Uint8Array(bytes.subarray(0, used));
      used = 0;
      return taken;
    },
  };
}

function pageMaker(setting: Setting) {
  const { folders } = setting;
  const context = contextOf(setting);
  const feedContext = feedContextOf(setting);
  const forLang = (lang: Lang) => ({
    words: feedWords(lang, feedContext, context.now),
    heads: feedNames.map((name) => ({
      format: feeds[name].format,
      // What an empty feed says of its last change is no part of an entry.
      head: { ...feedHead(name, lang, feedContext), emptyUpdatedAt: context.now },
    })),
  });
  const feedsOf = { en: forLang('en'), fr: forLang('fr') };

  function feedParts({ lang, state }: PostingJob, posting: Posting): (string | null)[] {
    if (!acceptsApplications(state)) return feedNames.map(() => null);
    const { words, heads } = feedsOf[lang];
    const entry = feedEntry(posting, lang, feedContext.origins);
    return heads.map(({ format, head }) => format.part(head, entry, words));
  }

  return (work: {
    job: PageJob;
    file: string;
  }): { placed: Placed; parts: (string | null)[] } | null => {
    const { job, file } = work;
    if (job.kind === 'list') {
      return { placed: place(file, renderList(job, context), folders), parts: [] };
    }
    const rendered = renderPosting(job, context);
    if (rendered === null) return null;
    const { html, posting } = rendered;
    const { lang, state } = job;
    const search = context.searchable
      ? JSON.stringify(searchEntry(posting, lang, state, context))
      : null;
    return {
      placed: place(file, html, folders),
      parts: [...feedParts(job, posting), search],
    };
  };
}
