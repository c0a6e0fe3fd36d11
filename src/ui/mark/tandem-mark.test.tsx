import { expect, it } from 'vitest';
import { renderIn } from '#ui/examples';
import { TandemMark } from './index.ts';

it('is a pair, hidden from assistive technology', () => {
  const html = renderIn('en', <TandemMark />);
  expect(html.match(/<circle/g)).toHaveLength(2);
  expect(html).toContain('aria-hidden="true"');
});
