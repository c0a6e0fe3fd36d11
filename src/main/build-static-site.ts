import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Hono } from 'hono';
import { feedsWeb } from '#hiring/feeds';
import { type Catalogue, type Posting, type PostingState, postingsWeb } from '#hiring/postings';
import { noticePage, privacyNotice } from '#hiring/privacy';
import { sitePagesWeb } from '#hiring/site-pages';
import { type BuildSite, type SiteFile, buildSite } from '#hiring/static-site';
import type { Localized } from '#platform/i18n';
import { randomIds } from '#platform/ids';
import type { Log } from '#platform/log';
import { createApp } from '#web/app.ts';
import { loadAssets } from '#web/assets.ts';
import { renderPage } from '#web/layout/index.ts';
import type { Page, Shell } from '#web/page.ts';
import { loadPayTables } from './pay-tables.ts';
import { projectRoot } from './project-root.ts';
import { loadRetentionSchedule } from './retention-schedule.ts';

/** Builds the careers site of a content folder as files; see {@link buildSite}. */
export async function buildStaticSite(options: {
  contentFolder: string;
  out: string;
  now: Date;
  closingSoonDays: number;
  /** Where the files will be served. */
  origins: Localized;
  serverOrigins: Localized;
  log: Log;
}): Promise<BuildSite> {
  const { now, closingSoonDays, origins, log } = options;
  const publicFolder = join(projectRoot, 'dist/public');
  const asset = loadAssets(publicFolder);
  const payTables = await loadPayTables(log);
  const notice = privacyNotice((await loadRetentionSchedule()).schedule);
  const clock = (): Date => now;
  const appOf = (catalogue: Catalogue, stateOf: (posting: Posting) => PostingState): Hono => {
    const postings = { snapshot: () => catalogue, stateOf };
    const shell: Shell = { site: catalogue.site, origins, asset, staff: null };
    const renderHtml = (page: Page): string => renderPage(page, shell);
    const common = { postings, clock, closingSoonDays, origins, payTables };
    return createApp({
      features: [
        postingsWeb({ ...common, render, renderHtml }),
        sitePagesWeb({
          render,
          site: () => catalogue.site,
          privacyPage: (lang, site) => noticePage(lang, notice, site),
        }),
        feedsWeb(common),
      ],
      publicFile: () => null,
      shell: () => shell,
      render,
      origins: { en: 'http://localhost', fr: 'http://localhost' },
      isOutage: () => false,
      isReady: async () => true,
      ids: randomIds,
      log,
    });

    function render(
      ...[c, page, status = 200]: Parameters<Parameters<typeof sitePagesWeb>[0]['render']>
    ) {
      return c.html(renderHtml(page), status);
    }
  };
  return buildSite({ ...options, assets: await assetsOf(publicFolder), appOf });
}

/** The built style sheets, fonts, scripts and icons. */
async function assetsOf(folder: string): Promise<SiteFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile() && entry.name !== 'manifest.json')
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return { path: relative(folder, path).split(sep).join('/'), body: await readFile(path) };
      }),
  );
}
