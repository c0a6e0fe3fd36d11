import { applicationsSentFrom } from '#hiring/applications';
import { type Postings, advertisedPosting } from '#hiring/postings';
import type { OwnApplication } from '#hiring/self-declaration';
import type { Db } from '#platform/database';

/** What self-declaration is told of a candidate's applications: nothing but how to name them. */
export async function ownApplications(
  { db, postings }: { db: Db; postings: Pick<Postings, 'snapshot'> },
  email: string,
): Promise<OwnApplication[]> {
  const sent = await applicationsSentFrom(db, email);
  const named = sent.map(async ({ applicationId, postingId, postingVersion, reference }) => {
    const text =
      postings.snapshot().byId(postingId)?.text ??
      (await advertisedPosting(db, postingVersion))?.text;
    const title = text
      ? { en: text.en.title, fr: text.fr.title }
      : { en: reference, fr: reference };
    return { applicationId, postingId, reference, title };
  });
  return Promise.all(named);
}
