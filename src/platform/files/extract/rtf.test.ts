import { expect, test } from 'vitest';
import { extractRtf } from './rtf.ts';

function textOf(rtf: string): string[] {
  const bytes = Buffer.from(`{\\rtf1\\ansi\\ansicpg1252 ${rtf}}`, 'latin1');
  return extractRtf(bytes, 100_000).blocks.map((block) => block.text);
}

test.each<[string, string, string[]]>([
  [
    'paragraphs',
    'One\\par Two\\line still two\\par\\par Three',
    ['One', 'Two\nstill two', 'Three'],
  ],
  ['Windows-1252', "d\\'92\\'e9t\\'e9 \\'80", ['d’été €']],
  [
    'Unicode with its stand-ins',
    "\\u8217'a \\uc0\\u339\\u233 \\uc2\\u-10179??\\u-8704??b",
    ['’a œé😀b'],
  ],
  ['a stand-in in hexadecimal', "\\u8217\\'92a", ['’a']],
  [
    'symbols',
    '\\{a\\} \\\\ b\\~c\\_d \\lquote e\\rquote  \\endash\\emdash\\tab\\bullet',
    ['{a} \\ b\u00a0c\u2011d ‘e’ –—\t•'],
  ],
  ['line ends of the file', 'a\r\nb\nc', ['abc']],
  ['a backslash before a line end', 'a\\\nb', ['a', 'b']],
  [
    'fonts with their own character sets',
    "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset238 B;}{\\f2\\fcharset204 C;}}\\f0 \\'e9\\f1 \\'b3\\f2 \\'cf{\\f0 \\'e9}\\'cf",
    ['éłПéП'],
  ],
  [
    'what is not text',
    '{\\info{\\title T}}{\\stylesheet{\\s1 Style;}}{\\colortbl;\\red1;}{\\*\\generator X;}{\\header H\\par}{\\pict 0102}{\\object{\\objdata 00}}a{\\*\\unknown b{\\c d}}e',
    ['ae'],
  ],
  ['binary data with braces in it', 'a{\\pict\\bin5 }}{{\\}b', ['ab']],
  ['fields', '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt shown}}', ['shown']],
  ['hidden text', 'a{\\v hidden}b\\v c\\v0 d\\deleted e\\plain f', ['abdf']],
  [
    'text boxes, once',
    '{\\shp{\\*\\shpinst{\\sp{\\sn n}{\\sv v}}{\\shptxt In a box\\par}}{\\shprslt again}}After',
    ['In a box', 'After'],
  ],
  [
    'notes after their paragraph',
    'Before{\\super 1{\\footnote\\pard A\\par note}} after\\par Next',
    ['Before1 after', 'A\nnote', 'Next'],
  ],
  ['tables cell by cell', '\\trowd\\intbl A\\cell B\\cell\\row C', ['A', 'B', 'C']],
  ['nothing at all', '', []],
])('%s', (_, rtf, expected) => {
  expect(textOf(rtf)).toEqual(expected);
});

test('headings and lists end with their paragraph’s properties', () => {
  const rtf =
    '{\\rtf1\\pard\\outlinelevel1 A\\par\\pard{\\listtext 1.\\tab}\\ls1\\ilvl1 B\\par\\pard\\outlinelevel9 C\\par\\pard{\\pntext *}{\\*\\pn\\pnlvlblt}D\\par\\pard E}';
  expect(extractRtf(Buffer.from(rtf), 1000).blocks).toEqual([
    { kind: 'heading', level: 2, text: 'A' },
    { kind: 'list-item', level: 2, text: 'B' },
    { kind: 'paragraph', text: 'C' },
    { kind: 'list-item', level: 1, text: 'D' },
    { kind: 'paragraph', text: 'E' },
  ]);
});

test('too deep a nesting is refused, unbalanced groups are borne', () => {
  expect(() => textOf('{'.repeat(2_000))).toThrow('nested');
  expect(textOf('a}}}}b')).toEqual(['ab']);
});
