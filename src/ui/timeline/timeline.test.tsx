import { expect, it } from 'vitest';
import { renderIn } from '#ui/examples';
import { timelineExamples } from './examples.tsx';

it('lists what happened in the order given, with a moment for machines', () => {
  const html = renderIn('en', timelineExamples);
  expect(html.match(/<li /g)).toHaveLength(2);
  expect(html.match(/datetime="[^"]+"/g)).toEqual([
    'datetime="2026-07-06T14:02:00Z"',
    'datetime="2026-07-02T15:40:00Z"',
  ]);
  expect(html.indexOf('Later')).toBeLessThan(html.indexOf('First'));
  expect(html.match(/sample@example\.org/g)).toHaveLength(1);
});
