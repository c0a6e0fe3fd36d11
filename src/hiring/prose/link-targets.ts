import type { LinkTargets } from './link-end.ts';
import type { Body } from './parse-body.ts';

/** What markdown-it remembers of a whole text: the targets that its links are given by name. */
export type Env = { references?: Readonly<Record<string, unknown>> };

const definition = /^[ \t>]*\[((?:\\.|[^\]\\])+)\]:[ \t]*(?:<([^>\n]*)>|(\S+))/gm;

/** The link references of a body, and where each one's target is written. */
export function linkTargets({ lines, bodyStart, env, markdown }: Body): LinkTargets {
  const normalize = (label: string): string => markdown.utils.normalizeReference(label);
  const references = env.references ?? {};
  const found = new Map<string, { href: string; span: { start: number; end: number } }>();
  if (Object.keys(references).length > 0) {
    for (const match of lines.plain.slice(bodyStart).matchAll(definition)) {
      const label = normalize(match[1]!);
      const href = match[2] ?? match[3]!;
      if (found.has(label) || !(label in references)) continue;
      const at = bodyStart + match.index + match[0].lastIndexOf(href);
      const start = lines.toSource(at);
      found.set(label, { href, span: { start, end: start + href.length } });
    }
  }
  return {
    normalize,
    has: (label) => label in references,
    find: (label) => found.get(label) ?? null,
  };
}
