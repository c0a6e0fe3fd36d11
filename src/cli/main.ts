import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '#main/project-root.ts';
import { type Command, type CommandContext, chooseLang } from './context.ts';
import { type CommandLine, readCommandLine, settingOptions } from './options.ts';
import { messages } from './messages/index.ts';

/** Loaded when called: a check of some files must not wait for the server's code. */
const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./commands/start.ts')).start,
  demo: async () => (await import('./commands/demo.ts')).demo,
  staff: async () => (await import('./commands/staff.ts')).staff,
  custodian: async () => (await import('./commands/custodian.ts')).custodian,
  'api-key': async () => (await import('./commands/api-key.ts')).apiKey,
  build: async () => (await import('./commands/build.ts')).build,
  check: async () => (await import('./commands/check.ts')).check,
  draft: async () => (await import('./commands/draft.ts')).draft,
  moved: async () => (await import('./commands/moved.ts')).moved,
  help: async () => (await import('./commands/help.ts')).help,
  version: async () => (await import('./commands/version.ts')).version,
};

// To compile the program takes longer than to check a posting. Where nothing can be kept, it is
// compiled each time.
enableCompileCache(join(projectRoot, 'node_modules/.cache/tandem'));

// A terminal that was closed must not end the program before it has shut down.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

process.exitCode = await main(process.argv.slice(2), process.env);

async function main(argv: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const write = (stream: NodeJS.WriteStream) => (line: string) => void stream.write(`${line}\n`);
  const base = { out: write(process.stdout), say: write(process.stderr) };
  let line: CommandLine;
  try {
    line = readCommandLine(argv);
  } catch (error) {
    const t = messages(chooseLang(undefined, env));
    // The first sentence names the option; the rest is advice for programmers.
    const detail = (error as Error).message.split('. ')[0] ?? '';
    base.say(t('usage.option', { detail: detail.replace(/\.$/, '') }));
    return 2;
  }
  const { options, settings } = line;
  const lang = chooseLang(options.lang, env);
  const given: Record<string, string | undefined> = { ...env };
  let sameSettings = '';
  for (const [option, setting] of Object.entries(settingOptions)) {
    const value = settings[option as keyof typeof settingOptions];
    if (value === undefined) continue;
    given[setting] = value;
    sameSettings += ` --${option} ${value}`;
  }
  const context: CommandContext = {
    ...base,
    lang,
    t: messages(lang),
    args: line.args,
    options,
    env: given,
    sameSettings,
  };
  const name = line.command ?? 'help';
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    context.say(context.t('usage.unknown', { command: name }));
    return 2;
  }
  return (await load())(context);
}
