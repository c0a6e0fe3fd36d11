import { join, relative } from 'node:path';
import { inspect } from 'node:util';
import { loadPayTables } from '#main/pay-tables.ts';
import { projectRoot } from '#main/project-root.ts';
import { programVersion } from '#main/program-version.ts';
import {
  type ConfigError,
  type Selection,
  createReporter,
  findConfig,
  isFormat,
  nearestName,
  rulesNamed,
} from '#hiring/check';
import { systemClock } from '#platform/clock';
import { isLang } from '#platform/i18n';
import { explainRule, listRules } from '../check/explain.ts';
import { readRulePage, rulePageUri } from '../check/rule-pages.ts';
import {
  type CheckPlan,
  type ConfiguredTarget,
  type Tally,
  newTally,
  runCheck,
  summaryOf,
} from '../check/run-check.ts';
import { type Target, findTargets } from '../check/targets.ts';
import { watchCheck } from '../check/watch-check.ts';
import type { Command, CommandContext } from '../context.ts';
import { messages } from '../messages/index.ts';

/** Exit codes, as other linters have them. */
const clean = 0;
const found = 1;
const notChecked = 2;

/** Checks postings as code: 0 nothing in the way, 1 findings, 2 called wrongly or not checked. */
export const check: Command = async (called) => {
  try {
    return await checkAsAsked(called);
  } catch (error) {
    // By itself it would end with 1, which says that the postings were checked and have defects.
    called.say(called.t('check.error.failed', { detail: inspect(error) }));
    return notChecked;
  }
};

async function checkAsAsked(called: CommandContext): Promise<number> {
  const wrong = wrongOption(called);
  if (wrong !== null) {
    called.say(wrong);
    return notChecked;
  }
  if (called.options.explain !== undefined) return explainRule(called, called.options.explain);
  if (called.options['list-rules']) return listRules(called);
  const targets = await locate(called);
  const configured = targets && (await configure(called, targets));
  if (!configured) return notChecked;
  const context = inChosenLanguage(called, configured);
  const { say, t } = context;

  const payTables = await loadPayTables({
    warn: (details, message) => say(`${message}: ${inspect(details)}`),
  });
  const plan = { ...planFor(context, configured), payTables };
  const tally = newTally();
  plan.reporter.begin();
  for (const target of configured) {
    if (await runCheck(target, plan, tally)) continue;
    say(t('check.error.not-content', { path: shown(target.folder) }));
    return notChecked;
  }
  plan.reporter.end(summaryOf(tally));
  if (context.options.watch) await watchCheck(configured, plan, context);
  return exitCode(context, configured, tally);
}

/** What is wrong with the options, in words; null where nothing is. */
function wrongOption({ options, t }: CommandContext): string | null {
  const { format = 'pretty', severity = 'info', show, lang, rule = [] } = options;
  if (!isFormat(format)) return t('check.error.format', { value: format });
  if (!isSeverity(severity)) return t('check.error.severity', { value: severity });
  if (show !== undefined && show !== 'info') return t('check.error.show', { value: show });
  if (lang !== undefined && !isLang(lang)) return t('check.error.lang', { value: lang });
  if (!/^\d{1,6}$/.test(options['max-warnings'] ?? '0')) {
    return t('check.error.max-warnings', { value: options['max-warnings'] ?? '' });
  }
  if (options['dry-run'] && !options.fix) return t('check.error.dry-run');
  if (options.watch && format !== 'pretty') return t('check.error.watch');
  for (const name of rule.flatMap((list) => list.split(','))) {
    if (rulesNamed(name).length > 0) continue;
    return t('check.error.rule', { name, near: nearestName(name) ?? 'none' });
  }
  return null;
}

function isSeverity(value: string): value is Selection['atLeast'] {
  return value === 'error' || value === 'warning' || value === 'info';
}

async function locate({ args, env, say, t }: CommandContext): Promise<Target[] | null> {
  const paths = args.length > 0 ? args : [env['TANDEM_CONTENT'] ?? 'content'];
  const { targets, problems } = await findTargets(paths);
  for (const { kind, path } of problems) say(t(`check.error.${kind}`, { path }));
  return problems.length > 0 ? null : targets;
}

async function configure(
  context: CommandContext,
  targets: readonly Target[],
): Promise<ConfiguredTarget[] | null> {
  const configured: ConfiguredTarget[] = [];
  for (const target of targets) {
    const config = await findConfig(target.folder, context.options.config ?? null);
    if (config.ok) configured.push({ ...target, config: config.config });
    else for (const error of config.errors) sayConfigError(context, error);
  }
  return configured.length === targets.length ? configured : null;
}

function sayConfigError({ say, t }: CommandContext, { file, problem }: ConfigError): void {
  const { kind, ...details } = problem;
  const place = 'line' in problem ? `:${problem.line}:${problem.column}` : '';
  say(`${shown(file)}${place}: ${t(`check.config.${kind}`, details)}`);
}

/** --lang, then the configuration's language, then that of the terminal. */
function inChosenLanguage(
  context: CommandContext,
  targets: readonly ConfiguredTarget[],
): CommandContext {
  const configured = targets.map(({ config }) => config.lang).find((lang) => lang !== null);
  if (context.options.lang !== undefined || configured === undefined) return context;
  return { ...context, lang: configured, t: messages(configured) };
}

function planFor(
  context: CommandContext,
  targets: readonly ConfiguredTarget[],
): Omit<CheckPlan, 'payTables'> {
  const { options, lang, t, say } = context;
  const { format = 'pretty', severity = 'info', rule } = options;
  const docsUrl = targets.map(({ config }) => config.docsUrl).find((url) => url !== null) ?? null;
  const write = (text: string): void => void process.stdout.write(text);
  const preview = options['dry-run'] === true;
  const reporter = createReporter(isFormat(format) ? format : 'pretty', {
    lang,
    write,
    color: process.stdout.isTTY && (context.env['NO_COLOR'] ?? '') === '',
    preview,
    // Whoever names a rule or a severity wants to see what it finds.
    withSuggestions: (options.show ?? options.severity) === 'info' || rule !== undefined,
    version: programVersion(),
    helpUri: (id) => rulePageUri(id, lang, docsUrl),
    page: (id) => readRulePage(id, lang),
  });
  return {
    selection: {
      only: rule?.flatMap((list) => list.split(',')) ?? null,
      atLeast: isSeverity(severity) ? severity : 'info',
    },
    fix: options.fix ? (preview ? 'preview' : 'write') : null,
    workerEntry: join(projectRoot, 'dist/check-worker.js'),
    now: systemClock,
    reporter,
    // A diff among findings would spoil what another program reads.
    write: format === 'pretty' ? write : (text) => say(text.trimEnd()),
    onRefused: ({ kind, path, code }) => say(t(`check.error.${kind}`, { path, code })),
  };
}

function exitCode(
  { options, say, t }: CommandContext,
  targets: readonly ConfiguredTarget[],
  { findings, refused }: Tally,
): number {
  if (refused > 0) return notChecked;
  if (findings.error > 0) return found;
  const limits = targets.map(({ config }) => config.maxWarnings).filter((limit) => limit !== null);
  const given = options['max-warnings'];
  const limit = given === undefined ? Math.min(...limits, Infinity) : Number(given);
  if (findings.warning <= limit) return clean;
  say(t('check.too-many', { count: findings.warning, limit }));
  return found;
}

function shown(path: string): string {
  return relative(process.cwd(), path) || '.';
}
