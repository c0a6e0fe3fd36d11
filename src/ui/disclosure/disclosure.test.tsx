import { expect, it } from 'vitest';
import { renderIn } from '#ui/examples';
import { Disclosure } from './index.ts';

it('is closed unless asked to be open', () => {
  expect(renderIn('en', <Disclosure summary="More">Text</Disclosure>)).toMatch(
    /^<details class="disclosure"><summary>More<\/summary>/,
  );
  expect(
    renderIn(
      'en',
      <Disclosure summary="More" open>
        Text
      </Disclosure>,
    ),
  ).toMatch(/^<details[^>]* open/);
});
