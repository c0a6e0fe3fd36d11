import { expect, it } from 'vitest';
import { relyingParty } from './relying-party.ts';

const at = (en: string, fr = en) => ({ en, fr });

it('is the domain of the language', () => {
  const origins = at('https://jobs.example', 'https://emplois.example:8443');
  expect(relyingParty(origins, 'en')).toEqual({
    origin: 'https://jobs.example',
    domain: 'jobs.example',
  });
  expect(relyingParty(origins, 'fr')).toEqual({
    origin: 'https://emplois.example:8443',
    domain: 'emplois.example',
  });
});

it('is none where browsers allow no passkey', () => {
  const none = ['http://127.0.0.1:3000', 'https://[::1]:3000', 'http://jobs.example'];
  expect(none.map((origin) => relyingParty(at(origin), 'en'))).toEqual([null, null, null]);
  expect(relyingParty(at('http://localhost:3000'), 'en')?.domain).toBe('localhost');
});
