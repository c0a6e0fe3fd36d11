import { addNote, parseNote, parseScreening, screenApplication } from '#hiring/desk';
import type { Db } from '#platform/database';
import type { Ids } from '#platform/ids';
import { findLatestDecision, isNoteThere } from './queries.ts';
import type { DeskStep, SampleApplication } from './sample-application.ts';
import { sampleId } from './sample-ids.ts';
import type { SampleActor } from './sample-staff.ts';
import { withdraw } from './withdraw.ts';

type Deps = { db: Db; ids: Ids };

/**
 * Takes the steps of the desk that were not taken yet, each at its own time, through the commands
 * that the pages use. Where somebody has decided for themselves meanwhile, their decision stands.
 * Answers how many steps it took.
 */
export async function workAtDesk(
  deps: Deps,
  actors: Readonly<Record<SampleActor, string>>,
  application: { id: string; reference: string },
  sample: Pick<SampleApplication, 'key' | 'posting' | 'typed' | 'pageLang' | 'desk'>,
): Promise<number> {
  let before: string | null = null;
  let taken = 0;
  for (const [index, step] of sample.desk.entries()) {
    if (step.kind === 'withdrawal') {
      if (await withdraw(deps, application, sample, step.at, before)) taken += 1;
      continue;
    }
    const by = { id: actors[step.by] };
    if (step.kind === 'note') {
      const noteId = sampleId(`note ${sample.key} ${index}`);
      if (await writeNote(deps, by, application.id, step, noteId)) taken += 1;
    } else {
      if (await screen(deps, by, application.id, sample.posting, step, before)) taken += 1;
      before = step.words;
    }
  }
  return taken;
}

async function writeNote(
  { db, ids }: Deps,
  by: { id: string },
  applicationId: string,
  { at, body }: DeskStep & { kind: 'note' },
  noteId: string,
): Promise<boolean> {
  if (await isNoteThere(db, noteId)) return false;
  const parsed = parseNote({ note: body, key: noteId });
  if (!parsed.ok) throw new Error(`Sample note: ${parsed.problem}`);
  const added = await addNote({ db, ids, clock: () => at }, by, applicationId, parsed.input);
  return added.ok && !added.repeated;
}

/** Decides only where the decision that stands is the one this step follows on. */
async function screen(
  { db, ids }: Deps,
  by: { id: string },
  applicationId: string,
  { facts }: SampleApplication['posting'],
  { at, reason, words, findings }: DeskStep & { kind: 'screening' },
  before: string | null,
): Promise<boolean> {
  const latest = await findLatestDecision(db, applicationId);
  if ((latest?.words ?? null) !== before) return false;
  const typed = { ...findings, reason, words, seen: latest?.id ?? '' };
  const parsed = parseScreening(typed, facts?.criteria ?? []);
  if (!parsed.ok) throw new Error(`Sample decision: ${JSON.stringify(parsed.problems)}`);
  const deps = { db, ids, clock: () => at };
  const screened = await screenApplication(deps, by, applicationId, parsed.input);
  return screened.ok && !screened.repeated;
}
