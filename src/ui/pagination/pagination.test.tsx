import { expect, it } from 'vitest';
import { renderIn } from '#ui/examples';
import { Pagination } from './index.ts';

it('offers only the steps that exist', () => {
  const first = renderIn('fr', <Pagination previous={null} next="?after=9" />);
  expect(first).toContain('href="?after=9" rel="next"');
  expect(first).toContain('Page suivante');
  expect(first).not.toContain('Page précédente');
});

it('is nothing for a list of one page without a summary', () => {
  expect(renderIn('en', <Pagination previous={null} next={null} />)).toBe('');
  expect(renderIn('en', <Pagination previous={null} next={null} summary="3 jobs" />)).toContain(
    '3 jobs',
  );
});
