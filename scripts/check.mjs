// Everything that can be said of the code without running it: format, French typography, lint with
// the dependency rules, types. All of it runs, so that one pass shows every finding.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { node, prepare, root } from './prepare.mjs';

const bin = /** @param {string} name */ (name) => join(root, 'node_modules/.bin', name);

const steps = /** @type {const} */ ([
  ['format', bin('oxfmt'), ['--check', '.']],
  ['French typography', node, ['scripts/french-spaces.mjs', '--check']],
  ['lint', bin('oxlint'), ['--type-aware', '--deny-warnings', '.']],
  ['types', bin('tsc'), ['-p', '.']],
  ['types of islands', bin('tsc'), ['-p', 'src/ui/islands']],
]);

/** Runs every check; true where all pass. */
export function check() {
  const failed = steps.filter(([name, command, args]) => {
    const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
    process.stdout.write(`${status === 0 ? 'ok  ' : 'FAIL'} check: ${name}\n`);
    return status !== 0;
  });
  return failed.length === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  prepare({ withDev: true, say: (step) => process.stderr.write(`${step}…\n`) });
  process.exitCode = check() ? 0 : 1;
}
