import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './render.ts';

const render = (source: string): string => renderMarkdown(source, { table: (n) => `T${n}` });

describe('renderMarkdown: nothing dangerous comes out', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<ScRiPt src=//x.example></sCrIpT>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<math><a xlink:href="javascript:alert(1)">x</a></math>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVa&#x09;Script:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href="\u0001javascript:alert(1)">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '[x](javascript:alert(1))',
    '[x](JAVASCRIPT&colon;alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '<javascript:alert(1)>',
    '[x]: javascript:alert(1)\n\n[x]',
    '<a href="//evil.example">x</a>',
    '<p style="position:fixed" class="button" id="main" onclick="alert(1)">x</p>',
    '<form action="https://evil.example"><input name=q><button>Go</button></form>',
    '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=x">',
    '<details ontoggle=alert(1) open>x</details>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<table background="javascript:alert(1)"><tr><td>x</table>',
    '<!--><img src=x onerror=alert(1)>-->',
    '<xmp><img src=x onerror=alert(1)></xmp>',
    '<style>@import "https://evil.example"</style>',
    '<h2 lang="x" onmouseover="alert(1)">x</h2>',
    '"><img src=x onerror=alert(1)>',
    '<img alt="<script>alert(1)</script>">',
    "<img alt='<img src=x onerror=alert(1)>'>",
    '![<img src=x onerror=alert(1)>](x.png)',
    '<h2>a</h2 onclick=alert(1)><h2 id="x" title=">" onclick=alert(1)>b</h2>',
  ];

  it.each(attacks)('%s', (attack) => {
    const tags = render(attack).match(/<[a-z][^>]*>/gi) ?? [];
    for (const tag of tags) {
      expect(tag).not.toMatch(
        /^<(script|style|svg|math|iframe|img|form|input|button|base|meta|noscript|xmp|object)/i,
      );
      expect(tag).not.toMatch(
        /\son\w+\s*=|style=|class="(?!table-scroll")|javascript|vbscript|data:|href="\/\//i,
      );
    }
  });
});

describe('renderMarkdown: nothing written is lost', () => {
  it('shows the tag that a sentence speaks of, and what follows it', () => {
    const html = render('You know the <title> and <script> tags.\n\nAnd more.');
    expect(html).toContain('&lt;title&gt; and &lt;script&gt; tags.');
    expect(html).toContain('And more.');
  });

  it('keeps the words of a tag that it takes away', () => {
    expect(render('<div class="x"><span>kept</span></div>')).toBe('kept');
  });

  it('puts the text alternative in place of a picture', () => {
    expect(render('Our ![office in *Ottawa*](o.png).')).toBe('<p>Our office in Ottawa.</p>\n');
    expect(render('<p>Our <img src="o.png" alt="office">.</p>')).toBe('<p>Our office.</p>');
  });

  it('closes what the author left open and cannot close what is around it', () => {
    expect(render('</main></div>\n\n<p>un <b>deux')).toBe('\n<p>un <b>deux</b></p>');
  });

  it('leaves typography to the author', () => {
    expect(render('« Pourquoi? » -- 16 h 30... (c) "x"')).toBe(
      '<p>« Pourquoi? » -- 16 h 30... (c) &quot;x&quot;</p>\n'.replaceAll('&quot;', '"'),
    );
  });
});

describe('renderMarkdown: the structure fits under a page', () => {
  const headings = (source: string): string[] =>
    [...render(source).matchAll(/<(h\d) id="([^"]*)"/g)].map((match) => `${match[1]}#${match[2]}`);

  it('starts at h2 and never skips a level going deeper', () => {
    expect(headings('# A\n### B\n###### C\n## D\n# E')).toEqual([
      'h2#section-a',
      'h3#section-b',
      'h4#section-c',
      'h3#section-d',
      'h2#section-e',
    ]);
    expect(headings('### A\n## B')).toEqual(['h2#section-a', 'h2#section-b']);
  });

  it('gives ASCII anchors, each one once', () => {
    expect(headings('## Équipe·s à l’œuvre\n## Équipe·s à l’œuvre\n## 🙂\n## !')).toEqual([
      'h2#section-equipe-s-a-l-oeuvre',
      'h2#section-equipe-s-a-l-oeuvre--2',
      'h2#section',
      'h2#section--2',
    ]);
  });

  it('drops a heading without words', () => {
    expect(render('## \n\n<h2> </h2>\n\ntext')).not.toContain('<h');
  });

  it('wraps each table in a region that the keyboard reaches', () => {
    const html = render('| a |\n|---|\n| 1 |\n\n<table><tr><td>2</td></tr></table>');
    expect(html).toContain('<div class="table-scroll" role="region" tabindex="0" aria-label="T1">');
    expect(html).toContain('aria-label="T2"');
    expect(html).toContain('<th scope="col">a</th>');
    expect(html.match(/<div/g)).toHaveLength(html.match(/<\/div>/g)!.length);
  });

  it('marks links that leave the site, and only those', () => {
    expect(
      render('[a](https://x.example) [b](/en/jobs/) [c](mailto:a@b.example) [d](#section-x)'),
    ).toBe(
      '<p><a href="https://x.example" rel="external noopener noreferrer">a</a> ' +
        '<a href="/en/jobs/">b</a> <a href="mailto:a@b.example">c</a> <a href="#section-x">d</a></p>\n',
    );
  });
});

describe('renderMarkdown: hostile size', () => {
  const cases: Record<string, string> = {
    quotes: '>'.repeat(50_000),
    emphasis: '*a'.repeat(20_000),
    divs: '<div>'.repeat(10_000),
    headings: '# a\n'.repeat(10_000),
    brackets: '['.repeat(50_000),
    tables: '<table>'.repeat(10_000),
  };
  it.each(Object.keys(cases))('%s', (name) => {
    const before = performance.now();
    render(cases[name]!);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});
