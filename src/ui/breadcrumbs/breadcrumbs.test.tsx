import { expect, it } from 'vitest';
import { renderIn } from '#ui/examples';
import { breadcrumbsExamples } from './examples.tsx';

it('is a named list of links, in order', () => {
  const html = renderIn('fr', breadcrumbsExamples);
  expect(html).toContain('aria-label="Vous êtes ici"');
  expect(html.match(/href="#[a-z]+"/g)).toEqual(['href="#one"', 'href="#two"']);
});
