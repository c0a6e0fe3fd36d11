import { describe, expect, it } from 'vitest';
import { createFormTokens } from './form-token.ts';

const tokens = createFormTokens('a secret of this test, long enough to be one');
const token = {
  submissionKey: '6f6d5c1e-54b3-4a8f-9a3f-0a9b0c1d2e3f',
  postingId: '0b0f7a52-8a53-4a1e-8d0e-3a1f0f7b7c55',
  openedAt: new Date('2026-11-24T12:00:00Z'),
};

describe('form tokens', () => {
  it('give back what was signed', () => {
    expect(tokens.verify(tokens.sign(token), token.postingId)).toEqual(token);
  });

  it('are refused for another posting', () => {
    expect(tokens.verify(tokens.sign(token), token.submissionKey)).toBeNull();
  });

  it('are refused where any part was changed, so that nobody makes up an opening time', () => {
    const parts = tokens.sign(token).split('.');
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts[index] ?? '';
      const changed = parts.with(index, `${part.slice(0, -2)}${part.endsWith('00') ? '11' : '00'}`);
      expect(tokens.verify(changed.join('.'), token.postingId), `part ${index}`).toBeNull();
    }
  });

  it('are refused under another secret, cut, lengthened or missing', () => {
    const signed = createFormTokens('another secret, just as long as it should be').sign(token);
    expect(tokens.verify(signed, token.postingId)).toBeNull();
    const good = tokens.sign(token);
    for (const text of [undefined, '', '...', good.slice(0, -3), `${good}.x`]) {
      expect(tokens.verify(text, token.postingId)).toBeNull();
    }
  });
});
