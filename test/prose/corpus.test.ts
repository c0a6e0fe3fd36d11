import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Block, type Document, parseDocument } from '#hiring/prose';
import { sharedPath } from '../support/shared.ts';

const folders = ['corpus/content', 'seed/content'].map((folder) => sharedPath(folder));
const own = { path: join(import.meta.dirname, '../../content'), present: true, when: '' };

/** Places where a sign of the text is not the same in the file, nor an escape or entity of it. */
function strays(document: Document): string[] {
  const found: string[] = [];
  for (const block of document.blocks) {
    let last = -1;
    for (let at = 0; at < block.text.length; at += 1) {
      const { start, end } = document.spanOf(block, at, at + 1);
      const written = document.source.slice(start, end);
      if (!isSame(block, block.text[at]!, written) || start < last) {
        found.push(
          `${document.file} ${block.kind} ${at} "${block.text.slice(at, at + 20)}" ${written}`,
        );
        break;
      }
      last = start;
    }
  }
  return found;
}

function isSame(block: Block, sign: string, written: string): boolean {
  if (sign === written) return true;
  if (/\s/.test(sign))
    return block.kind === 'description' || /\s|<br|<\/p|&nbsp;/.test(written) || written === '';
  return /^(?:\\.|&[#\w]+;|''|<p>)/.test(written);
}

for (const { path, present, when } of [...folders, own]) {
  describe.skipIf(!present)(`every file of ${path}${when}`, () => {
    const files = present
      ? readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.md'))
      : [];
    const read = (change: (text: string) => string) =>
      files.flatMap((file) => {
        const source = change(readFileSync(join(path, file), 'utf8'));
        const document = parseDocument(file.startsWith('fr') ? 'fr' : 'en', file, source);
        return document ? [document] : [];
      });

    it.each<[string, (text: string) => string]>([
      ['as written', (text) => text],
      ['with CRLF and a byte-order mark', (text) => `\uFEFF${text.replaceAll(/\r?\n/g, '\r\n')}`],
    ])('knows the place of each sign %s', (_, change) => {
      const documents = read(change);
      expect(documents.length).toBeGreaterThan(0);
      expect(documents.flatMap(strays)).toEqual([]);
    });

    it('keeps blocks in order and marks inside them', () => {
      for (const document of read((text) => text)) {
        for (const block of document.blocks) {
          const { start, end } = block.span;
          expect([document.file, block.text, start <= end]).toEqual([
            document.file,
            block.text,
            true,
          ]);
          for (const mark of block.marks) {
            expect(mark.start).toBeLessThanOrEqual(mark.end);
            expect(mark.end).toBeLessThanOrEqual(block.text.length);
            expect(mark.span.start).toBeGreaterThanOrEqual(start);
            expect(mark.span.end).toBeLessThanOrEqual(end);
          }
        }
      }
    });
  });
}
