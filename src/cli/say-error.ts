import type { StartError } from '#main/serve.ts';
import type { CommandContext } from './context.ts';

/** What stood in the way of starting, and what to do about it, in one message. */
export function sayStartError({ t, say }: CommandContext, error: StartError): void {
  const { kind, ...facts } = error;
  const args: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(facts)) args[name] = value ?? '?';
  // A port is a name, not a quantity: no thousands separator.
  if ('port' in error) args['port'] = String(error.port);
  say(t(`error.${kind}`, args));
}
