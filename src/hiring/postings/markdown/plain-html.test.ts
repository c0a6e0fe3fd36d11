import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '#main/project-root.ts';
import { plainHtml } from './plain-html.ts';
import { safeHtml } from './render.ts';
import { sanitize } from './sanitize.ts';

// As in render.ts, without its shortcuts: what the sanitizer makes is the truth.
const markdown = new MarkdownIt({ html: true, linkify: true });
markdown.linkify.set({ fuzzyLink: false });
const truth = (source: string): string => sanitize(markdown.render(source));
const plain = (source: string): string | null => plainHtml(markdown.parse(source, {}));

const withoutImages = (source: string): string => source.replaceAll('![', '[');

describe('plainHtml', () => {
  const cases = {
    'signs': 'a & b < c > d "e" \'f\' &amp; &lt;x&gt; &nbsp; &#64; &copy; \\* \\<b\\>',
    'headings': '# One\n\n## Two *x*\n\nThree\n===\n\nFour\n---',
    'tight list': '- a\n- b\n  - c\n    1. d\n- e\n\n3. x\n4. y',
    'loose list': '- a\n\n  b\n\n- c\n\n  > q\n\n  ```js\n  let "x" = <b>;\n  ```\n- \n- end',
    'empty item before a block': '-\n  - a\n- # h\n- ***\n',
    'quotes': '> a\n> > b\n>\n> - c\n',
    'code': '`a & <b>` and\n\n    indented "code" <x>\n\n~~~\nfence\n~~~',
    'breaks': 'a  \nb\\\nc\nd\n\n---\n\nend',
    'table': '| A | B |\n| :-- | --: |\n| `x` | **y** |\n| [l](https://a.ca) | ~~z~~ |\n',
    'table without rows': '| A | B |\n| - | - |\n',
    'links': '[a](https://a.ca/x?y=1&z="2") [b](mailto:a@b.ca) [c](tel:+1) [d](#e) [f](/g "T")',
    'found links': 'see https://a.ca/b?c=d&e. or x@y.ca, <https://q.ca> <m@n.ca> mailto:a@b.ca',
    'references': '[a]\n\n[a]: https://a.ca "t"',
    'nothing': '',
    'strange spaces': 'a\u00A0b\u202Fc\u2028d\re\r\nf',
  } as const; // prettier-ignore
  it.each(Object.entries(cases))('writes what the sanitizer would: %s', (_, source) => {
    expect(plain(source)).toBe(truth(source));
    expect(safeHtml(source)).toBe(truth(source));
  });

  it.each([
    '<b>x</b>',
    'a <br> b',
    '<!-- x -->',
    '![x](y.png)',
    '[x](y.html)',
    '[x](//evil.example)',
    '[x](ftp://a.ca)',
    'see //z.ca',
    '[a <b@c.ca> d](/e)',
    `${'> '.repeat(60)}x`,
  ])('leaves to the sanitizer what needs judgement: %s', (source) => {
    expect(plain(source)).toBe(null);
    expect(safeHtml(source.replaceAll('!', ''))).toBe(truth(source.replaceAll('!', '')));
  });

  it('agrees with the sanitizer on ten thousand texts made of pieces', () => {
    const pieces = [
      '\n', '\n\n', '- ', '  ', '    ', '1. ', '7) ', '> ', '# ', '### ', '**', '*', '_', '~~', '`',
      '```\n', '---\n', '| a | b |\n| - | :-: |\n', '| ', 'word', 'é’', '"', "'", '&', '&amp;', '&#38;',
      '&lt;', '<', '>', '<b>', '</b>', '<x@y.ca>', '[a](https://b.ca)', '[', '](', ')', '(', '\\', '  \n',
      'https://c.ca/d', 'HTTP://X.CA', 'e@f.ca', 'mailto:g@h.ca', '//i.ca', '[j]: /k\n', '[j]', '!',
      '&commat;', '&sol;&sol;', '\t', '\u00A0', '<!--', '-->',
    ]; // prettier-ignore
    let state = 1;
    const random = (below: number): number => {
      // Numerical Recipes' linear congruence: the same texts in every run.
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    let direct = 0;
    for (let round = 0; round < 10_000; round += 1) {
      const length = 1 + random(14);
      const source = withoutImages(
        Array.from({ length }, () => pieces[random(pieces.length)]!).join(''),
      );
      const expected = truth(source);
      const written = plain(source);
      if (written !== null) direct += 1;
      expect([source, written ?? expected]).toEqual([source, expected]);
      expect([source, safeHtml(source)]).toEqual([source, expected]);
    }
    expect(direct).toBeGreaterThan(5000);
  });

  const folders = ['content', '../shared/corpus/content', '../../shared/corpus/content'];
  it('agrees on every posting at hand, and writes most of our own directly', () => {
    const files = folders.flatMap((folder) =>
      globSync(join(projectRoot, folder, '{en,fr}/**/*.md')),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const source = readFileSync(file, 'utf8')
        .replaceAll('\r\n', '\n')
        .replace(/^---[\s\S]*?\n---\n/, '');
      const text = withoutImages(source);
      expect([file, safeHtml(text)]).toEqual([file, truth(text)]);
    }
    const ours = files.filter((file) => file.startsWith(join(projectRoot, 'content')));
    for (const file of ours) {
      const body = readFileSync(file, 'utf8').replace(/^---[\s\S]*?\n---\n/, '');
      expect([file, plain(withoutImages(body))]).not.toEqual([file, null]);
    }
  });
});
