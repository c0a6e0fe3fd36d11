import type { Mark } from './model.ts';

export type Tag = {
  /** In lower case. */
  readonly name: string;
  readonly closes: boolean;
  /** Value of `href` or `src`, and where it stands in the tag. */
  readonly href: { readonly value: string; readonly at: number } | null;
};

export function openTag(tag: string): Tag | null {
  const read = /^<(\/?)([a-z][\w-]*)/i.exec(tag);
  if (!read) return null;
  const target = /\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag);
  const value = target?.[1] ?? target?.[2] ?? target?.[3];
  return {
    name: read[2]!.toLowerCase(),
    closes: read[1] === '/',
    href: value === undefined ? null : { value, at: tag.indexOf(value, target!.index + 4) },
  };
}

const kinds: Record<string, Mark['kind']> = {
  a: 'link',
  b: 'strong',
  strong: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  s: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  img: 'image',
};

export function htmlMark(name: string): Mark['kind'] {
  return kinds[name] ?? 'html';
}

const blocks = new Set(
  `address article aside blockquote body caption center dd details div dl dt fieldset figcaption
  figure footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table
  tbody td tfoot th thead tr ul`.split(/\s+/),
);

export function isBlockTag(name: string): boolean {
  return blocks.has(name);
}
