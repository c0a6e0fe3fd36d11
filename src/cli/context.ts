import { type Lang, isLang } from '#platform/i18n';
import { configMessages, parseConfig, type Config } from '#config';
import { messages } from './messages/index.ts';

/** What every command gets: its words, its arguments and where it writes. */
export type CommandContext = {
  lang: Lang;
  t: ReturnType<typeof messages>;
  /** Arguments after the command's name. */
  args: string[];
  options: {
    role?: string | undefined;
    name?: string | undefined;
    lang?: string | undefined;
    scope?: readonly string[] | undefined;
  };
  env: Readonly<Record<string, string | undefined>>;
  /** The options that stand for settings, as given, to repeat in advice: " --port 8080". */
  sameSettings: string;
  /** Results, on standard output. */
  out(line: string): void;
  /** Progress and problems, on standard error. */
  say(line: string): void;
};

/** A command: 0 done, 1 not done (and said why), 2 called wrongly. */
export type Command = (context: CommandContext) => Promise<number>;

/** Language of the command line: --lang, TANDEM_LANG, then the locale of the terminal. */
export function chooseLang(
  option: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Lang {
  const locale = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  const wanted = option ?? env['TANDEM_LANG'] ?? locale.slice(0, 2).toLowerCase();
  return isLang(wanted) ? wanted : 'en';
}

/** The configuration, or null after saying what is wrong with it. */
export function readConfig(context: CommandContext): Config | null {
  const parsed = parseConfig(context.env, process.cwd());
  if (parsed.ok) return parsed.config;
  const t = configMessages(context.lang);
  context.say(context.t('settings.refused'));
  for (const { problem, setting, value } of parsed.problems) {
    context.say(`  ${t(problem, { setting, value })}`);
  }
  return null;
}
