import { addStaff } from '#hiring/staff';
import type { Catalogue, Posting } from '#hiring/postings';
import type { Db } from '#platform/database';
import { choosePostings } from './choose-postings.ts';
import { isFolderOf } from './content-folder.ts';
import type { DemoDeps } from './deps.ts';
import { allSampleKeys, planApplications, submissionKeyOf } from './plan-applications.ts';
import { findApplication, findStaffIds, takeInventory } from './queries.ts';
import type { SampleApplication } from './sample-application.ts';
import { type SampleActor, sampleStaff } from './sample-staff.ts';
import { sendNotices } from './send-notices.ts';
import { sendApplication } from './send-application.ts';
import { workAtDesk } from './work-at-desk.ts';

export type FillDemo =
  | {
      ok: true;
      /** Applications made, and steps of the desk taken, by this run: none where all was there. */
      made: number;
      taken: number;
      /** The process to look at: null where its posting was withdrawn since. */
      main: Posting | null;
      /** Id of an application whose decision was changed. */
      changed: string | null;
    }
  | {
      ok: false;
      error:
        /** There is something that the sample process did not make. */
        | { kind: 'not-empty'; applications: number; staff: number }
        /** The database advertises the postings of another content folder. */
        | { kind: 'other-content' }
        | { kind: 'no-open-posting' }
        | { kind: 'disk-full' };
    };

/**
 * Fills a database with the sample process: staff, then application by application with what the
 * desk made of it. Each step is one that the site takes too, recognizes what is there already, and
 * is whole or not at all; so a run that was cut short is completed by the next, and another run
 * changes nothing. Works beside a running server.
 */
export async function fillDemo(deps: DemoDeps): Promise<FillDemo> {
  const { db, contentFolder } = deps;
  const inventory = await takeInventory(db, {
    submissionKeys: allSampleKeys().map(submissionKeyOf),
    emails: sampleStaff.map(({ email }) => email),
  });
  const { ownApplications, otherApplications: applications, otherStaff: staff } = inventory;
  const isBegun = ownApplications > 0;
  if (!isBegun && applications + staff > 0) {
    return { ok: false, error: { kind: 'not-empty', applications, staff } };
  }
  const { advertised } = inventory;
  if (advertised.length > 0 && !(await isFolderOf(contentFolder, advertised))) {
    return { ok: false, error: { kind: 'other-content' } };
  }

  const catalogue = await deps.loadCatalogue();
  if (catalogue.outage) throw catalogue.outage;
  const now = deps.clock();
  const chosen = choosePostings(catalogue.postings, now, deps.closingSoonDays);
  if (!chosen && !isBegun) return { ok: false, error: { kind: 'no-open-posting' } };
  const samples = chosen ? planApplications(chosen, now, deps.closingGraceMinutes) : [];
  const actors = await addSampleStaff(deps, samples[0]?.submittedAt ?? now);
  const outcome = await makeApplications(deps, catalogue.site, samples, actors);
  if (!outcome.ok) return outcome;
  const manager = { id: actors.manager };
  outcome.taken += await sendNotices(deps, manager, catalogue, chosen?.closed ?? null);
  return { ...outcome, ...(await findWhatToShow(db, catalogue, samples)) };
}

async function makeApplications(
  deps: DemoDeps,
  site: Catalogue['site'],
  samples: readonly SampleApplication[],
  actors: Readonly<Record<SampleActor, string>>,
): Promise<
  { ok: true; made: number; taken: number } | { ok: false; error: { kind: 'disk-full' } }
> {
  const { db, onProgress } = deps;
  let made = 0;
  let taken = 0;
  for (const [done, sample] of samples.entries()) {
    const submissionKey = submissionKeyOf(sample.key);
    let application = await findApplication(db, submissionKey);
    if (!application) {
      const sent = await sendApplication(deps, site, sample, submissionKey);
      if (!sent.ok) return sent;
      made += 1;
      onProgress(done + 1, samples.length);
      application = await findApplication(db, submissionKey);
    }
    if (!application) throw new Error(`${sample.key} was sent and is not there`);
    taken += await workAtDesk(deps, actors, application, sample);
  }
  return { ok: true, made, taken };
}

/** Adds those who are not there, and answers who decides and writes notes, by id. */
async function addSampleStaff(
  { db, ids }: DemoDeps,
  at: Date,
): Promise<Record<SampleActor, string>> {
  for (const person of sampleStaff) await addStaff({ db, ids, clock: () => at }, person);
  const byEmail = await findStaffIds(
    db,
    sampleStaff.map(({ email }) => email),
  );
  const idOf = (role: SampleActor): string => {
    const email = sampleStaff.find((person) => person.role === role)?.email ?? '';
    const id = byEmail.get(email);
    if (id === undefined) throw new Error(`${email} was added and is not there`);
    return id;
  };
  return { admin: idOf('admin'), manager: idOf('manager') };
}

async function findWhatToShow(
  db: Db,
  catalogue: Catalogue,
  samples: readonly SampleApplication[],
): Promise<{ main: Posting | null; changed: string | null }> {
  const [firstKey = ''] = allSampleKeys();
  const first = await findApplication(db, submissionKeyOf(firstKey));
  const changed = samples.find(
    ({ desk }) => desk.filter(({ kind }) => kind === 'screening').length > 1,
  );
  return {
    main: first && catalogue.byId(first.postingId),
    changed: (changed && (await findApplication(db, submissionKeyOf(changed.key))))?.id ?? null,
  };
}
