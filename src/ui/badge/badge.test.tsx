import { expect, it } from 'vitest';
import { renderIn } from '#ui/examples';
import { Badge } from './index.ts';

it('carries its state as text, in the tone given or none', () => {
  expect(renderIn('en', <Badge tone="success">Open</Badge>)).toBe(
    '<span class="badge badge-success">Open</span>',
  );
  expect(renderIn('en', <Badge>Draft</Badge>)).toContain('badge-neutral');
});
