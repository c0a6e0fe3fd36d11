import { resolve } from 'node:path';
import { buildStaticSite } from '#main/build-static-site.ts';
import { localOrigin } from '#main/local-origin.ts';
import { problemWordsOf, problemArgs } from '#hiring/postings/loader';
import { formatDate, formatTime, formatTimeZone } from '#platform/i18n';
import { systemClock } from '#platform/clock';
import { createLog } from '#platform/log';
import { type Command, type CommandContext, readConfig } from '../context.ts';

/** The careers site as files: 0 in place, 1 nothing was replaced, 2 called wrongly. */
export const build: Command = async (context) => {
  const { t, say, out, options } = context;
  const config = readConfig(context);
  if (!config) return 2;
  if (options.out === undefined) {
    say(t('build.error.out'));
    return 2;
  }
  const site = originOf(context, options.url);
  const server = originOf(context, options.server);
  if (site === 'wrong' || server === 'wrong') return 2;
  const local = localOrigin(config.host, config.port);
  const origins = site ?? config.origins ?? { en: local, fr: local };
  const built = await buildStaticSite({
    contentFolder: config.contentFolder,
    out: resolve(options.out),
    now: systemClock(),
    closingSoonDays: config.closingSoonDays,
    origins,
    serverOrigins: server ?? config.origins ?? { en: local, fr: local },
    log: createLog('error'),
  });
  if (!built.ok) {
    const { kind } = built.error;
    const code = 'code' in built.error ? built.error.code : '';
    say(t(`build.error.${kind}`, { out: options.out, folder: config.contentFolder, code }));
    return 1;
  }
  for (const { severity, reason, file, line } of built.problems) {
    if (
      severity !== 'blocking' ||
      reason.kind === 'check-error' ||
      reason.kind === 'check-warning'
    ) {
      continue;
    }
    say(`${file}:${line ?? 1}: ${problemWordsOf(reason.kind, problemArgs(reason), t.lang).reason}`);
  }
  out(t('build.done', { out: options.out, postings: built.postings, ...built.written }));
  if (built.until) {
    const zone = 'America/Toronto';
    out(
      t('build.until', {
        date: formatDate(built.until, t.lang, zone),
        time: formatTime(built.until, t.lang, zone),
        zone: formatTimeZone(built.until, t.lang, zone),
      }),
    );
  }
  return 0;
};

/** The origin that an option names, for both languages; null where it is not given. */
function originOf(
  { t, say }: CommandContext,
  text: string | undefined,
): { en: string; fr: string } | null | 'wrong' {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') {
    return { en: url.origin, fr: url.origin };
  }
  say(t('build.error.url', { url: text }));
  return 'wrong';
}
