import type { Tx } from '#platform/database';
import { foldForSearch } from '#platform/i18n';
import type { ApplicationInput } from './model.ts';
import { type Sent, sentSha256 } from './receipt/sent-record.ts';
import type { Submission } from './submission.ts';

/**
 * Writes a sending of an application as its version `version`, beside those before it, and makes
 * it the one that counts. Answers the SHA-256 of the canonical form of what was sent.
 */
export async function writeVersion(
  tx: Tx,
  submission: Submission,
  { id, reference, version, now }: { id: string; reference: string; version: number; now: Date },
): Promise<string> {
  const { input, files, postingVersion } = submission;
  const said = saidIn(input);
  const sent: Sent = {
    reference,
    version,
    submittedAt: now,
    postingVersion,
    answers: { ...said, ...identityIn(input) },
    files,
  };
  const sha256 = sentSha256(sent);
  if (version > 1) {
    await tx
      .updateTable('applications')
      .set({ ...counting(submission, now), version })
      .where('id', '=', id)
      .execute();
    await tx
      .updateTable('applicant_identities')
      .set(identity(submission, reference))
      .where('application_id', '=', id)
      .execute();
  }
  await tx
    .insertInto('application_versions')
    .values({
      application_id: id,
      number: version,
      posting_version: postingVersion,
      page_lang: submission.pageLang,
      answers: JSON.stringify(said),
      questions: JSON.stringify(submission.questions),
      privacy_notice: submission.privacyNotice,
      within_grace: submission.withinGrace,
      submitted_at: now,
      sent_sha256: sha256,
    })
    .execute();
  await tx
    .insertInto('application_version_identities')
    .values({
      application_id: id,
      number: version,
      answers: JSON.stringify(identityIn(input)),
    })
    .execute();
  if (files.length > 0) {
    await tx
      .insertInto('application_files')
      .values(
        files.map(({ document, sha256: file_sha256, name: file_name }) => ({
          application_id: id,
          number: version,
          document,
          file_sha256,
          file_name,
        })),
      )
      .execute();
  }
  return sha256;
}

/** Everything answered but who they are, by question. */
function saidIn(input: ApplicationInput): Record<string, string | string[]> {
  return {
    statement: input.statement,
    samples: input.workSamples,
    heard: input.heardFrom,
    correspondence: input.correspondenceLang,
    ...input.answers,
  };
}

/** Who they are, and what the order of preference needs to know of them. */
function identityIn(input: ApplicationInput): Record<string, string | null> {
  const { name, email, phone } = input;
  return { name, email, phone, ...input.preference };
}

/** What the version that counts says, as the lists and the desk read it. */
export function counting(submission: Submission, now: Date) {
  const { input, files } = submission;
  return {
    posting_version: submission.postingVersion,
    page_lang: submission.pageLang,
    correspondence_lang: input.correspondenceLang,
    statement: input.statement,
    work_samples: input.workSamples,
    heard_from: input.heardFrom,
    answers: JSON.stringify(input.answers),
    resume_sha256: files.find(({ document }) => document === 'resume')?.sha256 ?? null,
    questions: JSON.stringify(submission.questions),
    privacy_notice: submission.privacyNotice,
    within_grace: submission.withinGrace,
    submitted_at: now,
  };
}

export function identity({ input, files }: Submission, reference: string) {
  return {
    full_name: input.name,
    name_sort: foldForSearch(input.name).slice(0, 200),
    email: input.email,
    phone: input.phone,
    resume_name: files.find(({ document }) => document === 'resume')?.name ?? null,
    search_text: foldForSearch(`${input.name} ${input.email} ${reference}`),
    preference: input.preference && JSON.stringify(input.preference),
  };
}
