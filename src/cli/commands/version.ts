import { programVersion } from '#main/program-version.ts';
import type { Command } from '../context.ts';

/** Prints the version of package.json. */
export const version: Command = async ({ out }) => {
  out(programVersion());
  return 0;
};
