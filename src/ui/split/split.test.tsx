import { expect, it } from 'vitest';
import { renderIn } from '#ui/examples';
import { Pane, WithAside } from './index.ts';

it('reads the heading, then the side part, then the text', () => {
  const html = renderIn(
    'en',
    <WithAside heading={<h1>Title</h1>} asideLabel="Key facts" aside="facts">
      text
    </WithAside>,
  );
  expect(html.replaceAll(/<[^>]+>/g, '|').replaceAll(/\|+/g, '|')).toBe('|Title|facts|text|');
  expect(html).toContain('<aside aria-label="Key facts">');
});

it('lets the keyboard into a pane that scrolls, and only there', () => {
  const pane = (scroll: boolean) =>
    renderIn(
      'en',
      <Pane id="resume-title" title="Résumé" scroll={scroll}>
        text
      </Pane>,
    );
  expect(pane(true)).toMatch(/<section[^>]*aria-labelledby="resume-title"[^>]*tabindex="0"/);
  expect(pane(false)).not.toContain('tabindex');
});
