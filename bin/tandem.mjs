#!/usr/bin/env node
// Starts Tandem on the Node that it pins, after setting up what is missing. Plain JavaScript for
// Node 20, since it runs before anything is installed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { node, prepare, root } from '../scripts/prepare.mjs';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 20) {
  process.stderr.write(
    `Tandem needs Node 20 or later; this is ${process.version}.\n` +
      `Tandem a besoin de Node 20 ou d’une version plus récente; celle-ci est ${process.version}.\n`,
  );
  process.exit(1);
}

const steps = {
  installing: 'Installing dependencies… / Installation des dépendances…',
  building: 'Building… / Compilation…',
};
prepare({ withDev: false, say: (step) => process.stderr.write(`${steps[step]}\n`) });

// The channel tells the program when this process is gone, killed or not, so that no server is
// left behind without a terminal.
const args = process.argv.slice(2);
// A build makes much that is soon forgotten: a small nursery keeps its memory a third lower.
const flags = args[0] === 'build' ? ['--max-semi-space-size=4'] : [];
const child = spawn(node, ['--enable-source-maps', ...flags, join(root, 'dist/cli.js'), ...args], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // A terminal sends Ctrl-C to both; a service manager may send to this one only.
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
