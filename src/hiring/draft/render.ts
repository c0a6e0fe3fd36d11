import { type Node, Document, isMap, isPair, isScalar, isSeq, visit } from 'yaml';
import type { Lang } from '#platform/i18n';
import type { Draft, Proposal, Source } from './model.ts';
import { words } from './words.ts';

type Tree = { [key: string]: unknown };

/** The proposed values as they stand under `process:`. */
export function processOf({ proposals }: Draft): Tree {
  const process: Tree = {};
  for (const { path, value } of proposals) {
    let at = process as Record<string | number, unknown>;
    path.forEach((step, index) => {
      const next = path[index + 1];
      if (next === undefined) at[step] = value;
      else
        at = (at[step] ??= typeof next === 'number' ? [] : {}) as Record<string | number, unknown>;
    });
  }
  return process;
}

/** `process/<translationKey>.yml`, each value with the lines that it comes from. */
export function renderYaml(draft: Draft, lang: Lang): string {
  const t = words(lang);
  const document = new Document(processOf(draft));
  foldSmallMaps(document);
  for (const proposal of draft.proposals) {
    const place = placeOf(document, proposal);
    if (!place) continue;
    const lines = [t('from', { sources: list(proposal.from), confidence: proposal.confidence })];
    if (proposal.others.length > 0) lines.push(t('others', { values: proposal.others.join('; ') }));
    place.commentBefore = [place.commentBefore, ...lines.map((line) => ` ${line}`)]
      .filter(Boolean)
      .join('\n');
  }
  const gaps = draft.gaps.map(
    ({ field, reason, lang: said, from }) =>
      ` ${t(`gap.${reason}`, { field, lang: said ?? 'en', sources: list(from) })}`,
  );
  if (gaps.length > 0) document.comment = gaps.join('\n');
  const body =
    draft.proposals.length > 0
      ? document.toString({ lineWidth: 0 })
      : gaps.map((gap) => `#${gap}\n`).join('');
  const files = filesOf(draft).map((file) => `# ${branchOf(file)}: ${file}\n`);
  return `# ${t('head')}\n${files.join('')}${body}`;
}

/** Everything, for programs. */
export function renderJson(draft: Draft): string {
  return JSON.stringify({ ...draft, process: processOf(draft) }, null, 2);
}

/** The files are named once, at the top. */
function list(sources: readonly Source[]): string {
  return sources.map(({ file, line }) => `${branchOf(file)}:${line}`).join(', ');
}

function filesOf({ proposals, gaps }: Draft): string[] {
  const files = [...proposals, ...gaps].flatMap(({ from }) => from.map(({ file }) => file));
  return [...new Set(files)].sort();
}

/** "en" or "fr": the first folder of the path. */
const branchOf = (file: string): string => file.split('/', 1)[0]!;

/** The key or the entry of a list that stands for a proposal. */
function placeOf(document: Document, { path }: Proposal): Node | null {
  const last = path.at(-1)!;
  const parent = document.getIn(path.slice(0, -1), true) ?? document.contents;
  if (isSeq(parent)) return (parent.items[Number(last)] as Node | undefined) ?? null;
  if (!isMap(parent)) return null;
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
  return pair ? (pair.key as Node) : null;
}

/** Maps of a few short values read best on one line. */
function foldSmallMaps(document: Document): void {
  visit(document, {
    Map: (_key, node, ancestors) => {
      const parent = ancestors.at(-1);
      const isField = isPair(parent) || isSeq(parent);
      const short = node.items.every(
        ({ value }) => isScalar(value) && String(value.value).length < 12,
      );
      if (isField && short) node.flow = true;
    },
  });
}
