import { type RawBuilder, sql } from 'kysely';
import type { ApplicationStatus, AskedQuestion } from '#hiring/applications';
import type { Db } from '#platform/database';
import type { DocumentType } from '#platform/files';
import type { Lang } from '#platform/i18n';
import type { Can } from '../deps.ts';
import { isUuid } from '#platform/ids';
import type {
  ApplicationRecord,
  Decision,
  HistoryEvent,
  Identity,
  Note,
  SentDocument,
  ResumeFacts,
} from '../model.ts';

type Row = {
  id: string;
  reference: string;
  postingId: string;
  postingVersion: string;
  status: ApplicationStatus;
  withdrawnAt: Date | null;
  submittedAt: Date;
  withinGrace: boolean;
  correspondence: Lang;
  statement: string;
  workSamples: string[];
  heardFrom: string;
  questions: AskedQuestion[];
  answers: Record<string, string>;
  version: number;
  documents: SentDocument[];
  identity?: Identity | null;
  resume?: (Omit<ResumeFacts, 'type'> & { type: DocumentType }) | null;
  decisions?: RawDecision[];
  notes?: Raw<Note>[];
  events?: Raw<HistoryEvent>[];
};

/** As JSON carries it: the moment is a text. */
type Raw<T extends { at: Date }> = Omit<T, 'at'> & { at: string };
type RawDecision = Omit<Raw<Decision>, 'toldAt'> & { toldAt: string | null };

// `offset 0` keeps the planner from starting with all applications of the posting.
const parts = {
  identity: sql`(
    select jsonb_build_object('name', i.full_name, 'email', i.email, 'phone', i.phone,
      'preference', i.preference,
      'sameEmail', coalesce((
        select jsonb_agg(jsonb_build_object('id', o.id, 'reference', o.reference) order by o.submitted_at)
        from applicant_identities same cross join lateral (
          select * from applications o where o.id = same.application_id offset 0
        ) o
        where lower(same.email) = lower(i.email) and o.posting_id = a.posting_id and o.id <> a.id
      ), '[]'))
    from applicant_identities i where i.application_id = a.id) as identity`,
  // Never the name of a file: people name theirs after themselves.
  documents: sql`coalesce((
    select jsonb_agg(jsonb_build_object('document', d.document, 'type', f.document_type,
      'sizeBytes', f.size_bytes, 'scan', f.scan_status) order by d.document)
    from application_files d join stored_files f on f.sha256 = d.file_sha256
    where d.application_id = a.id and d.number = a.version and d.document like 'document-%'
  ), '[]') as documents`,
  resume: sql`(
    select jsonb_build_object('name', i.resume_name, 'sha256', f.sha256, 'type', f.document_type,
      'sizeBytes', f.size_bytes, 'scan', f.scan_status)
    from stored_files f join applicant_identities i on i.application_id = a.id
    where f.sha256 = a.resume_sha256) as resume`,
  decisions: sql`coalesce((
    select jsonb_agg(jsonb_build_object('id', d.id, 'outcome', d.outcome, 'reason', d.reason,
      'words', d.words, 'wordsLang', d.words_lang, 'by', coalesce(s.email, d.decided_by),
      'at', d.decided_at,
      'toldAt', (select min(n.left_at) from notices n where n.decision_id = d.id),
      'findings', coalesce((
        select jsonb_agg(jsonb_build_object('criterion', f.criterion, 'kind', f.kind,
          'text', jsonb_build_object('en', f.text_en, 'fr', f.text_fr), 'result', f.result,
          'words', f.words) order by f.place)
        from screening_findings f where f.decision_id = d.id), '[]'))
      order by d.decided_at desc)
    from screening_decisions d left join staff s on s.id = d.decided_by
    where d.application_id = a.id), '[]') as decisions`,
  notes: sql`coalesce((
    select jsonb_agg(jsonb_build_object('id', n.id, 'body', n.body,
      'by', coalesce(s.email, n.written_by), 'at', n.written_at) order by n.written_at desc, n.id)
    from application_notes n left join staff s on s.id = n.written_by
    where n.application_id = a.id), '[]') as notes`,
  events: sql`coalesce((
    select jsonb_agg(jsonb_build_object('id', e.id::text, 'kind', e.kind, 'actor', e.actor_kind,
      'by', coalesce(s.email, e.actor_id), 'detail', e.detail, 'at', e.happened_at) order by e.id desc)
    from application_events e left join staff s on s.id = e.actor_id
    where e.application_id = a.id), '[]') as events`,
} as const;

/**
 * One application with all that this reader may see of it, in one statement. What a permission
 * refuses is not in the statement: no identity, résumé, decisions' words, notes or history is read.
 */
export function applicationStatement(can: Can, id: string): RawBuilder<unknown> {
  const columns = [
    sql`a.id, a.reference, a.posting_id as "postingId", a.posting_version as "postingVersion",
      a.status, a.submitted_at as "submittedAt", (
        select max(w.happened_at) from application_events w
        where w.application_id = a.id and w.kind = 'withdrawn') as "withdrawnAt", a.within_grace as "withinGrace",
      a.correspondence_lang as "correspondence", a.statement, a.work_samples as "workSamples",
      a.heard_from as "heardFrom", a.questions, a.answers, a.version`,
    parts.documents,
  ];
  if (can('see-identity')) columns.push(parts.identity);
  if (can('read-resume')) columns.push(parts.resume);
  // The words to a candidate may name them, or tell an assessor what another thinks.
  if (can('screen-applications')) columns.push(parts.decisions);
  if (can('write-notes')) columns.push(parts.notes);
  if (can('read-history')) columns.push(parts.events);
  return sql`select ${sql.join(columns)} from applications a where a.id = ${id}`;
}

/** Null where there is no such application, or this reader may not see applications. */
export async function findApplication(
  db: Db,
  can: Can,
  id: string,
): Promise<ApplicationRecord | null> {
  if (!can('see-applications') || !isUuid(id)) return null;
  const { rows } = await (applicationStatement(can, id) as RawBuilder<Row>).execute(db);
  const row = rows[0];
  if (!row) return null;
  return {
    ...row,
    identity: row.identity ?? null,
    resume: row.resume ?? null,
    decisions: row.decisions?.map(decisionOf) ?? null,
    notes: row.notes?.map(timed) ?? null,
    events: row.events?.map(timed) ?? null,
  };
}

function timed<T extends { at: string }>(row: T): Omit<T, 'at'> & { at: Date } {
  return { ...row, at: new Date(row.at) };
}

function decisionOf(row: RawDecision): Decision {
  return { ...timed(row), toldAt: row.toldAt === null ? null : new Date(row.toldAt) };
}
