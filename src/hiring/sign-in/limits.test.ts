import { expect, it } from 'vitest';
import { createLinkLimits } from './limits.ts';

it('counts by address of e-mail, whichever the network', async () => {
  const limits = createLinkLimits();
  const ask = (n: number) => limits.take('a@example.org', `192.0.2.${n}`);
  for (let n = 1; n <= 5; n += 1) expect(await ask(n)).toEqual({ ok: true });
  expect(await ask(6)).toEqual({ ok: false, retryAfter: 900 });
  expect(await limits.take('b@example.org', '192.0.2.6')).toEqual({ ok: true });
});

it('counts by network, whichever the address of e-mail', async () => {
  const limits = createLinkLimits();
  const ask = (n: number, host: string) => limits.take(`p${n}@example.org`, `2001:db8::${host}`);
  for (let n = 0; n < 20; n += 1) expect(await ask(n, n.toString(16))).toEqual({ ok: true });
  expect(await ask(99, 'ffff')).toMatchObject({ ok: false });
});
