import { parseArgs } from 'node:util';
import { type Command, type CommandContext, chooseLang } from './context.ts';
import { apiKey } from './commands/api-key.ts';
import { demo } from './commands/demo.ts';
import { help } from './commands/help.ts';
import { staff } from './commands/staff.ts';
import { start } from './commands/start.ts';
import { version } from './commands/version.ts';
import { messages } from './messages/index.ts';

const commands: Record<string, Command> = { start, demo, staff, 'api-key': apiKey, help, version };

/** Options that stand for a setting: `--port 8080` is `PORT=8080`. */
const settingOptions = {
  content: 'TANDEM_CONTENT',
  data: 'TANDEM_DATA',
  port: 'PORT',
  host: 'HOST',
} as const;

// A terminal that was closed must not end the program before it has shut down.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

process.exitCode = await main(process.argv.slice(2), process.env);

async function main(argv: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const write = (stream: NodeJS.WriteStream) => (line: string) => void stream.write(`${line}\n`);
  const base = { out: write(process.stdout), say: write(process.stderr) };
  let parsed;
  try {
    parsed = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        content: { type: 'string' },
        data: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        lang: { type: 'string' },
        role: { type: 'string' },
        name: { type: 'string' },
        scope: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    const t = messages(chooseLang(undefined, env));
    // The first sentence names the option; the rest is advice for programmers.
    const detail = (error as Error).message.split('. ')[0] ?? '';
    base.say(t('usage.option', { detail: detail.replace(/\.$/, '') }));
    return 2;
  }
  const { values, positionals } = parsed;
  const lang = chooseLang(values.lang, env);
  const given: Record<string, string | undefined> = { ...env };
  for (const [option, setting] of Object.entries(settingOptions)) {
    const value = values[option as keyof typeof settingOptions];
    if (value !== undefined) given[setting] = value;
  }
  const context: CommandContext = {
    ...base,
    lang,
    t: messages(lang),
    args: positionals.slice(1),
    options: { role: values.role, name: values.name, lang: values.lang, scope: values.scope },
    env: given,
    sameSettings: Object.keys(settingOptions)
      .flatMap((option) => {
        const value = values[option as keyof typeof settingOptions];
        return value === undefined ? [] : [` --${option} ${value}`];
      })
      .join(''),
  };
  const name = values.help ? 'help' : values.version ? 'version' : (positionals[0] ?? 'help');
  const command = commands[name];
  if (!command) {
    context.say(context.t('usage.unknown', { command: name }));
    return 2;
  }
  return command(context);
}
