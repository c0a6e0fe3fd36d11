import { expect, it } from 'vitest';
import { renderIn } from '#ui/examples';
import { Facts } from './index.ts';

it('leaves out facts that are not known', () => {
  const html = renderIn(
    'en',
    <Facts
      items={[
        { term: 'Location', detail: 'Moncton' },
        { term: 'Salary', detail: null },
        { term: 'Tenure', detail: '' },
        { term: 'Positions', detail: 0 },
      ]}
    />,
  );
  expect(html).toContain('<dt>Location</dt><dd>Moncton</dd>');
  expect(html).toContain('<dt>Positions</dt><dd>0</dd>');
  expect(html).not.toMatch(/Salary|Tenure/);
});

it('is nothing where no fact is known', () => {
  expect(renderIn('en', <Facts items={[{ term: 'Salary', detail: undefined }]} />)).toBe('');
});
