import type { AdvertisedPosting } from '#hiring/postings';
import type { Db } from '#platform/database';
import type { Lang } from '#platform/i18n';
import { kindOf } from './forms.ts';
import type { AskedQuestion, FormStep } from './model.ts';
import type { EarlierAnswer } from './pages/view.ts';

/** How many earlier answers are offered. */
const most = 5;

/**
 * What this person answered to the same question before: the statement, or a criterion of the same
 * id or the same words. Only for steps that ask one thing in words.
 */
export async function findEarlier(
  deps: { db: Db; advertised(versionHash: string): Promise<AdvertisedPosting | null> },
  candidateId: string,
  { questions }: FormStep,
  lang: Lang,
): Promise<EarlierAnswer[]> {
  const [question] = questions;
  if (questions.length !== 1 || !question || kindOf(question) !== 'text') return [];
  const rows = await deps.db
    .selectFrom('applications as a')
    .innerJoin('candidate_applications as own', 'own.application_id', 'a.id')
    .where('own.candidate_id', '=', candidateId)
    .orderBy('a.submitted_at', 'desc')
    .limit(20)
    .select(['a.id', 'a.statement', 'a.answers', 'a.questions'])
    .select(['a.posting_version', 'a.submitted_at'])
    .execute();
  const found = rows.flatMap((row) => {
    const same = (row.questions as AskedQuestion[]).find((asked) => isSame(asked, question));
    const text = same?.id === 'statement' ? row.statement : same && row.answers[same.id];
    return text ? [{ row, text }] : [];
  });
  return Promise.all(
    found.slice(0, most).map(async ({ row, text }) => ({
      id: row.id,
      postingTitle: (await deps.advertised(row.posting_version))?.text[lang].title ?? '',
      submittedAt: row.submitted_at,
      text,
    })),
  );
}

function isSame(a: AskedQuestion, b: AskedQuestion): boolean {
  return a.id === b.id || (a.label.en === b.label.en && a.label.fr === b.label.fr);
}
