import { expect, it } from 'vitest';
import { renderIn } from '#ui/examples';
import { postingCardExamples } from './examples.tsx';

const [known = '', bare = ''] = renderIn('en', postingCardExamples)
  .split('<li class="posting-card">')
  .slice(1);

it('has one link, its title, and says its state in words', () => {
  expect(known.match(/<a /g)).toHaveLength(1);
  expect(known).toContain('<a href="#card-one">Everything known</a>');
  expect(known).toContain('Closed');
  expect(known).toContain('Closes July 31, 2026');
  expect(known).toContain('<li>Moncton</li><li>IT-02</li>');
});

it('leaves no empty element where little is known', () => {
  expect(bare).not.toMatch(/<p|<ul/);
});
