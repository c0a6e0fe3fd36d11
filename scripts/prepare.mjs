// Sets up what a command needs, and nothing that is there already: dependencies, then the build.
// Runs on the machine's own Node (20 or later); everything after it runs on the Node that
// package.json pins.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const node = join(root, 'node_modules/.bin/node');

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** What npm says it has installed, by path; the same form as in the lock file. */
function installedPackages() {
  const installed = join(root, 'node_modules/.package-lock.json');
  return existsSync(installed) ? readJson(installed).packages : {};
}

/** Packages of the lock file that should be here, and are not, or in another version. */
function missingPackages(/** @type {boolean} */ withDev) {
  const wanted = Object.entries(readJson(join(root, 'package-lock.json')).packages);
  const have = installedPackages();
  return wanted.filter(
    ([path, { version, dev, optional, devOptional }]) =>
      path !== '' &&
      // Optional packages are those of other platforms; their absence is not news.
      !optional &&
      !devOptional &&
      (withDev || !dev) &&
      have[path]?.version !== version,
  );
}

/** The newest change of anything that the build reads, in milliseconds since 1970. */
function newest(/** @type {string} */ path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/**
 * Installs and builds where needed. Ends the process with a plain sentence where it cannot.
 * @param {{ withDev: boolean, say(step: 'installing' | 'building'): void }} options
 */
export function prepare({ withDev, say }) {
  if (missingPackages(withDev).length > 0 || !existsSync(node)) {
    say('installing');
    // Whoever works on Tandem keeps the tools for that when they only start it.
    const hadDev = Object.values(installedPackages()).some(({ dev }) => dev);
    run('npm', [
      'ci',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      ...(withDev || hadDev ? [] : ['--omit=dev']),
    ]);
    // Where a policy of the machine's npm held back install scripts, run those we need.
    if (!existsSync(node)) run('npm', ['rebuild', '--foreground-scripts', 'node', 'esbuild']);
  }
  const built = join(root, 'dist/cli.js');
  const sources = ['src', 'scripts/build.mjs', 'package-lock.json'].map((path) =>
    newest(join(root, path)),
  );
  if (newest(built) < Math.max(...sources)) {
    say('building');
    run(node, [join(root, 'scripts/build.mjs')]);
  }
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  process.stderr.write(
    `\n${command} ${args[0]}: ${error?.message ?? `exit ${status}`}.\n` +
      'Check the network and the free disk space, then run the same command again.\n' +
      'Vérifiez le réseau et l’espace disque libre, puis relancez la même commande.\n',
  );
  process.exit(status ?? 1);
}
