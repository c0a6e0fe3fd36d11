import { describe, expect, it } from 'vitest';
import { ofLatest } from './of-latest.ts';

describe('ofLatest', () => {
  it('remembers two, and makes it again for one that comes back later', () => {
    const made: string[] = [];
    const nameOf = ofLatest(({ name }: { name: string }) => {
      made.push(name);
      return { name };
    });
    const [en, fr, next] = [{ name: 'en' }, { name: 'fr' }, { name: 'next' }];
    expect([nameOf(en), nameOf(fr)]).toEqual([en, fr]);
    expect(nameOf(en)).toBe(nameOf(en));
    nameOf(next);
    nameOf(en);
    expect(made).toEqual(['en', 'fr', 'next', 'en']);
  });
});
