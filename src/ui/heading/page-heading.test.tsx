import { expect, it } from 'vitest';
import { renderIn } from '#ui/examples';
import { PageHeading } from './index.ts';

it('reads the kicker with the title, as one heading', () => {
  const html = renderIn('en', <PageHeading title="Apply" kicker="Designer" lead="15 minutes." />);
  expect(html.match(/<h1>.*<\/h1>/)?.[0].replaceAll(/<[^>]+>/g, '')).toBe('Designer Apply');
  expect(html).toContain('<p class="lead">15 minutes.</p>');
});

it('draws wheels only for a front page, as decoration', () => {
  expect(renderIn('en', <PageHeading title="Jobs" />)).not.toContain('<svg');
  expect(renderIn('en', <PageHeading title="Jobs" wheels />)).toMatch(
    /<svg[^>]*aria-hidden="true"/,
  );
});
