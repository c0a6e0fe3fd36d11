import {
  type Role,
  addStaff,
  changeRole,
  disableStaff,
  isRole,
  listStaff,
  restoreStaff,
} from '#hiring/staff';
import { isLang } from '#platform/i18n';
import { type CommandTools, withServices } from '../with-services.ts';
import type { Command, CommandContext } from '../context.ts';

type Subcommand = (context: CommandContext, tools: CommandTools) => Promise<number>;

/** Says an outcome that is the caller's to mend. */
function refuse(context: CommandContext, kind: string, email: string): number {
  const { t, say } = context;
  switch (kind) {
    case 'bad-email':
    case 'already-exists':
    case 'disabled':
    case 'unknown':
    case 'last-admin':
      say(t(`staff.error.${kind}`, { email }));
      return 1;
    default:
      throw new Error(`Unexpected outcome ${kind}`);
  }
}

function roleOf({ t, say, options }: CommandContext): Role | null {
  if (isRole(options.role)) return options.role;
  say(t('staff.error.role'));
  return null;
}

const add: Subcommand = async (context, { db, clock, ids }) => {
  const { t, out, options, lang } = context;
  const email = context.args[1] ?? '';
  const role = roleOf(context);
  if (!role) return 2;
  const added = await addStaff(
    { db, clock, ids },
    {
      email,
      role,
      lang: isLang(options.lang) ? options.lang : lang,
      ...(options.name !== undefined && { name: options.name }),
    },
  );
  if (!added.ok) {
    const { error } = added;
    const disabled = error.kind === 'already-exists' && error.disabled;
    return refuse(context, disabled ? 'disabled' : error.kind, email);
  }
  out(t('staff.added', { email: added.email, role }));
  out(t('staff.next', { email: added.email }));
  return 0;
};

const list: Subcommand = async ({ t, out }, { db }) => {
  const people = await listStaff(db);
  if (people.length === 0) {
    out(t('staff.none'));
    return 0;
  }
  const rows = [
    [
      t('staff.column.email'),
      t('staff.column.role'),
      t('staff.column.lang'),
      t('staff.column.state'),
    ],
    ...people.map(({ email, role, lang, disabledAt }) => [
      email,
      role,
      lang,
      t(disabledAt ? 'staff.state.disabled' : 'staff.state.active'),
    ]),
  ];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  for (const row of rows) {
    out(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
  return 0;
};

const role: Subcommand = async (context, tools) => {
  const email = context.args[1] ?? '';
  const wanted = roleOf(context);
  if (!wanted) return 2;
  const changed = await changeRole(tools, { email, role: wanted });
  if (!changed.ok) return refuse(context, changed.error.kind, email);
  context.out(context.t('staff.role', { email, role: wanted }));
  return 0;
};

const disable: Subcommand = async (context, tools) => {
  const email = context.args[1] ?? '';
  const disabled = await disableStaff(tools, { email });
  if (!disabled.ok) return refuse(context, disabled.error.kind, email);
  context.out(context.t('staff.disabled', { email }));
  return 0;
};

const restore: Subcommand = async (context, tools) => {
  const email = context.args[1] ?? '';
  const restored = await restoreStaff(tools, { email });
  if (!restored.ok) return refuse(context, restored.error.kind, email);
  context.out(context.t('staff.restored', { email }));
  return 0;
};

const link: Subcommand = async (context, tools) => {
  const email = context.args[1] ?? '';
  const made = await tools.signInLink(email);
  if (!made.ok) return refuse(context, made.error.kind, email);
  context.out(context.t('staff.link', { email }));
  context.out(made.url);
  return 0;
};

const subcommands: Record<string, Subcommand> = { add, list, role, disable, restore, link };

/** Who may sign in to the desk: works on the running server's database, or starts it for a moment. */
export const staff: Command = async (context) => {
  const name = context.args[0] ?? 'list';
  const run = subcommands[name];
  if (!run) {
    context.say(context.t('usage.unknown', { command: `staff ${name}` }));
    return 2;
  }
  if (name !== 'list' && !context.args[1]) {
    context.say(context.t('staff.error.email', { command: name }));
    return 2;
  }
  return withServices(context, (tools) => run(context, tools));
};
