import type { Place } from '#hiring/check';
import { type Block, type Document, type Mark, ofLatest } from '#hiring/prose';

/** A link of a document. */
export type Link = {
  readonly block: Block;
  readonly mark: Mark;
  readonly href: string;
  readonly text: string;
  /** The address in the file, or the link where its address has no place. */
  readonly place: Place;
};

/** The links of a document, in reading order. */
export const linksOf = ofLatest((document: Document): readonly Link[] => [...findLinks(document)]);

function* findLinks(document: Document): Generator<Link> {
  for (const block of document.blocks) {
    for (const mark of block.marks) {
      if (mark.kind !== 'link' || mark.href === null) continue;
      yield {
        block,
        mark,
        href: mark.href,
        text: block.text.slice(mark.start, mark.end),
        place: { file: document.file, span: mark.hrefSpan ?? mark.span },
      };
    }
  }
}

/** Writes another address where the file writes this one as it is; null where it does not. */
export function rewriteHref(document: Document, link: Link, href: string) {
  const span = link.mark.hrefSpan;
  if (!span || /[\s<>()"]/.test(href)) return null;
  const written = document.source.slice(span.start, span.end);
  if (written !== link.href && !sameAddress(written, link.href)) return null;
  return [{ file: document.file, span, text: href }];
}

/** An address as written and as read: a parser encodes spaces and letters, and HTML writes &amp;. */
function sameAddress(written: string, href: string): boolean {
  const plain = written.replaceAll('&amp;', '&');
  try {
    return decodeURI(plain) === decodeURI(href);
  } catch {
    return false;
  }
}
