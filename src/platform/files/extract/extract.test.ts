import { describe, expect, test } from 'vitest';
import { sampleDocxParts, sampleOdtParts, writeZip } from '../testing/index.ts';
import { extractDoc } from './doc.ts';
import { extractDocx } from './docx.ts';
import { extractOdt } from './odt.ts';
import { extractPlainText } from './plain-text.ts';
import { createBlockList, type ExtractedBlocks } from './text-block.ts';

const textsOf = ({ blocks }: ExtractedBlocks) => blocks.map((block) => block.text);

describe('docx', () => {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;

  test('tables cell by cell, line breaks, notes at the end; nothing from comments', async () => {
    const body =
      `<w:tbl><w:tr><w:tc><w:p>${run('Left')}</w:p></w:tc>` +
      '<w:tc><w:p><w:r><w:t>Right</w:t><w:br/><w:t>below</w:t><w:tab/></w:r></w:p></w:tc></w:tr></w:tbl>' +
      '<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id="2"/><w:commentReference w:id="1"/></w:r></w:p>' +
      `<w:p/><w:p>${run('More')}</w:p>`;
    const parts = sampleDocxParts([]).map((part) =>
      part.name === 'word/document.xml'
        ? {
            ...part,
            content: `<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`,
          }
        : part,
    );
    const notes = `<w:footnotes xmlns:w="${main}"><w:footnote w:id="2"><w:p>${run('A note')}</w:p></w:footnote></w:footnotes>`;
    const comments = `<w:comments xmlns:w="${main}"><w:comment w:id="1"><w:p>${run('A comment')}</w:p></w:comment></w:comments>`;
    const archive = writeZip([
      ...parts,
      { name: 'word/footnotes.xml', content: notes },
      { name: 'word/comments.xml', content: comments },
    ]);
    expect(textsOf(await extractDocx(archive, 10_000))).toEqual([
      'Left',
      'Right\nbelow',
      'Text',
      'More',
      'A note',
    ]);
  });
});

describe('odt', () => {
  const extract = (body: string) => {
    const parts = sampleOdtParts([]).map((part) =>
      part.name === 'content.xml' ? { ...part, content: body } : part,
    );
    return extractOdt(writeZip(parts), 10_000);
  };

  test('notes and text boxes after their paragraph; nothing from comments and deletions', async () => {
    const result = await extract(
      '<office:text><text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>' +
        '<text:p>Be<text:span>fore</text:span><text:note><text:note-citation>1</text:note-citation>' +
        '<text:note-body><text:p>A note</text:p></text:note-body></text:note> af\n   ter' +
        '<office:annotation><text:p>comment</text:p></office:annotation>.</text:p>' +
        '<text:p><draw:text-box><text:h text:outline-level="3">In a box</text:h></draw:text-box>Out</text:p>' +
        '</office:text>',
    );
    expect(result.blocks).toEqual([
      { kind: 'paragraph', text: 'Before af ter.' },
      { kind: 'paragraph', text: 'A note' },
      { kind: 'paragraph', text: 'Out' },
      { kind: 'heading', level: 3, text: 'In a box' },
    ]);
  });

  test('spaces, tabs, line breaks, references', async () => {
    const result = await extract(
      '<text:p>a<text:s text:c="2"/>b<text:s/>c<text:s text:c="999999999"/>d<text:tab/>e' +
        '<text:line-break/>&#233;&amp;<![CDATA[<i>]]></text:p>',
    );
    expect(textsOf(result)).toEqual(['a  b c d\te\né&<i>']);
  });

  test('a document type is refused: there is nothing to expand', async () => {
    await expect(extract('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).rejects.toThrow('XML');
  });

  test('no text at all', async () => {
    await expect(extractOdt(writeZip([{ name: 'a', content: 'a' }]), 10)).rejects.toThrow(
      'content.xml',
    );
  });
});

test('doc: what is no Word document is refused', async () => {
  await expect(extractDoc(Buffer.alloc(2_000), 10_000)).rejects.toThrow(Error);
});

test('txt: one paragraph for each run of lines, in its own encoding', () => {
  const text = '\r\nZoé\r\n  Exemple\r\n \r\nd’été\r\n';
  for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
    expect(textsOf(extractPlainText(bytes, 10_000))).toEqual(['Zoé\n  Exemple', 'd’été']);
  }
  expect(() => extractPlainText(Buffer.from([0xff, 0xfe, 0]), 10)).toThrow('text');
});

describe('createBlockList', () => {
  const listOf = (maxBytes: number, ...texts: string[]) => {
    const list = createBlockList(maxBytes);
    for (const text of texts) list.add({ kind: 'paragraph', text });
    return list;
  };

  test('leaves out control characters and blocks without text', () => {
    const list = listOf(1_000, ' \u0000\t\n', 'a\u0000b\u001bc\u00ad \r\n d\u2028e ', '\ud800f');
    expect(textsOf(list.result())).toEqual(['abc\n d\ne', '\ufffdf']);
    expect(list.result().truncated).toBe(false);
  });

  test('cuts between characters when it is full, and takes nothing more', () => {
    const list = listOf(32 + 5, 'éééé', 'a');
    expect(list.isFull()).toBe(true);
    expect(list.result()).toEqual({ blocks: [{ kind: 'paragraph', text: 'éé' }], truncated: true });
  });

  test('many small blocks are bounded too', () => {
    const list = listOf(10_000, ...Array.from({ length: 1_000 }, () => 'a'));
    expect(list.result().blocks.length).toBeLessThan(310);
    expect(list.isFull()).toBe(true);
  });
});
