import { expect, it } from 'vitest';
import { parseEndpoint } from './forms.ts';

const typed = {
  key: '0b9f0f3e-0000-4000-8000-000000000000',
  url: ' https://hooks.example/x ',
  format: 'standard',
  lang: 'fr',
  events: 'posting.closed\nposting.opened\nsomething.else',
};
const strict = { allowPrivate: false };

it('reads a whole form, known events only', () => {
  expect(parseEndpoint(typed, strict)).toEqual({
    ok: true,
    input: {
      key: typed.key,
      url: 'https://hooks.example/x',
      format: 'standard',
      lang: 'fr',
      events: ['posting.opened', 'posting.closed'],
    },
  });
});

it('tells everything that is missing at once', () => {
  expect(parseEndpoint({}, strict)).toEqual({
    ok: false,
    problems: {
      url: 'url-missing',
      format: 'choose-format',
      lang: 'choose-lang',
      events: 'choose-events',
    },
  });
});

it.each([
  ['hooks.example', 'url-form'],
  ['ftp://hooks.example', 'url-form'],
  ['https://user:secret@hooks.example', 'url-form'],
  ['javascript:alert(1)', 'url-form'],
  ['http://hooks.example', 'url-https'],
  [`https://hooks.example/${'x'.repeat(1000)}`, 'url-long'],
])('refuses the address %s', (url, problem) => {
  expect(parseEndpoint({ ...typed, url }, strict)).toEqual({
    ok: false,
    problems: { url: problem },
  });
});

it('lets a developer use a plain address', () => {
  const local = { ...typed, url: 'http://127.0.0.1:9000/' };
  expect(parseEndpoint(local, { allowPrivate: true }).ok).toBe(true);
});
