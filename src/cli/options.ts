import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { CommandOptions } from './context.ts';

/** Options that stand for a setting: `--port 8080` is `PORT=8080`. */
export const settingOptions = {
  content: 'TANDEM_CONTENT',
  data: 'TANDEM_DATA',
  port: 'PORT',
  host: 'HOST',
} as const;

export const textOptions = [
  'lang',
  'role',
  'name',
  'format',
  'severity',
  'explain',
  'show',
  'config',
  'max-warnings',
  'out',
  'url',
  'url-en',
  'url-fr',
  'server',
  'addresses',
] as const;
export const flagOptions = [
  'fix',
  'dry-run',
  'watch',
  'list-rules',
  'write',
  'strict',
  'no-compress',
] as const;
/** May be given several times. */
export const listOptions = ['rule', 'scope'] as const;

type OptionName =
  | (typeof textOptions)[number]
  | (typeof flagOptions)[number]
  | (typeof listOptions)[number];

const common = ['lang'] as const satisfies OptionName[];

/** What each command takes besides the common ones. */
const byCommand: Readonly<Record<string, readonly OptionName[]>> = {
  staff: ['role', 'name'],
  'api-key': ['scope'],
  build: ['out', 'url', 'url-en', 'url-fr', 'server', 'addresses', 'strict', 'no-compress'],
  draft: ['format', 'write'],
  check: [
    'config',
    'dry-run',
    'explain',
    'fix',
    'format',
    'list-rules',
    'max-warnings',
    'rule',
    'severity',
    'show',
    'watch',
  ],
};

type Setting = keyof typeof settingOptions;

export type CommandLine = {
  /** Null where none is named. */
  readonly command: string | null;
  readonly args: string[];
  readonly options: CommandOptions;
  readonly settings: Partial<Record<Setting, string>>;
};

/** Reads the command line. Throws what `parseArgs` throws for an option that the command lacks. */
export function readCommandLine(argv: string[]): CommandLine {
  const all = optionsOf([...common, ...Object.values(byCommand).flat()]);
  // First only for the name of the command, which decides on the options.
  const { positionals } = parseArgs({
    args: argv,
    options: all,
    allowPositionals: true,
    strict: false,
  });
  const [named] = positionals;
  const options = optionsOf([...common, ...(byCommand[named ?? ''] ?? [])]);
  const parsed = parseArgs({ args: argv, options, allowPositionals: true });
  const { help, version, ...values } = parsed.values;
  const command = help ? 'help' : version ? 'version' : (named ?? null);
  const isSetting = (name: string): boolean => name in settingOptions;
  const pick = (wanted: boolean): object =>
    Object.fromEntries(Object.entries(values).filter(([name]) => isSetting(name) === wanted));
  return {
    command,
    args: parsed.positionals.slice(1),
    options: pick(false),
    settings: pick(true),
  };
}

function optionsOf(names: readonly OptionName[]): ParseArgsOptionsConfig {
  const options: ParseArgsOptionsConfig = {
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'v' },
  };
  for (const name of [...Object.keys(settingOptions), ...names]) {
    options[name] = {
      type: (flagOptions as readonly string[]).includes(name) ? 'boolean' : 'string',
      multiple: (listOptions as readonly string[]).includes(name),
    };
  }
  return options;
}
