import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#config';
import type { ProgramStatus } from '#hiring/desk';
import { projectRoot } from './project-root.ts';

const startedAt = new Date(Date.now() - process.uptime() * 1000);

/** The version of package.json. */
export function programVersion(): string {
  const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

/** What the status page tells of the running program, looked up when it is opened. */
export async function gatherStatus(config: Config, apiList: string): Promise<ProgramStatus> {
  const { bsize, bavail, blocks } = await statfs(config.dataFolder);
  return {
    version: programVersion(),
    startedAt,
    mailConfigured: config.smtpUrl !== null,
    scannerConfigured: config.clamd !== null,
    api: { list: apiList, origins: config.apiOrigins },
    disk: { free: bsize * bavail, total: bsize * blocks },
  };
}
