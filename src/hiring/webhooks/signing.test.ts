import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { newSecret, signedHeaders } from './signing.ts';

it('signs as the published library verifies', () => {
  const secret = newSecret();
  const message = { id: 'b6d7c2de-0000-4000-8000-000000000000', body: '{"type":"é"}' };
  const headers = signedHeaders([secret], message, new Date());
  expect(new Webhook(secret).verify(message.body, headers)).toEqual({ type: 'é' });
  expect(() => new Webhook(secret).verify(`${message.body} `, headers)).toThrow('signature');
  expect(() => new Webhook(newSecret()).verify(message.body, headers)).toThrow('signature');
});

it('is taken by who has either of two secrets', () => {
  const [earlier, later] = [newSecret(), newSecret()];
  const message = { id: 'a', body: '{}' };
  const headers = signedHeaders([later, earlier], message, new Date());
  for (const secret of [earlier, later]) {
    expect(new Webhook(secret).verify(message.body, headers)).toEqual({});
  }
  expect(() => new Webhook(newSecret()).verify(message.body, headers)).toThrow('signature');
});

it('is refused when it is replayed later', () => {
  const secret = newSecret();
  const message = { id: 'a', body: '{}' };
  const headers = signedHeaders([secret], message, new Date(Date.now() - 600_000));
  expect(() => new Webhook(secret).verify(message.body, headers)).toThrow('old');
});
