import { expect, it } from 'vitest';
import { createFormTokens } from './form-token.ts';

const start = new Date('2026-03-01T12:00:00Z');
const token = { personId: 's1', page: '/fr/personnel/candidatures/7?onglet=é' };

it('gives back what it signed', () => {
  const tokens = createFormTokens('secret', () => start, 'staff');
  expect(tokens.verify(tokens.sign(token))).toEqual(token);
});

it('is good for a week', () => {
  let now = start;
  const tokens = createFormTokens('secret', () => now, 'staff');
  const text = tokens.sign(token);
  now = new Date('2026-03-08T12:00:00Z');
  expect(tokens.verify(text)).toEqual(token);
  now = new Date('2026-03-08T12:00:01Z');
  expect(tokens.verify(text)).toBeNull();
});

it('refuses anything altered, cut, extended, or signed with another key, or for another door', () => {
  const tokens = createFormTokens('secret', () => start, 'staff');
  const text = tokens.sign(token);
  const [body = '', signature = ''] = text.split('.');
  const other = Buffer.from(JSON.stringify(['s2', token.page, start.getTime()])).toString(
    'base64url',
  );
  const refused = [
    undefined,
    '',
    '.',
    body,
    `${body}.`,
    `.${signature}`,
    `${other}.${signature}`,
    `${body}.${signature.slice(0, -2)}`,
    `${text}.${signature}`,
    createFormTokens('another', () => start, 'staff').sign(token),
    createFormTokens('secret', () => start, 'candidate').sign(token),
  ];
  expect(refused.filter((text) => tokens.verify(text) !== null)).toEqual([]);
});
