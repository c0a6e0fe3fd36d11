import type { Span } from './model.ts';
import type { InlineSource } from './parse-inline.ts';

/** What link references of a body point to, by label as `normalizeReference` writes it. */
export type LinkTargets = {
  normalize(label: string): string;
  has(label: string): boolean;
  find(label: string): { href: string; span: Span } | null;
};

type LinkEnd = { to: number; href: string | null; hrefSpan: Span | null };

/**
 * Reads what follows the words of a link: `](target "title")`, `][label]`, `][]` or only `]`.
 * `cursor` is at the closing bracket.
 */
export function linkEnd(
  source: InlineSource,
  cursor: number,
  words: string,
  targets: LinkTargets,
): LinkEnd {
  const { content } = source;
  const after = cursor + 1;
  if (content[after] === '(') {
    const inline = inlineTarget(source, after + 1);
    if (inline) return inline;
  }
  let label = words;
  let to = after;
  if (content[after] === '[') {
    const end = endOfLabel(content, after + 1);
    const written = content.slice(after + 1, end);
    if (written === '') to = end + 1;
    else if (targets.has(targets.normalize(written))) {
      label = written;
      to = end + 1;
    }
  }
  const found = targets.find(targets.normalize(label));
  return { to, href: found?.href ?? null, hrefSpan: found?.span ?? null };
}

const targetForm =
  /\s*(?:<((?:\\.|[^<>\\\n])*)>|((?:\\.|[^\s\\()]|\((?:\\.|[^\s\\()]|\((?:\\.|[^\s\\()])*\))*\))*))(?:\s+(?:"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|\((?:\\[^]|[^()\\])*\)))?\s*\)/y;

function inlineTarget(source: InlineSource, from: number): LinkEnd | null {
  targetForm.lastIndex = from;
  const match = targetForm.exec(source.content);
  if (!match) return null;
  const href = match[1] ?? match[2] ?? '';
  const bracket = match[1] === undefined ? 0 : 1;
  const start = from + /^\s*/.exec(match[0])![0].length + bracket;
  const hrefSpan = {
    start: source.at(start),
    end: href === '' ? source.at(start) : source.at(start + href.length - 1) + 1,
  };
  return { to: from + match[0].length, href, hrefSpan };
}

function endOfLabel(content: string, from: number): number {
  let at = from;
  while (at < content.length && content[at] !== ']') at += content[at] === '\\' ? 2 : 1;
  return at;
}
