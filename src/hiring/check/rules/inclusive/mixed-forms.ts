import type { TextRule } from '#hiring/check';
import { type Block, perBlock } from '#hiring/prose';
import { excerpt, placeIn } from '../support/places.ts';
import { proseBlocks, proseOf } from '../support/prose-text.ts';
import { type Form, type FormName, formsOf } from './forms.ts';

type Policy = 'consistent' | 'doublets' | 'middle-dot' | 'any';
const formOf = { doublets: 'doublet', 'middle-dot': 'dot' } as const;
type Found = Form & { block: Block };

const formsIn = perBlock((block) => formsOf(proseOf(block)));

/** French that names women and men in several ways, or in another way than the one agreed. */
export const mixedForms: TextRule = {
  id: 'inclusive/mixed-forms',
  severity: 'warning',
  fixable: false,
  scope: 'text',
  options: { policy: 'consistent' },
  check(document, context, report) {
    const policy = context.option<Policy>('policy');
    if (document.lang !== 'fr' || policy === 'any') return;
    const all = proseBlocks(document).flatMap((block) =>
      formsIn(block).map((form): Found => ({ ...form, block })),
    );
    const counts = new Map<FormName, Found[]>();
    for (const form of all) counts.set(form.name, [...(counts.get(form.name) ?? []), form]);
    const wanted = policy === 'consistent' ? mostUsed(counts) : formOf[policy];
    if (wanted === null) return;
    for (const [name, forms] of counts) {
      const [first] = forms;
      if (name === wanted || !first) continue;
      const example = (counts.get(wanted) ?? [])[0];
      report({
        place: placeIn(document, first.block, first.start, first.end),
        args: {
          found: excerpt(first.block.text.slice(first.start, first.end)),
          count: forms.length,
          form: name,
          wanted,
          example: example ? excerpt(example.block.text.slice(example.start, example.end)) : '',
        },
        variant: policy === 'consistent' ? 'mixed' : 'policy',
      });
    }
  },
};

function mostUsed(counts: ReadonlyMap<FormName, readonly Found[]>): FormName | null {
  const [first] = [...counts].sort(([, a], [, b]) => b.length - a.length);
  return first?.[0] ?? null;
}
