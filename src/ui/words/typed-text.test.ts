import { expect, it } from 'vitest';
import { lengthOf, plainText, typedText } from './index.ts';

it('takes a text as it was typed, with line feeds and without what cannot be kept', () => {
  expect(plainText(' a\r\nb\rc\0\ud800 ')).toBe(' a\nb\nc\ufffd ');
  expect(typedText(' \n a\r\n\r\nb \0')).toBe('a\n\nb');
  expect([plainText(undefined), typedText(undefined)]).toEqual(['', '']);
});

it('counts characters as people do', () => {
  expect([lengthOf(' été 😀\r\n'), lengthOf(undefined)]).toEqual([5, 0]);
});
