import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PayTable } from '#hiring/process-facts';
import {
  type ContentProblem, type Moment, acceptsApplications, catalogueWithout, crawlerFiles, loadLight,
  movedAddresses, nextChangeOf, oldPages, postingState,
} from '#hiring/postings/static'; // prettier-ignore
import type { Lang, Localized } from '#platform/i18n';
import type { Page, SiteIdentity } from '#web/page.ts';
import { type SiteFile, assetFiles, fixedPages, redirects } from './fixed-files.ts';
import { fileOf } from './file-of.ts';
import { hashOf } from './hash.ts';
import { makeSite } from './make-site.ts';
import { placeFiles, readAll } from './make-pages.ts';
import { formatRemembered, rememberedIn, writeWhole } from './memory-file.ts';
import { type Output, type OutputError, openOutput } from './output.ts';
import type { Folders } from './place.ts';
import { type Pool, createPool } from './pool.ts';
import { isSearchable } from './shared-files.ts';
import { type Setting, contextOf } from './tasks.ts';

export type BuildOptions = Moment & {
  contentFolder: string;
  out: string;
  /** Public address of the site, in each language. */
  origins: Localized;
  /** Where a Tandem runs, which takes the applications; `null` where none does. */
  server: Localized | null;
  /** By which a pay that is not stated is known. */
  payTables: readonly PayTable[];
  /** A file that remembers addresses, to be kept with the content; `null`: only beside the build. */
  addressesFile: string | null;
  compress: boolean;
  /** The privacy notice, which the schedule of retention makes. */
  privacyPage(lang: Lang, site: SiteIdentity): Page;
  /** Whether a posting that cannot be shown keeps the site as it was. */
  strict: boolean;
  /** Names the program: another makes every page anew. */
  programId: string;
  publicFolder: string;
  workerEntry: string;
  threads: number;
};

export type BuildError =
  | OutputError
  | { kind: 'no-content'; folder: string }
  | { kind: 'unreadable-content'; folder: string }
  | { kind: 'content-problems'; count: number }
  | { kind: 'content-changed'; folder: string }
  | { kind: 'bad-addresses'; path: string };

export type BuildReport = {
  /** Pages of postings and lists. */
  pages: number;
  open: number;
  closed: number;
  /** Files whose bytes are new, and that the build before did not have or had otherwise. */
  written: number;
  same: number;
  removed: number;
  /** When the clock changes a page next. */
  nextChange: Date | null;
};

export type BuildOutcome = { problems: readonly ContentProblem[] } & (
  | { ok: true; report: BuildReport }
  | { ok: false; error: BuildError }
);

/** Builds the whole site beside the one that is there, and puts it in its place. */
export async function buildSite(options: BuildOptions, id: string): Promise<BuildOutcome> {
  const opened = openOutput(options.out, id);
  if (!opened.ok) return { ...opened, problems: [] };
  const { output } = opened;
  const pool = createPool(options.threads, options.workerEntry);
  let published = false;
  try {
    const outcome = await buildInto(output, pool, options);
    published = outcome.ok;
    return outcome;
  } finally {
    await pool.close();
    if (!published) output.abandon();
  }
}

async function buildInto(output: Output, pool: Pool, options: BuildOptions): Promise<BuildOutcome> {
  const { contentFolder, origins, now, closingSoonDays, compress, payTables } = options;
  const past = rememberedIn(options.addressesFile, output);
  const fail = (error: BuildError, problems: readonly ContentProblem[] = []): BuildOutcome => ({
    ok: false,
    error,
    problems,
  });
  if (!past) return fail({ kind: 'bad-addresses', path: options.addressesFile ?? output.folder });

  const light = await loadLight(contentFolder, (all) => readAll(pool, all));
  const { content } = light;
  if (content.incomplete || content.files.length === 0) {
    const kind = content.files.length === 0 ? 'no-content' : 'unreadable-content';
    return fail({ kind, folder: contentFolder }, content.problems);
  }
  const { catalogue, remembered } = catalogueWithout(content, past, now);
  const { problems, site } = catalogue;
  const blocking = problems.filter(({ severity }) => severity === 'blocking');
  if (options.strict && blocking.length > 0) {
    return fail({ kind: 'content-problems', count: blocking.length }, problems);
  }

  const assets = readAssets(options.publicFolder);
  const moment = { now, closingSoonDays };
  // On the site's own address, links are as a server writes them.
  const same = options.server?.en === origins.en && options.server.fr === origins.fr;
  const server = same ? { en: '', fr: '' } : options.server;
  const shell = { site, origins, staff: null, server };
  const searchable = isSearchable(catalogue);
  const template = hashOf([
    options.programId, shell, searchable, assets, compress, closingSoonDays,
  ]); // prettier-ignore
  const previous = output.previous?.manifest;
  // What was not compressed then would have to be now.
  const usable = previous && (previous.compressed || !compress);
  const from = usable ? (output.previous?.folder ?? null) : null;
  const before = from !== null && previous?.template === template ? previous : null;
  const folders: Folders = { to: output.folder, from, compress };
  const setting: Setting = {
    site: { shell, ...moment, server, searchable },
    payTables,
    assets,
    folders,
  };
  pool.set(setting);

  const made = await makeSite(pool, { catalogue, light, setting, before });
  if (!made) return fail({ kind: 'content-changed', folder: contentFolder }, problems);
  const { files, counts, parts } = made;

  const whole = contextOf(setting).shell;
  const { sitemap, robots } = crawlerFiles(catalogue, origins, moment);
  const own: SiteFile[] = [
    ...assetFiles(options.publicFolder),
    ...fixedPages(whole, options.privacyPage),
    { file: 'sitemap.xml', body: sitemap },
    { file: 'robots.txt', body: robots },
  ];
  const taken = new Set([...Object.keys(made.files), ...own.map(({ file }) => file)]);
  const moved = [
    ...movedAddresses(catalogue, remembered, moment),
    ...oldPages(catalogue, content.moved, moment),
  ].filter(({ from }) => !taken.has(fileOf(from)));
  const others = [...own, ...redirects(moved, whole)];
  placeFiles(others, folders, made);
  const text = formatRemembered(remembered);
  output.publish({ template, files, parts, remembered: text, compressed: compress });
  if (options.addressesFile !== null) writeWhole(options.addressesFile, text);
  const states = catalogue.postings.map((posting) => postingState(posting, now, closingSoonDays));
  const report: BuildReport = {
    pages: made.pages,
    ...counts,
    open: states.filter(acceptsApplications).length,
    closed: states.filter((state) => state === 'closed').length,
    removed: Object.keys(previous?.files ?? {}).filter((file) => !(file in files)).length,
    nextChange: nextChangeOf(catalogue.postings, now, closingSoonDays, payTables),
  };
  return { ok: true, report, problems };
}

function readAssets(publicFolder: string): Record<string, string> {
  const manifest = JSON.parse(readFileSync(join(publicFolder, 'manifest.json'), 'utf8'));
  return manifest as Record<string, string>;
}
