import { describe, expect, it } from 'vitest';
import {
  foldForSearch,
  formatBytes,
  formatDate,
  formatIsoDate,
  formatIsoDateTime,
  formatMoney,
  formatNumber,
  formatTime,
  formatTimeZone,
} from './index.ts';

const instant = new Date('2016-07-31T20:30:00Z');

describe('formats of both languages', () => {
  it('writes dates and times as the Government of Canada does', () => {
    expect(formatDate(instant, 'en', 'America/Toronto')).toBe('July\u00A031,\u00A02016');
    expect(formatDate(instant, 'fr', 'America/Toronto')).toBe('31\u00A0juillet\u00A02016');
    const first = new Date('2016-07-01T20:30:00Z');
    expect(formatDate(first, 'en', 'America/Toronto')).toBe('July\u00A01,\u00A02016');
    expect(formatDate(first, 'fr', 'America/Toronto')).toBe('1er\u00A0juillet\u00A02016');
    expect(formatTime(instant, 'en', 'America/Toronto')).toBe('4:30\u00A0pm');
    expect(formatTime(instant, 'fr', 'America/Toronto')).toBe('16\u00A0h\u00A030');
  });

  it('names the zone in words', () => {
    expect(formatTimeZone(instant, 'en', 'America/Toronto')).toBe('Eastern Daylight Time');
    expect(formatTimeZone(instant, 'fr', 'America/Toronto')).toBe('heure avancée de l’Est');
  });

  it('writes dates of tables in the zone, not in UTC', () => {
    const late = new Date('2026-01-01T02:00:00Z');
    expect(formatIsoDate(late, 'America/Toronto')).toBe('2025-12-31');
    expect(formatIsoDateTime(late, 'America/Toronto')).toBe('2025-12-31 21:00');
  });

  it('keeps numbers and their units together', () => {
    expect(formatNumber(115_754, 'en')).toBe('115,754');
    expect(formatNumber(115_754, 'fr')).toBe('115\u00A0754');
    expect(formatMoney(115_754, 'CAD', 'en')).toBe('$115,754');
    expect(formatMoney(115_754, 'CAD', 'fr')).toBe('115\u00A0754\u00A0$');
    expect(formatBytes(10_000_000, 'en')).toBe('10\u00A0MB');
    expect(formatBytes(1_250_000, 'fr')).toBe('1,3\u00A0Mo');
    expect(formatBytes(12, 'en')).toBe('1\u00A0KB');
  });

  it('folds words so that people find them as they type them', () => {
    expect(foldForSearch('Zoë L’Œuvre Ænima ﬁn')).toBe("zoe l'oeuvre aenima fin");
  });
});
