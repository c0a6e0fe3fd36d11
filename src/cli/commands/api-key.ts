import {
  type ApiScope,
  addKey,
  apiScopes,
  isApiScope,
  keyNameLimit,
  listKeys,
  revokeKey,
} from '#hiring/api-keys';
import { type CommandTools, withServices } from '../with-services.ts';
import type { Command, CommandContext } from '../context.ts';

type Subcommand = (context: CommandContext, tools: CommandTools) => Promise<number>;

/** The scopes asked for, all of them where none is; null after saying that one is unknown. */
function scopesOf({ t, say, options }: CommandContext): ApiScope[] | null {
  const asked = (options.scope ?? []).flatMap((text) => text.split(/[\s,]+/)).filter(Boolean);
  const known = apiScopes.filter((scope) => asked.length === 0 || asked.includes(scope));
  if (asked.every(isApiScope)) return known;
  say(t('api-key.error.scope'));
  return null;
}

const add: Subcommand = async (context, tools) => {
  const { t, out, say } = context;
  const name = context.args[1] ?? '';
  const scopes = scopesOf(context);
  if (!scopes) return 2;
  const added = await addKey(tools, { name, scopes });
  if (!added.ok) {
    say(t(`api-key.error.${added.error.kind}`, { name, limit: keyNameLimit }));
    return 1;
  }
  // The key alone on standard output, so that a script can keep it.
  say(t('api-key.added', { name }));
  out(added.key);
  return 0;
};

const list: Subcommand = async ({ t, out }, { db }) => {
  const keys = await listKeys(db);
  if (keys.length === 0) {
    out(t('api-key.none'));
    return 0;
  }
  const day = (at: Date | null): string => at?.toISOString().slice(0, 16).replace('T', ' ') ?? '-';
  const rows = [
    (['name', 'end', 'scopes', 'made', 'used', 'state'] as const).map((column) =>
      t(`api-key.column.${column}`),
    ),
    ...keys.map((key) => [
      key.name,
      `…${key.end}`,
      key.scopes.join(', '),
      day(key.createdAt),
      day(key.lastUsedAt),
      t(key.revokedAt ? 'api-key.state.revoked' : 'api-key.state.active'),
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  for (const row of rows) {
    out(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  }
  return 0;
};

const revoke: Subcommand = async (context, tools) => {
  const { t, out, say } = context;
  const name = context.args[1] ?? '';
  const revoked = await revokeKey(tools, name);
  if (!revoked.ok) {
    say(t('api-key.error.unknown', { name }));
    return 1;
  }
  out(t('api-key.revoked', { name }));
  return 0;
};

const subcommands: Record<string, Subcommand> = { add, list, revoke };

/** Keys of the APIs: works on the running server's database, or starts it for a moment. */
export const apiKey: Command = async (context) => {
  const name = context.args[0] ?? 'list';
  const run = subcommands[name];
  if (!run) {
    context.say(context.t('usage.unknown', { command: `api-key ${name}` }));
    return 2;
  }
  if (name !== 'list' && !context.args[1]) {
    context.say(context.t('api-key.error.name', { command: name }));
    return 2;
  }
  return withServices(context, (tools) => run(context, tools));
};
