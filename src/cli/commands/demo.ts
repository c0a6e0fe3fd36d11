import { linkMinutes } from '#hiring/staff';
import { href } from '#web/routes.ts';
import { type Command, type CommandContext, readConfig } from '../context.ts';
import { fillDemoHere, sampleStaff } from '../fill-demo.ts';
import { type CommandTools, withServices } from '../with-services.ts';

/** Applications between two lines of progress. */
const progressEvery = 25;

/** Fills the database with a sample process, and says how to get in and what to look at. */
export const demo: Command = async (context) => {
  const config = readConfig(context);
  if (!config) return 2;
  if (config.production) {
    context.say(context.t('demo.error.production'));
    return 1;
  }
  return withServices(context, (tools) => fill(context, tools), {
    onProgress: (step) => context.say(context.t(`progress.${step}`)),
  });
};

async function fill(context: CommandContext, tools: CommandTools): Promise<number> {
  const { t, out, say } = context;
  const { contentFolder, dataFolder } = tools.config;
  const filled = await fillDemoHere(tools, (done, total) => {
    if (done % progressEvery === 0 || done === total) say(t('demo.progress', { done, total }));
  });
  if (!filled.ok) {
    const { kind, ...counts } = filled.error;
    say(t(`demo.error.${kind}`, { ...counts, contentFolder, dataFolder }));
    return 1;
  }
  const { made, taken } = filled;
  out('');
  out(t(made + taken > 0 ? 'demo.made' : 'demo.there'));
  out('');
  await printLinks(context, tools);
  out('');
  printAddresses(context, tools, filled);
  out('');
  out(t('demo.running'));
  return 0;
}

async function printLinks({ t, out }: CommandContext, tools: CommandTools): Promise<void> {
  out(t('demo.links', { minutes: linkMinutes }));
  for (const { email, role } of sampleStaff) {
    const link = await tools.signInLink(email);
    out(`  ${t(`demo.role.${role}`, { email })}`);
    out(`    ${link.ok ? link.url : t('demo.disabled', { email })}`);
  }
}

/** What to look at first, in the language of the command line. */
function printAddresses(
  { t, out, lang }: CommandContext,
  { config, origins }: CommandTools,
  { main, changed }: Extract<Awaited<ReturnType<typeof fillDemoHere>>, { ok: true }>,
): void {
  const show = (what: string, path: string): void => {
    out(`  ${what}`);
    out(`    ${origins[lang]}${path}`);
  };
  out(t('demo.first'));
  if (main) {
    const { title } = main.text[lang];
    show(t('demo.first.process', { title }), href('desk.applications', lang, { posting: main.id }));
  }
  if (changed) show(t('demo.first.changed'), href('desk.application', lang, { id: changed }));
  show(t('demo.first.processes'), href('desk.processes', lang));
  if (!config.smtpUrl) show(t('demo.first.outbox'), href('desk.outbox', lang));
  if (main) {
    show(t('demo.first.posting'), href('postings.show', lang, { slug: main.slugs[lang] }));
  }
}
