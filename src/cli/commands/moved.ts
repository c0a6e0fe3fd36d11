import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { stringify } from 'yaml';
import { indexFolder } from '#hiring/check';
import { readSite, siteFile } from '#hiring/postings/loader';
import { type Lang, langs } from '#platform/i18n';
import { findTargets } from '../check/targets.ts';
import type { Command } from '../context.ts';
import { type OldPage, readPageList } from '../moved/read-list.ts';

/**
 * Prints the addresses that postings had on a Hugo site, as `moved` of `site.yml`: 0 done, 1 nothing
 * to print, 2 called wrongly.
 */
export const moved: Command = async ({ args, t, say, out }) => {
  const [path, listFile] = args;
  if (path === undefined || listFile === undefined || args.length > 2) {
    say(t('moved.error.usage'));
    return 2;
  }
  const { targets, problems } = await findTargets([path]);
  for (const { kind } of problems) say(t(`check.error.${kind}`, { path }));
  const [target] = targets;
  if (!target) return 2;
  const list = await readFile(listFile, 'utf8').catch(() => null);
  const pages = list === null ? null : readPageList(list);
  if (!pages) {
    say(t(list === null ? 'check.error.missing' : 'moved.error.list', { path: listFile }));
    return 2;
  }
  const site = await readFile(join(target.folder, siteFile), 'utf8').catch(() => null);
  if (readSite(site).moved.length > 0) {
    say(t('moved.error.exists', { path: relative(process.cwd(), join(target.folder, siteFile)) }));
    return 1;
  }
  const found = await matchPages(target.folder, pages);
  const count = Object.values(found).reduce((sum, one) => sum + Object.keys(one).length, 0);
  if (count === 0) {
    say(t('moved.error.none', { path: listFile }));
    return 1;
  }
  out(stringify({ moved: found }, { lineWidth: 0 }).trimEnd());
  say(t('moved.done', { count }));
  return 0;
};

/** The key of the posting that each old address of a language led to. */
async function matchPages(
  folder: string,
  pages: readonly OldPage[],
): Promise<Record<Lang, Record<string, string>>> {
  const found: Record<Lang, Record<string, string>> = { en: {}, fr: {} };
  for (const [file, { branch, key }] of (await indexFolder(folder)) ?? []) {
    const lang = langs.find((one) => one === branch);
    if (!lang || key === null) continue;
    const name = file.normalize('NFC');
    const page = pages.find((one) => one.file === name || one.file.endsWith(`/${name}`));
    if (page) found[lang][page.address] = key;
  }
  return found;
}
