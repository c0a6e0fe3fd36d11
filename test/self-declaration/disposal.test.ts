import { afterEach, beforeEach, expect, it } from 'vitest';
import { disposeOfWhatIsDue } from '#hiring/privacy';
import { type SelfDeclaration, createSelfDeclaration } from '#hiring/self-declaration';
import { type EquityDatabase, type EquityDb, connectDatabase } from '#platform/database';
import { type Privacy, addApplication, addPosting, startPrivacy } from '../privacy/harness.ts';
import { equityGroups, equityKey, log } from './harness.ts';

let privacy: Privacy;
let equityDb: EquityDb;
const logged: string[] = [];

beforeEach(async () => {
  logged.length = 0;
  privacy = await startPrivacy();
  equityDb = connectDatabase<EquityDatabase>(privacy.database.equity, {
    log: log(logged),
    maxConnections: 2,
  }).db;
});
afterEach(async () => {
  await equityDb.destroy();
  await privacy.close();
});

const open = async (key = equityKey): Promise<SelfDeclaration> =>
  createSelfDeclaration({
    equityDb,
    equityKey: key,
    groups: await equityGroups(),
    clock: privacy.deps.clock,
    log: log(logged),
  });

/** Disposal as the program runs it, with the keeper of declarations taking its own along. */
async function dispose(declarations: SelfDeclaration) {
  return disposeOfWhatIsDue({
    ...privacy.deps,
    erasers: [
      async (_, ids) => {
        await declarations.dispose(ids);
        return {};
      },
    ],
  });
}

it('takes what was declared along with an application whose time is over, and tells nobody', async () => {
  const declarations = await open();
  const posting = await addPosting(privacy);
  const old = await addApplication(privacy, 'ann', { posting });
  privacy.pass(400);
  const young = await addApplication(privacy, 'bob', { posting });
  for (const { id: applicationId } of [old, young]) {
    const whom = { applicationId, postingId: posting.id };
    await declarations.declare(whom, { kind: 'groups', groups: ['women'], use: 'statistics' });
  }
  privacy.pass(332);
  const certificates = await dispose(declarations);
  expect(await declarations.find(old.id)).toBeNull();
  expect(await declarations.find(young.id)).not.toBeNull();
  expect(certificates.map(({ rule }) => rule)).toContain('applications');
  expect(JSON.stringify([certificates, logged])).not.toMatch(/declar|equity|shel/i);
  declarations.stop();
});

it('lets applications go where declarations are sealed under another key', async () => {
  (await open()).stop();
  const other = await open(`${equityKey}, but another`);
  expect(other.available).toBe(false);
  const { id } = await addApplication(privacy, 'ann', { posting: await addPosting(privacy) });
  privacy.pass(732);
  await dispose(other);
  const left = await privacy.db.selectFrom('applications').select('id').execute();
  expect(left.map((row) => row.id)).not.toContain(id);
  other.stop();
});
