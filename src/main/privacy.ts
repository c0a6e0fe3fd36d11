import { personalData as accommodationData, disposeArrangements } from '#hiring/accommodation';
import { applicationsPersonalData, correctIdentity } from '#hiring/applications';
import { deskPersonalData } from '#hiring/desk';
import { jobAlertsPersonalData } from '#hiring/job-alerts';
import { noticesPersonalData } from '#hiring/notices';
import { type Postings, acceptsApplications, advertisedPosting } from '#hiring/postings';
import {
  type LoadedSchedule,
  type PersonalData,
  type PrivacyDeps,
  ownPersonalData,
} from '#hiring/privacy';
import { type SelfDeclaration, personalData as declarationData } from '#hiring/self-declaration';
import { personalData as questionsData } from '#hiring/standing';
import type { Db } from '#platform/database';
import type { Lang, Localized } from '#platform/i18n';
import { ownApplications } from './own-applications.ts';

type Shared = Pick<
  PrivacyDeps,
  'db' | 'clock' | 'ids' | 'log' | 'mail' | 'queue' | 'files' | 'origins'
> & { postings: Postings; selfDeclaration: SelfDeclaration };

/** What privacy needs of the features: what each holds, and what each takes along. */
export function createPrivacyDeps(services: Shared, schedule: LoadedSchedule): PrivacyDeps {
  const { postings, selfDeclaration } = services;
  // Read as it is handed out, and never stored: see the feature.
  const declarations = async (db: Db, candidateId: string): Promise<PersonalData[]> => {
    const { email } = await db
      .selectFrom('candidates')
      .select('email')
      .where('id', '=', candidateId)
      .executeTakeFirstOrThrow();
    return declarationData(selfDeclaration, await ownApplications({ db, postings }, email));
  };
  return {
    ...services,
    schedule,
    organization: () => postings.snapshot().site.organization,
    openPostings: () =>
      postings
        .snapshot()
        .postings.filter((posting) => acceptsApplications(postings.stateOf(posting)))
        .map(({ id }) => id),
    postingTitle: (postingId, version) => titleOf(services, postingId, version),
    sources: [
      applicationsPersonalData,
      deskPersonalData,
      questionsData,
      noticesPersonalData,
      accommodationData,
      declarations,
      jobAlertsPersonalData,
      ownPersonalData,
    ],
    erasers: [
      disposeArrangements,
      // Of a declaration, not even a certificate says that there was one.
      async (_, applicationIds) => {
        await selfDeclaration.dispose(applicationIds);
        return {};
      },
    ],
    correctIdentity,
  };
}

/** Every process that somebody applied to or that is on the site, by its name in a language. */
export function createProcesses({ db, postings }: Pick<Shared, 'db' | 'postings'>) {
  return async (lang: Lang): Promise<{ id: string; title: string }[]> => {
    const rows = await db
      .selectFrom('postings as p')
      .leftJoin('posting_versions as v', 'v.posting_id', 'p.id')
      .select(['p.id', 'v.hash'])
      .distinctOn('p.id')
      .orderBy('p.id')
      .orderBy('v.recorded_at', 'desc')
      .execute();
    const named = await Promise.all(
      rows.map(async ({ id, hash }) => {
        const title = await titleOf({ db, postings }, id, hash);
        return { id, title: title[lang] };
      }),
    );
    return named.toSorted((one, other) => one.title.localeCompare(other.title, lang));
  };
}

/** As it is on the site now, or as it was advertised where its files are gone; else its id. */
async function titleOf(
  { db, postings }: Pick<Shared, 'db' | 'postings'>,
  postingId: string,
  version: string | null,
): Promise<Localized> {
  const posting = postings.snapshot().byId(postingId);
  const text = posting?.text ?? (version ? (await advertisedPosting(db, version))?.text : null);
  return text ? { en: text.en.title, fr: text.fr.title } : { en: postingId, fr: postingId };
}
