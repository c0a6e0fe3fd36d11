import { serve } from '#main/serve.ts';
import { listStaff } from '#hiring/staff';
import { createLog } from '#platform/log';
import { href } from '#web/routes.ts';
import { whenAskedToEnd } from '../asked-to-end.ts';
import { type Command, readConfig } from '../context.ts';
import { sayStartError } from '../say-error.ts';

/** Signals after which an orderly end is given up: a terminal and the launcher may both send the first. */
const impatience = 2;

/** Runs the server until a signal, or until the terminal that started it is gone. */
export const start: Command = async (context) => {
  const { t, lang, say, out, sameSettings: same } = context;
  const config = readConfig(context);
  if (!config) return 2;
  const ended = Promise.withResolvers<string>();
  // From the first moment: whoever stops a start that is under way must not leave a server behind.
  let asked = 0;
  whenAskedToEnd((why) => {
    ended.resolve(why);
    if (why !== 'parent gone') asked += 1;
    if (asked > impatience) process.exit(130);
  });
  const started = await serve(config, {
    log: createLog(config.logLevel),
    onProgress: (step) => say(t(`progress.${step}`)),
    onLost: () => ended.resolve('lost'),
  });
  if (!started.ok) {
    sayStartError(context, started.error);
    return 1;
  }
  const { tandem } = started;
  const { origins, services } = tandem;
  const staff = await listStaff(services.db);
  const catalogue = services.postings.snapshot();
  const desk = origins[lang] + href('desk.processes', lang);
  out('');
  out(t('started.ready'));
  out(
    `  ${t('started.careers')} ${origins.en}/ ${origins.fr === origins.en ? '' : origins.fr}`.trimEnd(),
  );
  out(`  ${t('started.desk')} ${desk}`);
  out(
    `  ${t('started.content', {
      count: catalogue.postings.length,
      folder: config.contentRepository?.address.shown ?? config.contentFolder,
      problems: catalogue.problems.length,
      url: origins[lang] + href('desk.postings', lang),
    })}`,
  );
  if (tandem.isEmpty && !config.production) {
    out('');
    out(`  ${t('started.offerDemo')}`);
    out(`    npx tandem demo${same}`);
  }
  out('');
  if (staff.length === 0) {
    out(`  ${t('started.signIn')}`);
    out(`    npx tandem staff add ${t('started.exampleAddress')} --role admin${same}`);
    out(`    npx tandem staff link ${t('started.exampleAddress')}${same}`);
  } else {
    out(`  ${t('started.signInAgain')}`);
    out(`    npx tandem staff link ${staff[0]?.email ?? ''}${same}`);
  }
  out('');
  out(`  ${t('started.stop')}`);

  const reason = await ended.promise;
  say(reason === 'lost' ? t('lost') : t('stopping'));
  await tandem.stop();
  return reason === 'lost' ? 1 : 0;
};
