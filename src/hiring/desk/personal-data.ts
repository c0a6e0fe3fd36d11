import { type SqlBool, sql } from 'kysely';
import type { PersonalData } from '#hiring/privacy';
import type { Db } from '#platform/database';
import { inBoth } from '#platform/i18n';
import { messages } from './messages/index.ts';

const words = inBoth(messages);

/**
 * What staff decided and wrote about a candidate. Notes are among it: what somebody thinks of a
 * person is that person's information (Privacy Act, s. 3, "personal information", paragraph (g)),
 * and who wrote it at work is not theirs to hide, but not the candidate's either (paragraph (j)): the
 * words are given, without a name.
 */
export async function personalData(db: Db, candidateId: string): Promise<PersonalData[]> {
  const own = sql<SqlBool>`exists (select 1 from candidate_applications own
    where own.application_id = a.id and own.candidate_id = ${candidateId})`;
  // A decision that nobody was told of is told by its notice, with its words and its remedy: not by
  // a copy that could be made while the notice can still be stopped.
  const told = sql<SqlBool>`exists (select 1 from notices n
    where n.decision_id = d.id and n.left_at is not null)`;
  const latestIsTold = sql<SqlBool>`coalesce((
    select exists (select 1 from notices t where t.decision_id = d.id and t.left_at is not null)
    from screening_decisions d where d.application_id = a.id
    order by d.decided_at desc limit 1), true)`;
  const decisions = await db
    .selectFrom('screening_decisions as d')
    .innerJoin('applications as a', 'a.id', 'd.application_id')
    .select(['a.reference', 'd.outcome', 'd.reason', 'd.words', 'd.words_lang', 'd.decided_at'])
    .where(own)
    .where(told)
    .orderBy('d.decided_at')
    .execute();
  const findings = await db
    .selectFrom('screening_findings as f')
    .innerJoin('screening_decisions as d', 'd.id', 'f.decision_id')
    .innerJoin('applications as a', 'a.id', 'd.application_id')
    .select(['a.reference', 'd.decided_at', 'f.kind', 'f.text_en', 'f.text_fr'])
    .select(['f.result', 'f.words', 'd.words_lang'])
    .where(own)
    .where(told)
    .orderBy('d.decided_at')
    .orderBy('d.id')
    .orderBy('f.place')
    .execute();
  const notes = await db
    .selectFrom('application_notes as n')
    .innerJoin('applications as a', 'a.id', 'n.application_id')
    .select(['a.reference', 'n.body', 'n.written_at'])
    .where(own)
    // Words beside a decision may tell it.
    .where(latestIsTold)
    .orderBy('n.written_at')
    .execute();
  const labels = {
    reference: words('data.reference'),
    outcome: words('data.outcome'),
    reason: words('data.reason'),
    words: words('data.words'),
    words_lang: words('data.words_lang'),
    decided_at: words('data.decided_at'),
    kind: words('data.kind'),
    text_en: words('data.text_en'),
    text_fr: words('data.text_fr'),
    result: words('data.result'),
    body: words('data.body'),
    written_at: words('data.written_at'),
  };
  const langs = { en: words('lang.en'), fr: words('lang.fr') };
  return [
    {
      kind: 'decisions',
      title: words('data.decisions'),
      labels,
      values: {
        outcome: {
          'screened-in': words('status.screened-in'),
          'screened-out': words('status.screened-out'),
        },
        words_lang: langs,
      },
      rows: decisions.map((row) => ({ ...row, decided_at: row.decided_at.toISOString() })),
    },
    {
      kind: 'findings',
      title: words('data.findings'),
      labels,
      values: {
        kind: {
          essential: words('data.kind.essential'),
          asset: words('data.kind.asset'),
          operational: words('data.kind.operational'),
          organizational: words('data.kind.organizational'),
        },
        result: {
          met: words('finding.met'),
          'not-met': words('finding.not-met'),
          'not-assessed': words('finding.not-assessed'),
        },
        words_lang: langs,
      },
      rows: findings.map((row) => ({ ...row, decided_at: row.decided_at.toISOString() })),
    },
    {
      kind: 'notes',
      title: words('data.notes'),
      labels,
      rows: notes.map((row) => ({ ...row, written_at: row.written_at.toISOString() })),
    },
  ];
}
