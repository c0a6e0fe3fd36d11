// Runs every check and every test, setting up what they need. Ends with a line that counts them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from './check.mjs';
import { findChromium } from './chromium.mjs';
import { node, prepare, root } from './prepare.mjs';

prepare({ withDev: true, say: (step) => process.stderr.write(`${step}…\n`) });

const filters = process.argv.slice(2);
const checked = filters.length > 0 || check();
const CHROMIUM = await findChromium();

const folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
const report = join(folder, 'report.json');
const { status } = spawnSync(
  node,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, CHROMIUM } },
);

let counts = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
try {
  counts = JSON.parse(readFileSync(report, 'utf8'));
} catch {
  process.stderr.write('The test runner left no report.\n');
}
rmSync(folder, { recursive: true, force: true });
const { numPassedTests: passed, numPendingTests: skipped } = counts;
const failed = counts.numFailedTests + (checked ? 0 : 1);
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = status === 0 && checked && failed === 0 && passed > 0 ? 0 : 1;
