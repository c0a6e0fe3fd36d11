import { spawnSync } from 'node:child_process';

/** Installs Debian packages that a benchmark compares with, where they are missing. */
export function needPrograms(programs: Record<string, string>): void {
  const missing = Object.entries(programs).filter(
    ([program]) => spawnSync('which', [program]).status !== 0,
  );
  if (missing.length === 0) return;
  const packages = missing.map(([, name]) => name);
  if (process.getuid?.() !== 0) throw new Error(`Install first: ${packages.join(', ')}`);
  spawnSync('apt-get', ['update', '-q'], { stdio: 'inherit' });
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
