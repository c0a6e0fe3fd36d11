import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  admitWithRecoveryKey,
  listKeys,
  makeRecoveryKey,
  retireByAddress,
} from '#hiring/accommodation';
import { openWith, unlockWithPassphrase } from '#platform/sealing';
import { textOf } from '../support/html.ts';
import {
  type House,
  ask,
  deskCase,
  makeOwnKey,
  onCase,
  onDesk,
  onKeys,
  passphrase,
  said,
  signInCandidate,
  startHouse,
  unlock,
} from './harness.ts';

type Custodian = Awaited<ReturnType<House['staff']>>;
let house: House;
let first: Custodian;

beforeEach(async () => {
  house = await startHouse();
  first = await house.staff('custodian', 'first@sample.example');
  await makeOwnKey(first);
  await unlock(first);
});
afterEach(() => house.close());

/** The identity of a custodian's key in use, as somebody who knows the passphrase has it. */
async function identityOf(staffId: string, words = passphrase): Promise<string> {
  const row = await house.db
    .selectFrom('custodian_keys')
    .select('locked_identity')
    .where('holder', '=', staffId)
    .where('retired_at', 'is', null)
    .executeTakeFirstOrThrow();
  return (await unlockWithPassphrase(words, row.locked_identity ?? '')) ?? '';
}

async function reads(custodian: Custodian, id: string): Promise<boolean> {
  return textOf(await (await custodian.get(deskCase(id))).text()).includes(said.help);
}

/** Everything of the case that can be opened with these identities, whatever is sealed to them. */
async function opened(id: string, identities: readonly string[]): Promise<string> {
  const keys = await house.db
    .selectFrom('accommodation_keys')
    .select('sealed')
    .where('case_id', '=', id)
    .execute();
  const entries = await house.db
    .selectFrom('accommodation_entries')
    .select('sealed')
    .where('case_id', '=', id)
    .execute();
  const all = [...identities];
  for (const { sealed } of keys) {
    for (const identity of identities) all.push((await openWith(identity, sealed)) ?? '');
  }
  const texts: string[] = [];
  for (const { sealed } of entries) {
    for (const identity of all.filter(Boolean))
      texts.push((await openWith(identity, sealed)) ?? '');
  }
  return texts.join('\n');
}

/** A second custodian, let in by the first. */
async function second(): Promise<Custodian> {
  const custodian = await house.staff('custodian', 'second@sample.example');
  await makeOwnKey(custodian);
  const waiting = (await listKeys(house.db)).find((key) => key.staffId === custodian.staffId);
  const told = await onKeys(first, { deed: 'admit', key: waiting?.id ?? '' });
  expect(told.headers.get('location')).toContain('told=admit');
  await unlock(custodian);
  return custodian;
}

it('lets a second custodian in to what is there and to what comes', async () => {
  const before = await ask(house.browser());
  const other = await second();
  const after = await ask(house.browser());
  expect([await reads(other, before.id), await reads(other, after.id)]).toEqual([true, true]);
});

it('takes a custodian out: neither old keys nor their own open anything new', async () => {
  const browser = house.browser();
  const { id, path } = await ask(browser);
  const other = await second();
  const theirs = await identityOf(other.staffId);
  const stolen = await house.db.selectFrom('accommodation_keys').selectAll().execute();
  const caseKeys: string[] = [];
  for (const { sealed } of stolen) {
    const identity = await openWith(theirs, sealed);
    if (identity) caseKeys.push(identity);
  }
  expect(caseKeys.length).toBe(1);

  const done = await retireByAddress(
    { db: house.db, clock: house.intake.deps.clock },
    'SECOND@sample.example',
  );
  expect(done).toEqual({ ok: true, retired: 1 });
  await onCase(browser, path, { deed: 'message', words: said.message });

  const readable = await opened(id, [theirs, ...caseKeys]);
  // What they had read stays read; what was written since does not open.
  expect(readable).toContain(said.help);
  expect(readable).not.toContain(said.message);
  expect(await reads(other, id)).toBe(false);
  const mine = textOf(await (await first.get(deskCase(id))).text());
  expect(mine).toContain(said.message);
  expect(mine).toContain(said.help);
  expect(textOf(await (await browser.get(path)).text())).toContain(said.help);
  // A custodian who left and only lost their role opens nothing new either.
  const later = await ask(house.browser());
  expect(await opened(later.id, [theirs, ...caseKeys])).not.toContain(said.help);
});

it('renews a key in place: the old one opens nothing that is left in the database', async () => {
  const { id } = await ask(house.browser());
  const old = await identityOf(first.staffId);
  await makeOwnKey(first, 'a fresh and longer passphrase');
  await unlock(first, 'a fresh and longer passphrase');
  expect(await reads(first, id)).toBe(true);
  const keys = await house.db
    .selectFrom('accommodation_keys')
    .select('sealed')
    .where('case_id', '=', id)
    .execute();
  for (const { sealed } of keys) expect(await openWith(old, sealed)).toBeNull();
  expect((await unlock(first)).status).toBe(422);
});

