import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { defaultConfig, filesOf, groupsToCheck, indexFolder } from '#hiring/check';
import type { Group } from '#hiring/check';
import { type Draft, proposeFacts, renderJson, renderYaml } from '#hiring/draft';
import { parseDocument } from '#hiring/prose';
import { type Localized, isLang } from '#platform/i18n';
import { type Target, findTargets, isWanted } from '../check/targets.ts';
import type { Command, CommandContext } from '../context.ts';
import { writeFacts } from '../draft/write-facts.ts';

/** Proposes process facts from the prose of postings: 0 done, 1 not for all, 2 called wrongly. */
export const draft: Command = async (context) => {
  const { args, options, t, say } = context;
  const { format = 'yaml', lang } = options;
  const wrong =
    args.length === 0
      ? t('draft.error.no-file')
      : format !== 'yaml' && format !== 'json'
        ? t('draft.error.format', { value: format })
        : lang !== undefined && !isLang(lang)
          ? t('check.error.lang', { value: lang })
          : null;
  if (wrong !== null) {
    say(wrong);
    return 2;
  }
  const { targets, problems } = await findTargets(args);
  for (const { kind, path } of problems) say(t(`check.error.${kind}`, { path }));
  if (problems.length > 0) return 2;
  let allDone = true;
  for (const target of targets) allDone = (await draftAll(target, context)) && allDone;
  return allDone ? 0 : 1;
};

async function draftAll({ folder, only }: Target, context: CommandContext): Promise<boolean> {
  const index = await indexFolder(folder);
  if (!index) return false;
  const groups = groupsToCheck(index, defaultConfig).filter(
    (group) => isWanted(filesOf(group), only) && group.en.length + group.fr.length > 0,
  );
  let allDone = groups.length > 0;
  for (const group of groups) allDone = (await draftOne(folder, group, context)) && allDone;
  return allDone;
}

/** Prints, or writes, the draft of one posting; false after saying why there is none. */
async function draftOne(folder: string, group: Group, context: CommandContext): Promise<boolean> {
  const { t, say, out, lang, options } = context;
  const [en, fr] = [group.en[0]?.file, group.fr[0]?.file];
  const shown = (file: string): string => relative(process.cwd(), join(folder, file));
  if (en === undefined || fr === undefined || group.en.length + group.fr.length > 2) {
    say(t('draft.error.not-a-pair', { path: shown((en ?? fr)!) }));
    return false;
  }
  const proposed = await propose(folder, { en, fr }, group.key);
  if (!proposed) {
    say(t('draft.error.unreadable', { path: shown(en) }));
    return false;
  }
  if (options.format === 'json') {
    out(renderJson(proposed));
    return true;
  }
  const text = renderYaml(proposed, lang);
  if (!options.write) {
    out(text.trimEnd());
    return true;
  }
  const written = await writeFacts(folder, group, text);
  if (written.ok) {
    say(t('draft.written', { path: shown(written.file) }));
    return true;
  }
  say(
    t(`draft.error.${written.error.kind}`, {
      path: shown(written.error.file),
      code: written.error.code,
    }),
  );
  return false;
}

async function propose(
  folder: string,
  files: Localized,
  key: string | null,
): Promise<Draft | null> {
  const [en, fr] = await Promise.all([read('en'), read('fr')]);
  return en && fr ? proposeFacts({ en, fr }, key) : null;

  async function read(lang: 'en' | 'fr') {
    const file = files[lang];
    return parseDocument(lang, file, await readFile(join(folder, file), 'utf8'));
  }
}
