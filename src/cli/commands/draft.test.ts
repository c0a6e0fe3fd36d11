import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { draft } from './draft.ts';
import { messages } from '../messages/index.ts';
import {
  type ContentFolder,
  contentFolder,
  pairSources,
  postingSource,
} from '#hiring/postings/testing';

let folder: ContentFolder;
afterEach(() => folder.removeAll());

async function run(args: string[], options: { format?: string; write?: boolean } = {}) {
  const [out, said]: [string[], string[]] = [[], []];
  const code = await draft({
    lang: 'en',
    t: messages('en'),
    args: args.map((arg) => join(folder.path, arg)),
    options,
    env: {},
    sameSettings: '',
    out: (line) => void out.push(line),
    say: (line) => void said.push(line),
  });
  return { code, out: out.join('\n'), said: said.join('\n') };
}

const posting = (): Record<string, string> => ({
  'en/jobs/a.md': postingSource('a', {}, 'It is an EC-05.'),
  'fr/emplois/a.md': postingSource('a', {}, 'C’est un EC-05.'),
});
const classified = { classification: { group: 'EC', level: 5 } };

describe('tandem draft', () => {
  it('prints the draft of a pair that one file or both name, and writes nothing', async () => {
    folder = await contentFolder({ ...posting(), ...pairSources('b') });
    for (const args of [
      ['en/jobs/a.md'],
      ['fr/emplois/a.md'],
      ['en/jobs/a.md', 'fr/emplois/a.md'],
    ]) {
      const { code, out, said } = await run(args);
      expect([code, parse(out), said]).toEqual([0, classified, '']);
    }
    const json = await run(['en/jobs/a.md'], { format: 'json' });
    expect(JSON.parse(json.out)).toMatchObject({ translationKey: 'a', process: classified });
    await expect(readFile(join(folder.path, 'process/a.yml'))).rejects.toThrow('ENOENT');
  });

  it('writes the file of facts when asked, and never over another', async () => {
    folder = await contentFolder(posting());
    const first = await run(['en/jobs/a.md'], { write: true });
    expect([first.code, first.out]).toEqual([0, '']);
    const file = join(folder.path, 'process/a.yml');
    const written = await readFile(file, 'utf8');
    expect(parse(written)).toEqual(classified);
    const again = await run(['en/jobs/a.md'], { write: true });
    expect([again.code, again.said]).toEqual([1, expect.stringContaining('exists already')]);
    expect(await readFile(file, 'utf8')).toBe(written);
  });

  it('leaves facts in the front matter alone', async () => {
    const files = posting();
    files['en/jobs/a.md'] = files['en/jobs/a.md']!.replace(
      '\n---\n',
      '\nprocess: { workMode: remote }\n---\n',
    );
    folder = await contentFolder(files);
    const { code, said } = await run(['en/jobs/a.md'], { write: true });
    expect([code, said]).toEqual([1, expect.stringContaining('front matter')]);
  });

  it('says what is wrong with how it is called', async () => {
    folder = await contentFolder({
      'en/jobs/a.md': posting()['en/jobs/a.md']!,
      'fr/emplois/b.md': postingSource('b'),
    });
    expect((await run([])).code).toBe(2);
    expect((await run(['en/jobs/a.md'], { format: 'xml' })).code).toBe(2);
    expect((await run(['en/jobs/none.md'])).code).toBe(2);
    const alone = await run(['en/jobs/a.md']);
    expect([alone.code, alone.said]).toEqual([1, expect.stringContaining('no counterpart')]);
  });
});
