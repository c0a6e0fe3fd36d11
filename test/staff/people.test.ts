import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addStaff, changeRole, disableStaff, listStaff, restoreStaff } from '#hiring/staff';
import { randomIds } from '#platform/ids';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';

const now = new Date('2026-03-02T14:00:00Z');

let database: TestDatabase;
let deps: { db: TestDatabase['db']; clock: () => Date; ids: typeof randomIds };

beforeAll(async () => {
  database = await createTestDatabase();
  deps = { db: database.db, clock: () => now, ids: randomIds };
});
afterAll(() => database.drop());
beforeEach(async () => {
  await deps.db.deleteFrom('staff').execute();
});

const ana = { email: 'ana@example.org', role: 'admin', lang: 'fr' } as const;
const ben = { email: 'ben@example.org', role: 'manager', lang: 'en', name: 'Ben' } as const;

describe('adding', () => {
  it('keeps the address in lower case, with role and language', async () => {
    const added = await addStaff(deps, { ...ana, email: ' Ana@Example.ORG ' });
    expect(added).toEqual({ ok: true, id: expect.any(String), email: 'ana@example.org' });
    await addStaff(deps, ben);
    expect(await listStaff(deps.db)).toMatchObject([
      { ...ana, name: '', disabledAt: null, createdAt: now },
      { ...ben, disabledAt: null },
    ]);
  });

  it('refuses what is no address', async () => {
    const refused = await addStaff(deps, {
      ...ana,
      email: 'ana@example.org\nBcc: eve@example.com',
    });
    expect(refused).toEqual({ ok: false, error: { kind: 'bad-email' } });
  });

  it('refuses a person already there, and says whether they are disabled', async () => {
    await addStaff(deps, ana);
    await addStaff(deps, ben);
    const again = (email: string) => addStaff(deps, { email, role: 'assessor', lang: 'en' });
    expect(await again('ANA@example.org')).toEqual({
      ok: false,
      error: { kind: 'already-exists', disabled: false },
    });
    await disableStaff(deps, ben);
    expect(await again(ben.email)).toEqual({
      ok: false,
      error: { kind: 'already-exists', disabled: true },
    });
    expect((await listStaff(deps.db)).map((person) => person.role)).toEqual(['admin', 'manager']);
  });

  it('adds one person when asked twice at once', async () => {
    const both = await Promise.all([addStaff(deps, ana), addStaff(deps, ana)]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
  });
});

describe('the last admin', () => {
  const lastAdmin = { ok: false, error: { kind: 'last-admin' } };

  it('can be neither disabled nor given another role', async () => {
    await addStaff(deps, ana);
    await addStaff(deps, ben);
    expect(await disableStaff(deps, ana)).toEqual(lastAdmin);
    expect(await changeRole(deps, { email: ana.email, role: 'manager' })).toEqual(lastAdmin);
    expect(await changeRole(deps, { email: ana.email, role: 'admin' })).toEqual({ ok: true });
  });

  it('is not a disabled one', async () => {
    await addStaff(deps, ana);
    await addStaff(deps, { ...ben, role: 'admin' });
    expect(await disableStaff(deps, ben)).toEqual({ ok: true });
    expect(await disableStaff(deps, ana)).toEqual(lastAdmin);
  });

  it('remains when two admins leave at the same time', async () => {
    await addStaff(deps, ana);
    await addStaff(deps, { ...ben, role: 'admin' });
    const both = await Promise.all([
      disableStaff(deps, ana),
      changeRole(deps, { email: ben.email, role: 'assessor' }),
    ]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    const admins = (await listStaff(deps.db)).filter(
      (person) => person.role === 'admin' && !person.disabledAt,
    );
    expect(admins).toHaveLength(1);
  });
});

describe('disabling and restoring', () => {
  it('says since when, once, and is undone', async () => {
    await addStaff(deps, ana);
    await addStaff(deps, ben);
    expect(await disableStaff(deps, { email: 'BEN@example.org' })).toEqual({ ok: true });
    const later = { ...deps, clock: () => new Date('2026-03-03T00:00:00Z') };
    expect(await disableStaff(later, ben)).toEqual({ ok: true });
    expect((await listStaff(deps.db))[1]?.disabledAt).toEqual(now);
    expect(await restoreStaff(later, ben)).toEqual({ ok: true });
    expect((await listStaff(deps.db))[1]).toMatchObject({ role: 'manager', disabledAt: null });
  });

  it('of a person nobody knows is refused', async () => {
    await addStaff(deps, ana);
    const unknown = { ok: false, error: { kind: 'unknown' } };
    for (const email of ['nobody@example.org', '', 'not an address']) {
      expect(await disableStaff(deps, { email })).toEqual(unknown);
      expect(await restoreStaff(deps, { email })).toEqual(unknown);
      expect(await changeRole(deps, { email, role: 'admin' })).toEqual(unknown);
    }
  });
});
