import { expect, test } from 'vitest';
import { readXml } from './xml-reader.ts';

function outline(xml: string): string {
  return [...readXml(xml)]
    .map((event) => {
      if (event.kind === 'text') return JSON.stringify(event.text);
      if (event.kind === 'close') return `/${event.name}`;
      return [event.name, ...[...event.attributes].map(([name, value]) => `${name}=${value}`)].join(
        ' ',
      );
    })
    .join('|');
}

test.each([
  ['<a><b/>c</a>', 'a|b|/b|"c"|/a'],
  ['<?xml version="1.0"?><!-- <x> --><a/>', 'a|/a'],
  ['<a:b c:d="e" f=\'g"h\' ></a:b >', 'a:b c:d=e f=g"h|/a:b'],
  ['<a b="1 &lt; 2">&amp;&#233;&#x1F600;&apos;</a>', 'a b=1 < 2|"&é😀\'"|/a'],
  ['<a>&unknown; &toString; &#x110000;</a>', 'a|"&unknown; &toString; \ufffd"|/a'],
  ['<a><![CDATA[<b>&amp;]]></a>', 'a|"<b>&amp;"|/a'],
  ['<a __proto__="x" constructor="y"/>', 'a __proto__=x constructor=y|/a'],
])('%s', (xml, expected) => {
  expect(outline(xml)).toBe(expected);
});

test.each([
  '<a>',
  '<a></b>',
  '</a>',
  '<a',
  '<a b=c/>',
  '<a b="<"/>',
  '<!-- open',
  '<!DOCTYPE a><a/>',
  '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
  '<a>'.repeat(600) + '</a>'.repeat(600),
])('%s is refused', (xml) => {
  expect(() => outline(xml)).toThrow(Error);
});

test('takes time in proportion to its input', () => {
  const started = performance.now();
  for (const flood of [
    '<a '.repeat(300_000),
    `<a ${'b="c" '.repeat(150_000)}`,
    `<!--${'-'.repeat(900_000)}`,
  ]) {
    expect(() => outline(flood)).toThrow(Error);
  }
  expect(performance.now() - started).toBeLessThan(1_000);
});
