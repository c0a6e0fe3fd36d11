import { settings } from '#config';
import type { Command } from '../context.ts';

/** Lists every command and every setting. */
export const help: Command = async ({ lang, t, out }) => {
  const email = t('help.email');
  const role = t('help.role');
  const commands = [
    ['start [--content …] [--data …] [--port …] [--host …]', t('help.start')],
    ['demo', t('help.demo')],
    [`staff add ${email} --role ${role} [--name …] [--lang en|fr]`, t('help.staff.add')],
    ['staff list', t('help.staff.list')],
    [`staff role ${email} --role ${role}`, t('help.staff.role')],
    [`staff disable ${email}`, t('help.staff.disable')],
    [`staff restore ${email}`, t('help.staff.restore')],
    [`staff link ${email}`, t('help.staff.link')],
    [
      'build --out … [--content …] [--url … | --url-en … --url-fr …] [--server …] [--addresses …] [--strict] [--no-compress]',
      t('help.build'),
    ],
    ['custodian list', t('help.custodian.list')],
    ['custodian recovery-key', t('help.custodian.recovery-key')],
    [`custodian admit ${email}`, t('help.custodian.admit')],
    [`custodian retire ${email}`, t('help.custodian.retire')],
    ['check [PATH …] [--fix [--dry-run]] [--format …] [--watch]', t('help.check')],
    [`api-key add ${t('help.name')} [--scope read] [--scope apply]`, t('help.api-key.add')],
    ['api-key list', t('help.api-key.list')],
    [`api-key revoke ${t('help.name')}`, t('help.api-key.revoke')],
    ['draft FILE … [--format yaml|json] [--write]', t('help.draft')],
    ['moved CONTENT LIST', t('help.moved')],
    ['help', t('help.help')],
    ['version', t('help.version')],
  ] as const;
  out(t('help.usage'));
  out('');
  out(t('help.commands'));
  for (const [usage, meaning] of commands) out(`  ${usage}\n      ${meaning}`);
  out('');
  out(t('help.settings'));
  for (const { name, meaning, fallback } of settings) {
    out(`  ${name}\n      ${meaning[lang]} (${t('help.default', { value: fallback[lang] })})`);
  }
  return 0;
};
