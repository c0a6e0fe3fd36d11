import { describe, expect, it } from 'vitest';
import { readPageList } from './read-list.ts';

describe('the list of pages of a Hugo site', () => {
  it('is read by the names of its columns', () => {
    const list = [
      'path,slug,title,date,permalink',
      'content/en/careers/a.md,,"Analyst, ""senior""",2022-01-01,https://waves.example/careers/a/',
      'content\\fr\\carrieres\\b.md,,"Deux\nlignes",2022-01-01,/carrieres/conseill%C3%A8re/',
    ].join('\r\n');
    expect(readPageList(`\uFEFF${list}\r\n`)).toEqual([
      { file: 'content/en/careers/a.md', address: '/careers/a/' },
      { file: 'content/fr/carrieres/b.md', address: '/carrieres/conseillère/' },
    ]);
  });

  it('leaves out pages without a file or an address', () => {
    const list = 'path,permalink\n,https://waves.example/\nindex.md,http://[bad\na.md,/a/\n';
    expect(readPageList(list)).toEqual([{ file: 'a.md', address: '/a/' }]);
  });

  it.each(['', 'Total 3 pages\n', 'path,title\na.md,A\n', 'path,permalink\n"a.md,/a/\n'])(
    'is refused where it is something else: %j',
    (text) => {
      expect(readPageList(text)).toBeNull();
    },
  );
});
