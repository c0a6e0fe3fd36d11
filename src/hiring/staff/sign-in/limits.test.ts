import { expect, it } from 'vitest';
import { createSignInLimits, networkOf } from './limits.ts';

it('takes the subscriber for the network', () => {
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
  expect(networkOf('2001:DB8::1')).toBe('2001:db8:0:0');
  expect(networkOf('::1')).toBe('0:0:0:0');
});

it('counts by address of e-mail, whichever the network', async () => {
  const limits = createSignInLimits();
  const ask = (n: number) => limits.take('a@example.org', `192.0.2.${n}`);
  for (let n = 1; n <= 5; n += 1) expect(await ask(n)).toEqual({ ok: true });
  expect(await ask(6)).toEqual({ ok: false, retryAfter: 900 });
  expect(await limits.take('b@example.org', '192.0.2.6')).toEqual({ ok: true });
});

it('counts by network, whichever the address of e-mail', async () => {
  const limits = createSignInLimits();
  const ask = (n: number, host: string) => limits.take(`p${n}@example.org`, `2001:db8::${host}`);
  for (let n = 0; n < 20; n += 1) expect(await ask(n, n.toString(16))).toEqual({ ok: true });
  expect(await ask(99, 'ffff')).toMatchObject({ ok: false });
});
