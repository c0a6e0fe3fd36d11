import { expect, it } from 'vitest';
import { renderIn } from '#ui/examples';
import { filtersExamples } from './examples.tsx';
import { Filters } from './index.ts';

it('sends a plain GET form and stays open while a filter is on', () => {
  const html = renderIn('en', filtersExamples);
  expect(html).toContain('<search aria-label="Sample search">');
  expect(html).toContain('method="get"');
  expect(html).toMatch(/<details[^>]* open/);
  expect(html).toContain('Filter (2 on)');
  expect(html).toContain('Clear filters');
});

it('is folded, with nothing to clear, while none is on', () => {
  const html = renderIn(
    'fr',
    <Filters action="/" label="Recherche" active={0} clearHref={null}>
      x
    </Filters>,
  );
  expect(html).toMatch(/<details class="filters-more">/);
  expect(html).toContain('<summary>Filtrer</summary>');
  expect(html).not.toContain('Effacer');
});
