import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#config';
import { type ContentSource, describeSource } from '#hiring/content-source';
import type { ProgramStatus } from '#hiring/desk';
import { defaultTimeZone } from '#hiring/postings';
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
export async function gatherStatus(
  config: Config,
  contentSource: Pick<ContentSource, 'status'>,
  apiList: string,
): Promise<ProgramStatus> {
  const source = await contentSource.status();
  const { bsize, bavail, blocks } = await statfs(config.dataFolder);
  return {
    version: programVersion(),
    startedAt,
    mailConfigured: config.smtpUrl !== null,
    scannerConfigured: config.clamd !== null,
    source: (lang) => describeSource(source, lang, defaultTimeZone),
    api: { list: apiList, origins: config.apiOrigins },
    disk: { free: bsize * bavail, total: bsize * blocks },
  };
}
