// Finds the Chromium of the browser tests, or obtains one: from Debian where this is root on a
// system with apt, else from the npm package that ships it. Never skips in silence. The headless
// shell comes first: the same engine without the rest of the browser takes a third less time.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './prepare.mjs';

const shell = '/usr/bin/chromium-headless-shell';
const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium that can be started. Throws, saying what to do, where there is none. */
export async function findChromium() {
  const given = process.env['CHROMIUM'];
  if (given && existsSync(given)) return given;
  if (existsSync(shell)) return shell;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('Installing Chromium from Debian…\n');
    run('apt-get', ['update', '-q']);
    install('chromium-headless-shell');
    if (existsSync(shell)) return shell;
    if (!findBrowser()) install('chromium');
  }
  const browser = findBrowser();
  if (browser) return browser;
  process.stderr.write('Installing the Chromium of the npm package @sparticuz/chromium…\n');
  const folder = join(root, '.cache/chromium');
  run('npm', [
    'install',
    '--prefix',
    folder,
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '@sparticuz/chromium@153.0.0',
  ]);
  const require = createRequire(join(folder, 'package.json'));
  const { default: chromium } = await import(require.resolve('@sparticuz/chromium'));
  const path = await chromium.executablePath();
  if (existsSync(path)) return path;
  throw new Error('No Chromium: install the package chromium, or name one in CHROMIUM.');
}

function findBrowser() {
  return browsers.find((path) => existsSync(path));
}

/** @param {string} name of a package of Debian */
function install(name) {
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name, 'fonts-liberation']);
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
