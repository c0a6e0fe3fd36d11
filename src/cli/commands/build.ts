import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Config, configMessages, parseConfig } from '#config';
import type { BuildOutcome } from '#hiring/static-site';
import type * as staticSite from '#main/build-static-site.ts';
import { projectRoot } from '#main/project-root.ts';
import { systemClock } from '#platform/clock';
import { type Localized, formatDate, formatTime, formatTimeZone } from '#platform/i18n';
import { createLog } from '#platform/log';
import { href } from '#web/routes.ts';
import { type Command, type CommandContext, readConfig } from '../context.ts';

/** The part of the program that builds, compiled by itself: see `scripts/build.mjs`. */
async function loadBuilder(): Promise<typeof staticSite> {
  const path = join(projectRoot, 'dist/static-site.js');
  return (await import(pathToFileURL(path).href)) as typeof staticSite;
}

/** Builds the careers site as files. */
export const build: Command = async (context) => {
  const { t, lang, options, say, out: print, env } = context;
  const began = performance.now();
  const config = readConfig(context);
  if (!config) return 2;
  if (!options.out) {
    say(t('build.error.out'));
    return 2;
  }
  const addresses = readAddresses(context, config);
  if (!addresses) return 2;
  const { origins, server } = addresses;
  const now = sourceDate(env) ?? systemClock();
  const builder = await loadBuilder();
  const outcome = await run(context, builder, {
    contentFolder: config.contentFolder,
    closingSoonDays: config.closingSoonDays,
    now,
    out: resolve(options.out),
    origins,
    server,
    addressesFile: options.addresses ? resolve(options.addresses) : null,
    compress: !options['no-compress'],
    strict: options.strict ?? false,
  });
  if (!outcome) return 1;
  const blocked = sayProblems(context, outcome, builder);
  if (!outcome.ok) {
    const { kind, ...facts } = outcome.error;
    say(t(`build.error.${kind}`, stringsOf(facts)));
    return 1;
  }
  const { report } = outcome;
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  print(t('build.done', { out: options.out, open: report.open, closed: report.closed }));
  if (blocked > 0) print(t('build.kept', { blocked }));
  const { written, same: unchanged, removed } = report;
  print(t('build.files', { written, same: unchanged, removed, seconds }));
  if (server) {
    const path = href('apply.form', lang, { slug: '…' }).replace(encodeURIComponent('…'), '…');
    print(t('build.apply', { url: server[lang] + path }));
  } else print(t('build.no-server'));
  print(
    report.nextChange ? t('build.next', whenOf(report.nextChange, lang)) : t('build.next-none'),
  );
  return 0;
};

/** `null` after saying why the system did not let the site be written. */
async function run(
  { t, say }: CommandContext,
  { buildStaticSite }: typeof staticSite,
  options: Parameters<typeof staticSite.buildStaticSite>[0],
): Promise<BuildOutcome | null> {
  try {
    return await buildStaticSite(options, `${Date.now()}-${process.pid}`, createLog('error'));
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw error;
    say(t('build.error.system', { reason: (error as Error).message }));
    return null;
  }
}

/** Where the site will be, and where a Tandem runs, if one does. `null` after saying what is missing. */
function readAddresses(
  context: CommandContext,
  config: Config,
): { origins: Localized; server: Localized | null } | null {
  const { options, t, say } = context;
  const given = readOrigins(context, {
    TANDEM_URL: ['--url', options.url],
    TANDEM_URL_EN: ['--url-en', options['url-en']],
    TANDEM_URL_FR: ['--url-fr', options['url-fr']],
  });
  const server = readOrigins(context, { TANDEM_URL: ['--server', options.server] });
  if (given === 'refused' || server === 'refused') return null;
  const origins = given ?? config.origins;
  if (!origins) {
    say(t('build.error.url'));
    return null;
  }
  return { origins, server: server ?? config.origins };
}

/** Reads options as the settings they are like; problems name the option. */
function readOrigins(
  { lang, say }: CommandContext,
  options: Record<string, [option: string, value: string | undefined]>,
): Localized | 'refused' | null {
  const env = Object.fromEntries(Object.entries(options).map(([name, [, value]]) => [name, value]));
  const parsed = parseConfig(env, '.');
  if (parsed.ok) return parsed.config.origins;
  const words = configMessages(lang);
  for (const { problem, setting, value } of parsed.problems) {
    say(words(problem, { setting: options[setting]?.[0] ?? setting, value }));
  }
  return 'refused';
}

/** Lists what authors have to put right, and counts what keeps a posting off the site. */
function sayProblems(
  { t, lang, say }: CommandContext,
  { problems }: BuildOutcome,
  { problemWords }: typeof staticSite,
): number {
  for (const { file, line, severity, reason } of problems) {
    const words = problemWords(reason, lang);
    const key = severity === 'blocking' ? 'build.problem' : 'build.warning';
    say(t(key, { file: file || '.', line: line === null ? 'none' : String(line), ...words }));
  }
  return problems.filter(({ severity }) => severity === 'blocking').length;
}

/** The parts of an instant in words. Organizations are of one country; its capital tells the time. */
function whenOf(instant: Date, lang: CommandContext['lang']) {
  const zone = 'America/Toronto';
  return {
    date: formatDate(instant, lang, zone),
    time: formatTime(instant, lang, zone),
    zone: formatTimeZone(instant, lang, zone),
  };
}

/** The moment to build for, where the environment fixes one: reproducible-builds.org. */
function sourceDate(env: CommandContext['env']): Date | null {
  const seconds = env['SOURCE_DATE_EPOCH'];
  return seconds && /^\d{1,12}$/.test(seconds) ? new Date(Number(seconds) * 1000) : null;
}

function stringsOf(facts: object): Record<string, string | number> {
  return Object.fromEntries(
    // A process is a name, not a quantity: no thousands separator.
    Object.entries(facts).map(([name, value]) => [name, name === 'pid' ? String(value) : value]),
  );
}
