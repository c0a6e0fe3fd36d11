import type { TextBlock } from './application-view.ts';
import { Lines } from './written-text.tsx';

/** A document's text with its headings and lists, fitted under the `h2` of its pane. */
export function DocumentText({ blocks }: { blocks: readonly TextBlock[] }) {
  return (
    <>
      {groups(blocks).map((group, index) =>
        group.kind === 'list' ? (
          <List key={index} nodes={group.nodes} />
        ) : (
          <Block key={index} block={group} />
        ),
      )}
    </>
  );
}

type ListNode = { text: string; children: ListNode[] };
type Group = Exclude<TextBlock, { kind: 'list-item' }> | { kind: 'list'; nodes: ListNode[] };

/** List items one after the other make one list; deeper ones go under the item before them. */
export function groups(blocks: readonly TextBlock[]): Group[] {
  const found: Group[] = [];
  let path: ListNode[] = [];
  for (const block of blocks) {
    if (block.kind !== 'list-item') {
      found.push(block);
      path = [];
      continue;
    }
    const node: ListNode = { text: block.text, children: [] };
    // A level without the one above it hangs from the deepest there is.
    const depth = Math.min(block.level - 1, path.length);
    const parent = path[depth - 1];
    const last = found.at(-1);
    if (parent) parent.children.push(node);
    else if (last?.kind === 'list') last.nodes.push(node);
    else found.push({ kind: 'list', nodes: [node] });
    path = [...path.slice(0, depth), node];
  }
  return found;
}

const headings = ['h3', 'h4', 'h5', 'h6'] as const;

function Block({ block }: { block: Exclude<Group, { kind: 'list' }> }) {
  const Tag = block.kind === 'heading' ? (headings[block.level - 1] ?? 'h6') : 'p';
  return (
    <Tag dir="auto">
      <Lines text={block.text} />
    </Tag>
  );
}

function List({ nodes }: { nodes: readonly ListNode[] }) {
  return (
    <ul>
      {nodes.map(({ text, children }, index) => (
        <li key={index} dir="auto">
          <Lines text={text} />
          {children.length > 0 && <List nodes={children} />}
        </li>
      ))}
    </ul>
  );
}
