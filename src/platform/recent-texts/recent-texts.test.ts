import { describe, expect, it } from 'vitest';
import { recentTexts } from './index.ts';

describe('recentTexts', () => {
  it('makes something of a text that comes again once more, and then no longer', () => {
    const remember = recentTexts<{ length: number }>();
    const made: string[] = [];
    const ask = (text: string) =>
      remember(text, (own) => {
        made.push(own);
        return { length: own.length };
      });
    expect(ask('Advise the team')).toEqual({ length: 15 });
    expect(ask('Advise the team')).toBe(ask('Advise the team'));
    expect(made).toEqual(['Advise the team', 'Advise the team']);
  });

  it('keeps nothing of texts that come once, however many', () => {
    const remember = recentTexts<number>();
    let made = 0;
    for (let n = 0; n < 10_000; n += 1) remember(`Text ${n}`, () => (made += 1));
    expect(made).toBe(10_000);
  });

  it('forgets what was not asked for while thousands of others were', () => {
    const remember = recentTexts<number>();
    let made = 0;
    const twice = (text: string) => {
      for (let i = 0; i < 2; i += 1) remember(text, () => (made += 1));
    };
    twice('old');
    for (let n = 0; n < 5000; n += 1) twice(`other ${n}`);
    made = 0;
    remember('old', () => (made += 1));
    expect(made).toBe(1);
  });
});
