import { expect, it } from 'vitest';
import { renderIn } from '#ui/examples';
import { EmptyState } from './index.ts';

it('is titled as a section of the page and says what to do', () => {
  const html = renderIn(
    'en',
    <EmptyState title="No job matches">
      <p>Clear the filters.</p>
    </EmptyState>,
  );
  expect(html).toContain('<h2>No job matches</h2><p>Clear the filters.</p>');
});
