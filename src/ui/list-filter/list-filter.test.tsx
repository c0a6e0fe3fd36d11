import { expect, it } from 'vitest';
import { renderIn } from '#ui/examples';
import { listFilterExamples } from './examples.tsx';
import { ListFilter } from './index.ts';

it('shows the form at once where a server answers it', () => {
  const html = renderIn('en', listFilterExamples);
  expect(html).not.toContain('<template>');
  expect(html).toContain('data-one="{count} job"');
  expect(html).toContain('<div class="list-filter-results"><p>List</p></div>');
});

it('keeps the form for the script where none does', () => {
  const words = { one: 'a', other: 'b', none: 'c', clear: 'd' };
  const html = renderIn(
    'fr',
    <ListFilter index="/x.json" form={<p>Formulaire</p>} needsScript words={words}>
      x
    </ListFilter>,
  );
  expect(html).toContain('<template><p>Formulaire</p></template>');
});
