import type { Context } from 'hono';
import type { ReadForm } from '../intake/read-form.ts';
import { formLimits, readForm } from '../intake/read-form.ts';
import {
  type CheckResult,
  type KeptUpload,
  checkResume,
  discardResume,
  keepResume,
} from '../intake/receive-resume.ts';
import { kindOf } from '../forms.ts';
import { type FormStep, resumeByteLimit } from '../model.ts';
import { type ResumeProblem, resumeProblemOf } from '../pages/file-problem.ts';
import { findUploads } from '../queries.ts';
import type { Wizard } from './wizard.ts';

/** Most documents that one step asks for: the résumé and those of the process. */
const mostFiles = 6;

/** A step as it was sent, its files on disk and looked at. */
export type SentStep = Extract<ReadForm<CheckResult>, { ok: true }>;

/** Reads a step off the wire. Its files are the caller's, to keep or to discard. */
export function readStep(
  { deps }: Wizard,
  c: Context,
  { documents }: { documents: boolean },
): Promise<ReadForm<CheckResult>> {
  const requestBytes = mostFiles * resumeByteLimit + formLimits.requestBytes;
  const limits = documents ? { ...formLimits, requestBytes, files: mostFiles } : formLimits;
  return readForm<CheckResult>(
    c.req.raw,
    limits,
    (stream, name) => checkResume({ ...deps, maxBytes: resumeByteLimit }, stream, name),
    discardResume,
  );
}

export async function discardFiles({ files }: SentStep): Promise<void> {
  for (const { file } of files) await discardResume(file);
}

/** What a step says once its files are kept. */
export type TakenStep = {
  /** The texts, and the upload ids of the documents. */
  fields: Record<string, string>;
  uploads: ReadonlyMap<string, KeptUpload>;
  fileProblems: Record<string, ResumeProblem>;
  diskFull: boolean;
};

/** The text fields of a step as typed, without its files. */
export function textsOf(
  step: FormStep,
  { fields }: Pick<SentStep, 'fields'>,
): Record<string, string> {
  return Object.fromEntries(
    step.questions
      .filter((question) => kindOf(question) !== 'file')
      .map(({ id }) => [id, (fields[id] ?? '').replaceAll('\r\n', '\n').replaceAll('\0', '')]),
  );
}

/**
 * Keeps the files of a step for its draft. A file that cannot be accepted leaves the one kept
 * before in its place; only a file kept for this very draft can be named by a form.
 */
export async function takeStep(
  { deps }: Wizard,
  key: string,
  step: FormStep,
  sent: SentStep,
): Promise<TakenStep> {
  const documents = step.questions.filter((question) => kindOf(question) === 'file');
  const taken: TakenStep = {
    fields: textsOf(step, sent),
    uploads: new Map(),
    fileProblems: {},
    diskFull: false,
  };
  if (documents.length === 0) {
    await discardFiles(sent);
    return taken;
  }
  const uploads = new Map(await findUploads(deps.db, key));
  for (const { id } of documents) {
    const kept = uploads.get(sent.fields[`kept-${id}`] ?? '');
    const stays = kept?.document === id && sent.fields[`remove-${id}`] === undefined;
    taken.fields[id] = stays ? kept.id : '';
  }
  for (const { field, file } of sent.files) {
    if (!documents.some(({ id }) => id === field)) {
      await discardResume(file);
      continue;
    }
    const outcome = file.ok ? await keepResume(deps, key, file.resume, field) : null;
    if (outcome?.ok) {
      uploads.set(outcome.resume.id, outcome.resume);
      taken.fields[field] = outcome.resume.id;
      continue;
    }
    const problem = file.ok ? null : resumeProblemOf(file);
    if (problem) taken.fileProblems[field] = problem;
    else taken.diskFull = true;
  }
  return { ...taken, uploads };
}
