import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#main/project-root.ts';
import type { Command } from '../context.ts';

/** Prints the version of package.json. */
export const version: Command = async ({ out }) => {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  out(version);
  return 0;
};
