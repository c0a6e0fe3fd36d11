import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nextPayChange, payOf } from './pay.ts';
import { readPayTables } from './table.ts';

const folder = join(import.meta.dirname, '../../../../reference/pay');
const shipped = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));

const tables = readPayTables(`
group: IT
currency: CAD
period: year
tables:
  - { effective: 2026-04-01, source: s, levels: [{ level: 5, min: 3, max: 4 }] }
  - { effective: 2025-04-01, sure: false, source: s, levels: [{ level: 5, min: 1, max: 2 }] }
`)!;
const position = {
  classification: { group: 'IT', level: 5 },
  closesAt: null,
  timeZone: 'America/Vancouver',
};
const at = (text: string) => new Date(text);

describe('pay', () => {
  it('reads the tables of the repository', () => {
    expect(shipped.length).toBeGreaterThan(0);
    for (const source of shipped) expect(readPayTables(source)).not.toBeNull();
    const it05 = payOf(
      position,
      shipped.flatMap((source) => readPayTables(source) ?? []),
      at('2026-03-02T14:00:00Z'),
    );
    expect(it05).toMatchObject({ min: 133_582, max: 174_076, table: { sure: false } });
  });

  it('refuses what is no table', () => {
    expect(readPayTables('group: [')).toBeNull();
    expect(readPayTables('group: IT')).toBeNull();
    expect(readPayTables(shipped[0]!.replace('min: 69361', 'min: 999999'))).toBeNull();
    expect(readPayTables(shipped[0]!.replace('2024-12-22', '2024-12-32'))).toBeNull();
  });

  it('is that of the facts where they state one', () => {
    const pay = { min: 10, max: 20, currency: 'CAD', period: 'year' as const };
    expect(payOf({ ...position, pay }, tables, at('2026-05-01T00:00:00Z'))).toEqual({
      ...pay,
      table: null,
    });
  });

  it.each([
    ['2025-04-01T06:59:00Z', null],
    ['2025-04-01T07:00:00Z', { min: 1, max: 2, table: { effective: '2025-04-01', sure: false } }],
    ['2026-04-01T06:59:00Z', { min: 1, max: 2, table: { effective: '2025-04-01', sure: false } }],
    ['2026-04-01T07:00:00Z', { min: 3, max: 4, table: { effective: '2026-04-01', sure: true } }],
  ])('by the table in force in the zone of the process at %s', (now, pay) => {
    const found = payOf(position, tables, at(now));
    const { min, max, table } = found ?? {};
    expect(found && { min, max, table }).toEqual(pay);
  });

  it('stays that of the day on which the process closed', () => {
    const closed = { ...position, closesAt: at('2025-06-01T00:00:00Z') };
    expect(payOf(closed, tables, at('2030-01-01T00:00:00Z'))).toMatchObject({ min: 1 });
  });

  it('is not known for another group or level', () => {
    const now = at('2030-01-01T00:00:00Z');
    expect(
      payOf({ ...position, classification: { group: 'EC', level: 5 } }, tables, now),
    ).toBeNull();
    expect(
      payOf({ ...position, classification: { group: 'IT', level: 6 } }, tables, now),
    ).toBeNull();
    expect(payOf({ closesAt: null, timeZone: null }, tables, now)).toBeNull();
  });

  it('says when it may change', () => {
    expect(nextPayChange(tables, 'America/Vancouver', at('2025-12-01T00:00:00Z'))).toEqual(
      at('2026-04-01T07:00:00Z'),
    );
    expect(nextPayChange(tables, 'America/Vancouver', at('2026-04-01T07:00:00Z'))).toBeNull();
  });
});
