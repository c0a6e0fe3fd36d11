import { expect, it } from 'vitest';
import { renderIn } from '#ui/examples';
import { Prose } from './index.ts';

it('shows HTML made safe before, in its own language', () => {
  expect(renderIn('en', <Prose lang="fr" html="<p>À <em>lire</em>.</p>" />)).toBe(
    '<div class="prose" lang="fr"><p>À <em>lire</em>.</p></div>',
  );
});

it('escapes text given as children', () => {
  expect(renderIn('en', <Prose>{'<b>'}</Prose>)).toContain('&lt;b>');
});
