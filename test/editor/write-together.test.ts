import { execFileSync } from 'node:child_process';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { finishWriting } from '#hiring/content-source/saving';
import { temporaryFolder } from './harness.ts';

const source = join(
  import.meta.dirname,
  '../../src/hiring/content-source/saving/write-together.ts',
);

/** Writes both languages in a process that is killed before its n-th renaming. */
function writeAndDie(root: string, n: number): void {
  const program = `
    import fs from 'node:fs/promises';
    import { syncBuiltinESMExports } from 'node:module';
    const { rename } = fs;
    let left = ${n};
    fs.rename = (...args) => {
      left -= 1;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
      return rename(...args);
    };
    syncBuiltinESMExports();
    const { writeTogether } = await import(${JSON.stringify(pathToFileURL(source).href)});
    await writeTogether(${JSON.stringify(root)}, [
      { path: ${JSON.stringify(join(root, 'en/a.md'))}, before: 'old en', text: 'new en' },
      { path: ${JSON.stringify(join(root, 'fr/a.md'))}, before: 'old fr', text: 'new fr' },
    ]);`;
  execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: 'pipe',
  });
}

// The renamings are: the note, the English file, the French file.
it.each([
  [1, 'old', ['old en', 'old fr']],
  [2, 'new', ['old en', 'old fr']],
  [3, 'new', ['new en', 'old fr']],
])('killed before renaming %i, both languages are %s at the next start', async (n, age, found) => {
  const root = await temporaryFolder({ 'en/a.md': 'old en', 'fr/a.md': 'old fr' });
  expect(() => writeAndDie(root, n)).toThrow(/SIGKILL|Command failed/);
  const read = () => Promise.all(['en', 'fr'].map((l) => readFile(join(root, l, 'a.md'), 'utf8')));
  expect(await read()).toEqual(found);
  await finishWriting(root);
  expect(await read()).toEqual([`${age} en`, `${age} fr`]);
  const files = (await readdir(root)).filter((name) => name.startsWith('.tandem-save.json'));
  expect(files.filter((name) => name === '.tandem-save.json')).toEqual([]);
  await rm(root, { recursive: true });
});

it('leaves what somebody changed between the kill and the start', async () => {
  const root = await temporaryFolder({ 'en/a.md': 'old en', 'fr/a.md': 'old fr' });
  expect(() => writeAndDie(root, 3)).toThrow(/SIGKILL|Command failed/);
  await writeFile(join(root, 'fr/a.md'), 'by hand');
  await finishWriting(root);
  expect(await readFile(join(root, 'fr/a.md'), 'utf8')).toBe('by hand');
  expect((await readdir(join(root, 'fr'))).filter((name) => name.startsWith('.'))).toEqual([]);
  await rm(root, { recursive: true });
});
