import { text } from 'node:stream/consumers';
import {
  type CustodianKey,
  admitWithRecoveryKey,
  listKeys,
  makeRecoveryKey,
  retireByAddress,
} from '#hiring/accommodation';
import { defaultTimeZone } from '#hiring/process-facts';
import { formatIsoDate } from '#platform/i18n';
import { type CommandTools, withServices } from '../with-services.ts';
import type { Command, CommandContext } from '../context.ts';

type Subcommand = (context: CommandContext, tools: CommandTools) => Promise<number>;

const list: Subcommand = async ({ t, out }, { db }) => {
  const keys = await listKeys(db);
  if (keys.length === 0) {
    out(t('custodian.none'));
    return 0;
  }
  for (const key of keys) {
    out(
      t('custodian.line', {
        who: key.email ?? t('custodian.recovery'),
        made: formatIsoDate(key.madeAt, defaultTimeZone),
        state: t(`custodian.state.${stateOf(key)}`),
        recipient: key.recipient,
      }),
    );
  }
  return 0;
};

function stateOf({ retiredAt, admittedAt, inOffice }: CustodianKey) {
  if (retiredAt) return 'retired' as const;
  if (!admittedAt) return 'waiting' as const;
  return inOffice ? ('in-use' as const) : ('left' as const);
}

/** Prints the key, once: it is to be written on paper, and is kept nowhere. */
const recoveryKey: Subcommand = async ({ t, out, say }, { db, clock, ids }) => {
  const { identity } = await makeRecoveryKey({ db, clock, ids });
  say(t('custodian.recovery.made'));
  out(identity);
  say(t('custodian.recovery.next'));
  return 0;
};

/** The recovery key comes on standard input, so that it is in no list of processes or history. */
const admit: Subcommand = async (context, { db, clock }) => {
  const { t, out, say } = context;
  const email = context.args[1] ?? '';
  if (process.stdin.isTTY) say(t('custodian.admit.type'));
  const recovery = await text(process.stdin);
  const admitted = await admitWithRecoveryKey({ db, clock }, { email, recoveryKey: recovery });
  if (!admitted.ok) {
    say(t(`custodian.error.${admitted.error.kind}`, { email }));
    return 1;
  }
  out(t('custodian.admitted', { email, sealed: admitted.sealed }));
  return 0;
};

const retire: Subcommand = async (context, { db, clock }) => {
  const email = context.args[1] ?? '';
  const done = await retireByAddress({ db, clock }, email);
  if (!done.ok) {
    context.say(context.t('custodian.error.unknown', { email }));
    return 1;
  }
  context.out(context.t('custodian.retired', { email, retired: done.retired }));
  return 0;
};

const subcommands: Record<string, Subcommand> = {
  list,
  'recovery-key': recoveryKey,
  admit,
  retire,
};

/** Whose keys open requests for accommodation, for operators: none of this opens one. */
export const custodian: Command = async (context) => {
  const name = context.args[0] ?? 'list';
  const run = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  if (!run) {
    context.say(context.t('usage.unknown', { command: `custodian ${name}` }));
    return 2;
  }
  if ((name === 'admit' || name === 'retire') && !context.args[1]) {
    context.say(context.t('custodian.error.email', { command: name }));
    return 2;
  }
  return withServices(context, (tools) => run(context, tools));
};
