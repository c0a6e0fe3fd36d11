import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PrivacyDeps, type Schedule, privacyNotice } from '#hiring/privacy';
import { type ColumnClass, columnClasses } from '#platform/database';
import { readSchedule } from '#hiring/privacy/testing';
import { type Privacy, schedulePath, startPrivacy } from './harness.ts';

let privacy: Privacy;
let schedule: Schedule;
beforeAll(async () => {
  privacy = await startPrivacy();
  ({ schedule } = privacy.deps.schedule satisfies PrivacyDeps['schedule']);
});
afterAll(() => privacy.close());

const librariesOwn = new Set(['kysely_migration', 'kysely_migration_lock']);
const personal = (table: string): string[] =>
  Object.entries<ColumnClass>(columnClasses[table as keyof typeof columnClasses])
    .filter(([, kind]) => kind === 'personal' || kind === 'sensitive' || kind === 'sealed')
    .map(([column]) => column);

describe('the schedule of retention', () => {
  it('has a rule for every table of the database, and none for another', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(privacy.db);
    const actual = rows.map(({ name }) => name).filter((name) => !librariesOwn.has(name));
    const ruled = new Set(schedule.rules.flatMap(({ tables }) => tables.map(({ name }) => name)));
    expect([...ruled].sort()).toEqual(actual.sort());
  });

  it('names columns that are there', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public'`.execute(privacy.db);
    const known = new Set(rows.map(({ name }) => name));
    const named = schedule.rules.flatMap((rule) => {
      const root = rule.tables[0]?.name ?? '';
      const withheld = rule.tables.flatMap((table) =>
        Object.keys(table.withheld).map((column) => `${table.name}.${column}`),
      );
      if (rule.action === 'keep') return withheld;
      const { due, person } = rule;
      return [
        ...withheld,
        ...('column' in due ? [`${root}.${due.column}`] : []),
        ...(due.kind === 'column' && due.absent ? [`${root}.${due.absent}`] : []),
        ...(due.kind === 'column' && due.unless
          ? [`${due.unless.table}.${due.unless.column}`, `${root}.${due.unless.is}`]
          : []),
        ...(due.kind === 'column' ? Object.keys(due.only).map((name) => `${root}.${name}`) : []),
        ...(person ? [`${root}.${person.column}`] : []),
      ];
    });
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('gives every table with personal columns to the candidate, or says why not', () => {
    const silentAbout = schedule.rules.flatMap(({ tables }) =>
      tables
        .filter(({ name, export: kind, notExported }) => {
          return personal(name).length > 0 && kind === null && notExported === null;
        })
        .map(({ name }) => name),
    );
    expect(silentAbout).toEqual([]);
  });

  it('keeps nothing personal without a term, unless somebody can end it', () => {
    const endless = schedule.rules.filter(
      (rule) =>
        rule.action === 'keep' &&
        rule.until === null &&
        rule.tables.some(({ name, notExported }) => personal(name).length > 0 && !notExported),
    );
    expect(endless.map(({ id }) => id)).toEqual([]);
  });

  it('has a rule for every class of files', () => {
    const ruled = schedule.rules.flatMap(({ files }) => files);
    expect(ruled.toSorted()).toEqual(schedule.fileClasses.map(({ id }) => id).toSorted());
  });

  it('makes another version of the notice with every change of what the public is told', () => {
    const version = privacyNotice(schedule).version;
    expect(version).toMatch(/^\d{4}-\d\d-\d\d-[0-9a-f]{8}$/);
    expect(privacyNotice(schedule).version).toBe(version);
    const text = readFileSync(schedulePath, 'utf8');
    const longer = readSchedule(text.replace('keep: P30D', 'keep: P31D'));
    expect(longer.ok && privacyNotice(longer.schedule).version).not.toBe(version);
    const inside = readSchedule(
      text.replace('created_at }\n    keep: P90D', 'created_at }\n    keep: P91D'),
    );
    expect(inside.ok && privacyNotice(inside.schedule).version).toBe(version);
  });
});

describe('a schedule that is wrong', () => {
  const text = readFileSync(schedulePath, 'utf8');
  it.each([
    ['a period', 'keep: P2Y', 'keep: 2 years', 'not a period'],
    ['a source', 'sources: [archives-act-12]', 'sources: [nowhere]', 'no source'],
    ['a bank', 'bank: psu-901', 'bank: psu-000', 'no bank'],
    ['a language', 'fr: Demandes d’emploi', 'de: Stellen', 'fr'],
    ['a word too many', 'notice: true', 'notice: true\n    colour: blue', 'colour'],
    ['files', 'files: [documents]', 'files: [papers]', 'no files'],
    ['the event', 'due: { column: saved_at }', 'due: { event: doomsday }', 'due'],
  ])('is refused for %s', (_, from, to, why) => {
    const changed = text.replace(from, to);
    const read = readSchedule(changed);
    expect(changed).not.toBe(text);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.problems.join('\n')).toContain(why);
  });

  it('is refused where it is no YAML at all', () => {
    expect(readSchedule('rules: [').ok).toBe(false);
  });
});
