import { diffArrays, diffWordsWithSpace } from 'diff';
import type { BlockRole, TextBlock } from './blocks.ts';

export type Piece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** A block before and after. `changed` has pieces of every kind, the others only of their own. */
export type ComparedBlock = {
  readonly kind: 'same' | 'added' | 'removed' | 'changed';
  readonly role: BlockRole;
  readonly pieces: readonly Piece[];
};

/** Share of words in common from which two blocks count as one that was changed. */
const alike = 0.4;

/** Compares two texts block by block, and word by word within a block that was changed. Pure. */
export function compareTexts(
  before: readonly TextBlock[],
  after: readonly TextBlock[],
): ComparedBlock[] {
  const runs = diffArrays([...before], [...after], {
    comparator: (a, b) => a.role === b.role && a.text === b.text,
  });
  const compared: ComparedBlock[] = [];
  let gone: TextBlock[] = [];
  for (const run of [...runs, null]) {
    if (run?.removed) {
      gone = run.value;
      continue;
    }
    compared.push(...pairUp(gone, run?.added ? run.value : []));
    gone = [];
    if (run && !run.added) compared.push(...run.value.map((block) => whole('same', block)));
  }
  return compared;
}

function whole(kind: Piece['kind'], { role, text }: TextBlock): ComparedBlock {
  return { kind, role, pieces: [{ kind, text }] };
}

/** Joins blocks that went with those that came in their place, in order, the most alike first. */
function pairUp(gone: readonly TextBlock[], come: readonly TextBlock[]): ComparedBlock[] {
  const table: number[][] = gone.map(() => []);
  const best = (i: number, j: number): number => {
    if (i >= gone.length || j >= come.length) return 0;
    const known = table[i]![j];
    if (known !== undefined) return known;
    const likeness = similarity(gone[i]!, come[j]!);
    const joined = likeness >= alike ? likeness + best(i + 1, j + 1) : 0;
    return (table[i]![j] = Math.max(joined, best(i + 1, j), best(i, j + 1)));
  };
  const compared: ComparedBlock[] = [];
  let [i, j] = [0, 0];
  while (i < gone.length || j < come.length) {
    const here = best(i, j);
    if (i < gone.length && (j >= come.length || here === best(i + 1, j))) {
      compared.push(whole('removed', gone[i]!));
      i += 1;
    } else if (j < come.length && (i >= gone.length || here === best(i, j + 1))) {
      compared.push(whole('added', come[j]!));
      j += 1;
    } else {
      compared.push(changed(gone[i]!, come[j]!));
      i += 1;
      j += 1;
    }
  }
  return compared;
}

function changed(before: TextBlock, after: TextBlock): ComparedBlock {
  const pieces = diffWordsWithSpace(before.text, after.text).map(
    ({ added, removed, value }): Piece => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }),
  );
  return { kind: 'changed', role: after.role, pieces };
}

/** Words in common, from 0 to 1 (Dice); the title and the description are always their former selves. */
function similarity(a: TextBlock, b: TextBlock): number {
  if (a.role === b.role && (a.role === 'title' || a.role === 'description')) return 1;
  if (a.role === 'title' || b.role === 'title') return 0;
  const [wordsA, wordsB] = [wordsOf(a.text), wordsOf(b.text)];
  const total = wordsA.length + wordsB.length;
  if (total === 0) return 0;
  const left = new Map<string, number>();
  for (const word of wordsA) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of wordsB) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    common += 1;
    left.set(word, count - 1);
  }
  return (2 * common) / total;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
