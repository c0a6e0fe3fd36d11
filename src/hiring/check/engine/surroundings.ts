import type { Block, Document, Span } from '#hiring/prose';
import type { Surroundings } from '../model.ts';
import { cutOff } from './short-args.ts';

/** Longest quotation of what a block stands under: enough to recognize it by. */
const longestHeading = 60;

/** The block of a document that a place begins in, told by its number and its heading. */
export function surroundingsOf(document: Document, { start }: Span): Surroundings | null {
  const block = document.blocks.find(({ span }) => span.start <= start && start < span.end);
  if (!block || block.kind === 'heading' || block.kind === 'code') return null;
  const { kind } = block;
  if (kind === 'title' || kind === 'description') return { kind, number: 1, under: null };
  const list = kind === 'item' && block.group !== null ? document.lists[block.group] : undefined;
  const section = document.sections[block.section]!;
  const peers = list
    ? list.items
    : section.blocks.filter((id) => isPeer(document.blocks[id]!, block));
  const heading = list?.introduction ?? section.heading;
  return {
    kind,
    number: peers.indexOf(block.id) + 1,
    under: heading === null ? null : cutOff(document.blocks[heading]!.text, longestHeading),
  };
}

function isPeer({ kind, group }: Block, block: Block): boolean {
  return kind === block.kind && group === block.group;
}
