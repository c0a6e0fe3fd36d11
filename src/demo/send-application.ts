import { Readable } from 'node:stream';
import {
  type Submission,
  askedQuestions,
  checkResume,
  keepResume,
  parseApplication,
  receiptEmail,
  resumeByteLimit,
  submitApplication,
} from '#hiring/applications';
import { type Catalogue, defaultTimeZone } from '#hiring/postings';
import { createMail } from '#platform/mail';
import { href } from '#web/routes.ts';
import type { DemoDeps } from './deps.ts';
import type { SampleApplication } from './sample-application.ts';

export type Sent = { ok: true } | { ok: false; error: { kind: 'disk-full' } };

/**
 * Sends a sample application the way the form does, at its own time: through the checks of fields
 * and files, into the file store, then into the database with its receipt. The receipt stays in the
 * outbox, whatever mail server is configured.
 */
export async function sendApplication(
  deps: DemoDeps,
  site: Catalogue['site'],
  sample: SampleApplication,
  submissionKey: string,
): Promise<Sent> {
  const { db, files, scanner, ids } = deps;
  const { fileName, bytes } = sample.resume;
  const clock = () => sample.submittedAt;

  const questions = askedQuestions(sample.posting.facts);
  const parsed = parseApplication(questions, sample.typed);
  if (!parsed.ok) throw new Error(`${sample.key}: ${JSON.stringify(parsed.problems)}`);
  const intake = { files, scanner, maxBytes: resumeByteLimit };
  const checked = await checkResume(intake, Readable.from([bytes]), fileName);
  if (!checked.ok) {
    const { kind } = checked.error;
    if (kind === 'disk-full') return { ok: false, error: { kind } };
    throw new Error(`${sample.key}: ${fileName} is ${kind}`);
  }
  const kept = await keepResume({ db, clock, ids }, submissionKey, checked.resume);
  if (!kept.ok) return kept;

  const { input } = parsed;
  const mail = await createMail({ db, clock, ids, sending: null });
  await submitApplication(
    { db, mail, clock, ids },
    {
      submissionKey,
      postingId: sample.posting.id,
      postingVersion: sample.posting.versionHash,
      pageLang: sample.pageLang,
      input,
      files: [kept.resume],
      questions,
      draftRevision: null,
      privacyNotice: deps.privacyNoticeVersion,
      withinGrace: sample.withinGrace,
      // Other software is told of people who applied, and nobody did.
      onMade: async () => {},
      receiptEmail: receiptOf(deps, site, sample, submissionKey, input),
    },
  );
  return { ok: true };
}

function receiptOf(
  { origins }: DemoDeps,
  { organization }: Catalogue['site'],
  { posting }: SampleApplication,
  key: string,
  input: Submission['input'],
): Submission['receiptEmail'] {
  const lang = input.correspondenceLang;
  return (sent) =>
    receiptEmail({
      ...sent,
      lang,
      recipient: input.email,
      name: input.name,
      postingTitle: posting.text[lang].title,
      organization: organization[lang],
      timeZone: posting.facts?.timeZone ?? defaultTimeZone,
      receiptUrl: origins[lang] + href('apply.receipt', lang, { slug: posting.slugs[lang], key }),
    });
}
