import { describe, expect, it } from 'vitest';
import { blocksOf } from './blocks.ts';
import { compareTexts } from './compare-texts.ts';

const text = (body: string, title = 'Title') =>
  blocksOf({ lang: 'en', title, description: '', body, leverId: null, file: '' });
/** Blocks as text: [-removed-] and {+added+}, unchanged blocks left out. */
const shown = (before: string, after: string): string[] =>
  compareTexts(text(before), text(after))
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, pieces }) => {
      const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
      return `${kind}: ${pieces.map((piece) => marks[piece.kind].join(piece.text)).join('')}`;
    });

describe('the blocks of a posting', () => {
  it('are its title, headings, paragraphs and items, nested ones apart, with targets of links', () => {
    expect(
      text('## Work\n\nSee [the page](https://a.example/x).\n\n- one\n  - inner\n- two'),
    ).toEqual([
      { role: 'title', text: 'Title' },
      { role: 'heading', text: 'Work' },
      { role: 'paragraph', text: 'See the page (https://a.example/x).' },
      { role: 'item', text: 'one' },
      { role: 'item', text: 'inner' },
      { role: 'item', text: 'two' },
    ]);
  });
});

describe('two texts', () => {
  it('that are the same have no change', () => {
    expect(shown('A b c.\n\n- d', 'A b c.\n\n- d')).toEqual([]);
  });

  it('differ by words within a paragraph', () => {
    expect(shown('You need two years of work.', 'You need three years of work.')).toEqual([
      'changed: You need [-two-]{+three+} years of work.',
    ]);
  });

  it('differ by whole items, and by the item that took the place of another', () => {
    expect(
      shown('- plan the work\n- write the code', '- plan the work\n- write the code\n- test it'),
    ).toEqual(['added: {+test it+}']);
    expect(shown('- speak\n- write the code well', '- write the code very well')).toEqual([
      'removed: [-speak-]',
      'changed: write the code {+very +}well',
    ]);
    expect(shown('Cats and dogs.', 'Pay is fair here.')).toEqual([
      'removed: [-Cats and dogs.-]',
      'added: {+Pay is fair here.+}',
    ]);
  });

  it('differ by where a link leads', () => {
    expect(shown('[Pay](https://a.example/en)', '[Pay](https://a.example/fr)')).toEqual([
      'changed: Pay (https://a.example/[-en-]{+fr+})',
    ]);
  });

  it('have one title each, however different', () => {
    const compared = compareTexts(text('x', 'Analyst'), text('x', 'Designer'));
    expect(compared[0]).toMatchObject({ kind: 'changed', role: 'title' });
  });
});
