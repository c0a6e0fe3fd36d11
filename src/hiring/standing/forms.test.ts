import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { aboutOf, messageLimit, parseMessage } from './forms.ts';

it('takes a message as written, with line feeds, and the key of its sending', () => {
  const key = randomUUID();
  expect(parseMessage({ message: ' Bonjour,\r\n\r\nquand? 😀\0 ', key })).toEqual({
    ok: true,
    input: { body: 'Bonjour,\n\nquand? 😀', key, about: 'question' },
  });
  expect(parseMessage({ message: 'a', key: 'no uuid' })).toEqual({
    ok: true,
    input: { body: 'a', key: null, about: 'question' },
  });
});

it('takes none that is empty or too long', () => {
  expect(parseMessage({})).toEqual({ ok: false, problem: 'missing' });
  expect(parseMessage({ message: ' \n ' })).toEqual({ ok: false, problem: 'missing' });
  expect(parseMessage({ message: '😀'.repeat(messageLimit) })).toMatchObject({ ok: true });
  expect(parseMessage({ message: 'x'.repeat(messageLimit + 1) })).toEqual({
    ok: false,
    problem: 'long',
  });
});

it('takes a request for an informal discussion without words, and no other code', () => {
  expect(aboutOf({ about: 'informal-discussion' })).toBe('informal-discussion');
  expect(aboutOf({ about: 'answer' })).toBe('question');
  expect(aboutOf({})).toBe('question');
  expect(parseMessage({ message: ' ' }, 'informal-discussion')).toEqual({
    ok: true,
    input: { body: '', key: null, about: 'informal-discussion' },
  });
  const long = { message: 'x'.repeat(messageLimit + 1) };
  expect(parseMessage(long, 'informal-discussion')).toEqual({ ok: false, problem: 'long' });
});