it('recovers with the paper key when the only custodian forgot', async () => {
  const { db } = house;
  const deps = { db, clock: house.intake.deps.clock, ids: house.intake.deps.ids };
  const { id } = await ask(house.browser());
  const { identity } = await makeRecoveryKey(deps);
  expect(await opened(id, [identity])).toBe('');
  expect(textOf(await (await first.get('/en/staff/accommodation/keys')).text())).toContain(
    '1 lock is missing',
  );
  await onKeys(first, { deed: 'complete' });
  expect(await opened(id, [identity])).toContain(said.help);

  // Forgotten: locked, and a new key made, which waits.
  await onKeys(first, { deed: 'lock' });
  await makeOwnKey(first, 'this one I shall remember');
  expect((await unlock(first, 'this one I shall remember')).status).toBe(422);
  const wrong = { email: 'first@sample.example', recoveryKey: await identityOf(first.staffId) };
  expect(await admitWithRecoveryKey(deps, wrong)).toMatchObject({ ok: false });
  const admitted = await admitWithRecoveryKey(deps, {
    email: 'first@sample.example',
    recoveryKey: `${identity}\n`,
  });
  expect(admitted).toEqual({ ok: true, sealed: 1 });
  expect((await unlock(first, 'this one I shall remember')).status).toBe(303);
  expect(await reads(first, id)).toBe(true);
  expect((await listKeys(db)).filter(({ retiredAt }) => retiredAt === null).length).toBe(2);
});

it('lets nobody in but by whoever can open cases', async () => {
  await ask(house.browser());
  const other = await house.staff('custodian', 'second@sample.example');
  await makeOwnKey(other);
  const key = (await listKeys(house.db)).find((one) => one.staffId === other.staffId)?.id ?? '';
  for (const deed of ['admit', 'complete', 'retire']) {
    const told = await onKeys(other, { deed, key });
    expect(told.headers.get('location')).toContain('told=refused');
  }
  await onKeys(first, { deed: 'lock' });
  const told = await onKeys(first, { deed: 'admit', key });
  expect(told.headers.get('location')).toContain('told=refused');
});

it('locks a key by itself, gives back what was typed, and keeps it nowhere', async () => {
  const { id } = await ask(house.browser());
  const html = await (await first.get(deskCase(id))).text();
  const csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const key = /name="key" value="([^"]+)"/.exec(html)?.[1] ?? '';
  house.intake.now.value = new Date(house.intake.now.value.getTime() + 31 * 60_000);
  const words = 'A long answer, for nobody else';
  const answer = await first.post(`${deskCase(id)}/do`, { csrf, key, deed: 'message', words });
  expect(answer.status).toBe(422);
  expect(textOf(await answer.text())).toContain(words);

  // Nor where the session of the person ended.
  first.cookies.clear();
  const unsent = await first.post(`${deskCase(id)}/do`, { csrf, key, deed: 'message', words });
  expect(unsent.status).toBe(403);
  expect(textOf(await unsent.text())).toContain(words);
  const secretly = await first.post('/en/staff/accommodation/keys', {
    csrf,
    deed: 'unlock',
    passphrase: 'a passphrase with spaces',
  });
  expect(await secretly.text()).not.toContain('a passphrase with spaces');
  expect(await house.db.selectFrom('kept_forms').selectAll().execute()).toEqual([]);
});

it('stops guessing of a passphrase', async () => {
  await onKeys(first, { deed: 'lock' });
  const answers: number[] = [];
  for (let guess = 0; guess < 6; guess += 1)
    answers.push((await unlock(first, `guess ${guess}`)).status);
  expect(answers.at(-1)).toBe(429);
  expect((await unlock(first)).status).toBe(429);
}, 120_000);

it('lets a candidate back in who lost the code, once a custodian says so', async () => {
  const { id, path } = await ask(house.browser());
  const lost = house.browser();
  await signInCandidate(lost, house.db, said.email);
  const asked = await lost.get(`${path}/readmission`);
  const csrf = /name="csrf" value="([^"]+)"/.exec(await asked.text())?.[1] ?? '';
  await lost.post(`${path}/readmission`, { csrf });
  expect(textOf(await (await lost.get(path)).text())).not.toContain(said.help);
  const html = await (await first.get(deskCase(id))).text();
  expect(textOf(html)).toContain('It is the address of the request.');
  const readmission = /name="readmission" value="([^"]+)"/.exec(html)?.[1] ?? '';
  await onDesk(first, id, { deed: 'readmit', readmission });
  const back = textOf(await (await lost.get(path)).text());
  expect(back).toContain(said.help);
  // Signed in with the address of the request, it is proven by the way.
  expect(textOf(await (await first.get(deskCase(id))).text())).toContain('Shown by signing in.');
});
