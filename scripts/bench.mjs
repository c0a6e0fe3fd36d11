// Runs one benchmark of bench/ on the Node that the project pins.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { node, prepare, root } from './prepare.mjs';

const name = process.argv[2] ?? '';
const file = join(root, 'bench', `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  process.stderr.write('Usage: npm run bench -- NAME; bench/README.md lists them.\n');
  process.exit(2);
}
prepare({ withDev: true, say: (step) => process.stderr.write(`${step}…\n`) });
process.exitCode =
  spawnSync(node, [file, ...process.argv.slice(3)], { cwd: root, stdio: 'inherit' }).status ?? 1;
