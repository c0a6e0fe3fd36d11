import type { LeverList } from '../model.ts';

/** A posting's text, cut as Lever's fields are. */
export type Sections = {
  /** Before the first heading. */
  opening: string;
  /** From there to the first heading that a list follows. */
  body: string;
  lists: LeverList[];
  /** Everything after the first of the lists that is not one. */
  additional: string;
};

type Block = { tag: string; html: string };

const heading = /^h[1-6]$/;
const list = /^[uo]l$/;

/**
 * Cuts safe HTML (well formed, no ">" in attributes). A heading with a list right under it becomes
 * one of `lists`; nothing is left out and nothing is there twice, whatever the author wrote.
 */
export function cutIntoSections(html: string): Sections {
  const blocks = topLevelBlocks(html);
  const firstHeading = blocks.findIndex(({ tag }) => heading.test(tag));
  const start = firstHeading === -1 ? blocks.length : firstHeading;
  const lists: LeverList[] = [];
  const before: Block[] = [];
  const after: Block[] = [];
  for (let index = start; index < blocks.length; index += 1) {
    const block = blocks[index]!;
    const items: string[] = [];
    while (heading.test(block.tag) && list.test(blocks[index + 1]?.tag ?? '')) {
      index += 1;
      items.push(itemsOf(blocks[index]!.html));
    }
    if (items.length > 0) lists.push({ text: wordsOf(block.html), content: items.join('') });
    else (lists.length === 0 ? before : after).push(block);
  }
  const join = (some: Block[]): string => some.map((block) => block.html).join('\n');
  return {
    opening: join(blocks.slice(0, start)),
    body: join(before),
    lists,
    additional: join(after),
  };
}

/** The elements that stand beside each other; text outside any is a paragraph. */
function topLevelBlocks(html: string): Block[] {
  const blocks: Block[] = [];
  let depth = 0;
  let start = 0;
  let tag = '';
  const add = (end: number): void => {
    const piece = html.slice(start, end).trim();
    if (piece !== '')
      blocks.push(tag === '' ? { tag: 'p', html: `<p>${piece}</p>` } : { tag, html: piece });
    start = end;
    tag = '';
  };
  for (const { 0: found, 1: closing, 2: name = '', index } of html.matchAll(
    /<(\/?)([a-z][a-z0-9]*)[^>]*>/g,
  )) {
    if (inline.has(name) && depth === 0) continue;
    if (name === 'br' || name === 'hr') {
      if (depth > 0 || name === 'br') continue;
      add(index);
      tag = name;
      add(index + found.length);
    } else if (closing) {
      depth -= 1;
      if (depth === 0) add(index + found.length);
    } else {
      if (depth === 0) {
        add(index);
        tag = name;
      }
      depth += 1;
    }
  }
  add(html.length);
  return blocks;
}

const inline = new Set([
  'a', 'abbr', 'b', 'cite', 'code', 'del', 'em', 'i', 'ins', 'q', 's', 'strong', 'sub', 'sup',
]); // prettier-ignore

/** What stands between the tags of a list. */
function itemsOf(html: string): string {
  return html
    .replace(/^<[uo]l[^>]*>/, '')
    .replace(/<\/[uo]l>$/, '')
    .trim();
}

const named: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** The words of a heading. */
function wordsOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => named[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
