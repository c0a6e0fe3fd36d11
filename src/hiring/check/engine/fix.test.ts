import { describe, expect, it } from 'vitest';
import type { Edit, Finding } from '../model.ts';
import { applyFixes, fixUntilStable } from './fix.ts';
import { linedText, locate } from './places.ts';

const place = locate({ file: 'a', span: { start: 0, end: 0 } }, linedText(''));

function finding(...fix: Edit[]): Finding {
  return { rule: 'x/y', severity: 'info', variant: null, place, counterpart: null, args: {}, fix };
}

const edit = (start: number, end: number, text: string, file = 'a'): Edit => ({
  file,
  span: { start, end },
  text,
});

const texts = (a: string, b = '') => new Map([['a', a], ['b', b]]); // prettier-ignore

describe('fixing', () => {
  it('makes edits of one text in any order', () => {
    const fixed = applyFixes([finding(edit(4, 5, 'E')), finding(edit(0, 1, 'AA'))], texts('abcde'));
    expect(fixed.texts.get('a')).toBe('AAbcdE');
    expect(fixed.applied).toHaveLength(2);
  });

  it('leaves the later of two that overlap for the next round', () => {
    const [first, second] = [finding(edit(0, 3, 'x')), finding(edit(2, 4, 'y'))];
    const fixed = applyFixes([first, second], texts('abcde'));
    expect(fixed.texts.get('a')).toBe('xde');
    expect(fixed.applied).toEqual([first]);
  });

  it('makes all edits of a fix, over both files, or none', () => {
    const both = finding(edit(0, 1, 'A'), edit(0, 1, 'B', 'b'));
    const inTheWay = finding(edit(0, 2, 'z', 'b'));
    expect([...applyFixes([both], texts('a', 'bc')).texts.values()]).toEqual(['A', 'Bc']);
    expect([...applyFixes([inTheWay, both], texts('a', 'bc')).texts.values()]).toEqual(['a', 'z']);
  });

  it('keeps the file’s own line ends', () => {
    const fixed = applyFixes([finding(edit(1, 1, '\n'))], texts('\uFEFFa\r\nb'));
    expect(fixed.texts.get('a')).toBe('\uFEFF\r\na\r\nb');
  });

  it('goes on until nothing changes, and counts', () => {
    const check = (current: ReadonlyMap<string, string>): Finding[] => {
      const at = current.get('a')!.indexOf('  ');
      return at < 0 ? [] : [finding(edit(at, at + 2, ' '))];
    };
    const fixed = fixUntilStable(texts('a    b'), check);
    expect(fixed).toEqual({
      findings: [],
      changes: [{ file: 'a', before: 'a    b', after: 'a b' }],
      fixed: 3,
    });
  });

  it('gives up on rules that undo each other', () => {
    const check = (current: ReadonlyMap<string, string>): Finding[] => [
      finding(edit(0, 1, current.get('a') === 'x' ? 'y' : 'x')),
    ];
    expect(fixUntilStable(texts('x'), check).findings).toHaveLength(1);
  });
});
