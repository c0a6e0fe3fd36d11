import { statfs } from 'node:fs/promises';
import type { Config } from '#config';
import { type ContentSource, describeSource } from '#hiring/content-source';
import type { ProgramStatus } from '#hiring/desk';
import { defaultTimeZone } from '#hiring/postings';
import { programVersion } from './program-version.ts';

const startedAt = new Date(Date.now() - process.uptime() * 1000);

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
