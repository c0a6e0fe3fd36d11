import type { FileToSave, SaveError } from '#hiring/content-source';
import { type VersionSources, versionHash } from '#hiring/postings';
import type { Author, SavingDeps } from './deps.ts';
import { type Typed, typedSources } from './forms.ts';
import type { FieldProblem, OpenError, Opened, PostingFiles } from './model.ts';
import { openPosting } from './open-posting.ts';

export type SavePosting =
  /** Also where nothing had to be written: sent twice, it is saved once. */
  | { ok: true; changed: boolean }
  | {
      ok: false;
      error:
        | OpenError
        | { kind: 'fields'; problems: FieldProblem[] }
        /** The files have changed since the author opened them; nothing was written. */
        | { kind: 'conflict'; theirs: Opened; mine: VersionSources }
        | Exclude<SaveError, { kind: 'changed' }>;
    };

/** Writes what an author typed over the state of the files that they began from, or not at all. */
export function savePosting(
  deps: SavingDeps,
  author: Author,
  postingId: string,
  typed: Typed,
  message: string,
): Promise<SavePosting> {
  return deps.lock(async () => {
    const first = await attempt(deps, author, postingId, typed, message);
    if (first !== 'changed') return first;
    // Found changed while writing: now the new state can be read, and shown.
    await deps.postings.reload();
    const second = await attempt(deps, author, postingId, typed, message);
    return second === 'changed' ? { ok: false, error: { kind: 'busy' } } : second;
  });
}

async function attempt(
  deps: SavingDeps,
  author: Author,
  postingId: string,
  typed: Typed,
  message: string,
): Promise<SavePosting | 'changed'> {
  const found = await openPosting(deps, postingId);
  if (!found.ok) return found;
  const { opened } = found;
  const edited = typedSources(opened.sources, typed);
  if (!edited.ok) return { ok: false, error: { kind: 'fields', problems: edited.problems } };
  const mine = edited.sources;
  if (versionHash(mine) === opened.base) return { ok: true, changed: false };
  if (typed['base'] !== opened.base) {
    return { ok: false, error: { kind: 'conflict', theirs: opened, mine } };
  }
  const files = filesToSave(opened.files, opened.sources, mine);
  const request = { files, author: await nameOf(deps, author), message };
  const saved = await deps.contentSource.save(request, deps.postings.whileUnread);
  if (!saved.ok) {
    return saved.error.kind === 'changed' ? 'changed' : { ok: false, error: saved.error };
  }
  deps.log.info({ postingId, staffId: author.id, commit: saved.commit }, 'posting saved');
  await deps.postings.reload();
  return { ok: true, changed: true };
}

function filesToSave(
  files: PostingFiles,
  before: VersionSources,
  after: VersionSources,
): FileToSave[] {
  const facts = files.facts;
  return [
    { file: files.en, before: before.en, after: after.en },
    { file: files.fr, before: before.fr, after: after.fr },
    ...(facts === null ? [] : [{ file: facts, before: before.process, after: after.process }]),
  ];
}

/** Name and address for the commit. */
export async function nameOf(
  { db }: Pick<SavingDeps, 'db'>,
  { id, email }: Author,
): Promise<{ name: string; email: string }> {
  const row = await db.selectFrom('staff').select('name').where('id', '=', id).executeTakeFirst();
  return { name: row?.name ?? '', email };
}
