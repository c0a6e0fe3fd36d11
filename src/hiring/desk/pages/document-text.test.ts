import { describe, expect, it } from 'vitest';
import type { TextBlock } from './application-view.ts';
import { groups } from './document-text.tsx';

const item = (level: number, text: string): TextBlock => ({ kind: 'list-item', level, text });
const leaf = (text: string) => ({ text, children: [] });

describe('list items of a document', () => {
  it('make one list where they follow each other, and nest by level', () => {
    const blocks = [item(1, 'a'), item(2, 'b'), item(3, 'c'), item(2, 'd'), item(1, 'e')];
    expect(groups(blocks)).toEqual([
      {
        kind: 'list',
        nodes: [
          { text: 'a', children: [{ text: 'b', children: [leaf('c')] }, leaf('d')] },
          leaf('e'),
        ],
      },
    ]);
  });

  it('make two lists around a paragraph', () => {
    const paragraph: TextBlock = { kind: 'paragraph', text: 'p' };
    expect(groups([item(1, 'a'), paragraph, item(2, 'b')])).toEqual([
      { kind: 'list', nodes: [leaf('a')] },
      paragraph,
      { kind: 'list', nodes: [leaf('b')] },
    ]);
  });

  it('hang from the deepest there is where a level was skipped', () => {
    expect(groups([item(1, 'a'), item(9, 'b'), item(9, 'c')])).toEqual([
      { kind: 'list', nodes: [{ text: 'a', children: [{ text: 'b', children: [leaf('c')] }] }] },
    ]);
    expect(groups([item(3, 'a'), item(1, 'b')])).toEqual([
      { kind: 'list', nodes: [leaf('a'), leaf('b')] },
    ]);
  });
});
