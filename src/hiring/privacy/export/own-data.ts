import { sql } from 'kysely';
import type { Db } from '#platform/database';
import { type Localized, inBoth } from '#platform/i18n';
import { messages } from '../messages/index.ts';
import { type Json, type PersonalData, correctedItems, requestKinds } from '../model.ts';
import { isApplicationOf } from '../ownership.ts';

const words = inBoth(messages);

type Row = { [key: string]: Json };

/** Columns in words, for the kinds of data that no other feature gives. */
const labelled = [
  'email',
  'lang',
  'created_at',
  'proven_at',
  'name',
  'used_at',
  'started_at',
  'seen_at',
  'expires_at',
  'sessions',
  'passkeys',
  'kept_forms',
  'fields',
  'kept_at',
  'recipient',
  'subject',
  'text_body',
  'sent_at',
  'kind',
  'reference',
  'item',
  'asked',
  'consented',
  'asked_at',
  'due_at',
  'extension_reason',
  'outcome',
  'answer',
  'closed_at',
  'body',
  'attached_at',
  'recipient_email',
  'what',
  'disclosed_at',
] as const;

/** What the program holds of a candidate outside the features that they use: account, e-mails, requests. */
export async function ownPersonalData(db: Db, candidateId: string): Promise<PersonalData[]> {
  return [
    await account(db, candidateId),
    await emails(db, candidateId),
    await requests(db, candidateId),
    await annotations(db, candidateId),
    await disclosures(db, candidateId),
  ];
}

async function account(db: Db, candidateId: string): Promise<PersonalData> {
  const rows = await read(
    db,
    sql<{ row: Row }>`
      select jsonb_build_object(
        'email', c.email, 'lang', c.lang, 'created_at', ${iso('c.created_at')},
        'proven_at', ${iso('c.proven_at')},
        'sessions', coalesce((select jsonb_agg(jsonb_build_object(
            'started_at', ${iso('s.started_at')}, 'seen_at', ${iso('s.seen_at')},
            'expires_at', ${iso('s.expires_at')}) order by s.started_at)
          from candidate_sessions s where s.candidate_id = c.id), '[]'),
        'passkeys', coalesce((select jsonb_agg(jsonb_build_object(
            'name', p.name, 'credential_id', p.credential_id, 'domain', p.domain,
            'public_key', encode(p.public_key, 'base64'), 'created_at', ${iso('p.created_at')},
            'used_at', ${iso('p.used_at')}) order by p.created_at)
          from candidate_passkeys p where p.candidate_id = c.id), '[]'),
        'kept_forms', coalesce((select jsonb_agg(jsonb_build_object(
            'fields', k.fields, 'kept_at', ${iso('k.kept_at')}) order by k.kept_at)
          from kept_forms k where k.candidate_id = c.id), '[]')) as row
      from candidates c where c.id = ${candidateId}`,
  );
  return dataOf('account', rows);
}

async function emails(db: Db, candidateId: string): Promise<PersonalData> {
  const rows = await read(
    db,
    sql<{ row: Row }>`
      select jsonb_build_object('recipient', e.recipient, 'lang', e.lang, 'subject', e.subject,
        'text_body', e.text_body, 'created_at', ${iso('e.created_at')}, 'sent_at', ${iso('e.sent_at')},
        'last_failure', e.last_failure) as row
      from emails e join candidates c on c.email = lower(e.recipient)
      where c.id = ${candidateId} order by e.created_at, e.id`,
  );
  return dataOf('emails', rows);
}

async function requests(db: Db, candidateId: string): Promise<PersonalData> {
  const rows = await read(
    db,
    sql<{ row: Row }>`
      select jsonb_build_object('reference', q.reference, 'kind', q.kind, 'lang', q.lang,
        'item', q.item, 'asked', q.asked, 'consented', q.consented, 'asked_at', ${iso('q.asked_at')},
        'due_at', ${iso('q.due_at')}, 'extension_reason', q.extension_reason,
        'outcome', q.outcome, 'answer', q.answer, 'closed_at', ${iso('q.closed_at')}) as row
      from privacy_requests q where q.candidate_id = ${candidateId} order by q.asked_at, q.id`,
  );
  return dataOf('privacy-requests', rows);
}

async function annotations(db: Db, candidateId: string): Promise<PersonalData> {
  const rows = await read(
    db,
    sql<{ row: Row }>`
      select jsonb_build_object('reference', a.reference, 'kind', n.kind, 'item', n.item,
        'body', n.body, 'attached_at', ${iso('n.attached_at')}) as row
      from privacy_annotations n join applications a on a.id = n.application_id
      where ${isApplicationOf(candidateId)} order by n.attached_at, n.id`,
  );
  return dataOf('privacy-annotations', rows);
}

async function disclosures(db: Db, candidateId: string): Promise<PersonalData> {
  const rows = await read(
    db,
    sql<{ row: Row }>`
      select jsonb_build_object('reference', a.reference, 'recipient', d.recipient,
        'recipient_email', d.recipient_email, 'what', d.what,
        'disclosed_at', ${iso('d.disclosed_at')}) as row
      from privacy_disclosures d join applications a on a.id = d.application_id
      where ${isApplicationOf(candidateId)} order by d.disclosed_at, d.id`,
  );
  return dataOf('privacy-disclosures', rows);
}

type Kind =
  | 'account'
  | 'emails'
  | 'privacy-requests'
  | 'privacy-annotations'
  | 'privacy-disclosures';

function dataOf(kind: Kind, rows: Row[]): PersonalData {
  const labels = Object.fromEntries(labelled.map((name) => [name, words(`column.${name}`)]));
  const values = {
    kind: {
      ...wordsOf(requestKinds, 'kind'),
      correction: words('kind.correction'),
      notation: words('export.notation'),
    },
    item: wordsOf(correctedItems, 'item'),
    outcome: wordsOf(['done', 'refused', 'withdrawn'] as const, 'state'),
    lang: { en: words('lang.en'), fr: words('lang.fr') },
  };
  return { kind, title: words(`data.${kind}`), rows, labels, values };
}

type Key = Parameters<ReturnType<typeof messages>>[0];

function wordsOf<Code extends string, Family extends string>(
  codes: readonly Code[],
  family: `${Family}.${Code}` extends Key ? Family : never,
): Record<string, Localized> {
  return Object.fromEntries(codes.map((code) => [code, words(`${family}.${code}` as Key)]));
}

async function read(db: Db, statement: ReturnType<typeof sql<{ row: Row }>>): Promise<Row[]> {
  const { rows } = await statement.execute(db);
  return rows.map(({ row }) => row);
}

/** An instant as JavaScript writes it, which the readable page knows. */
function iso(column: string) {
  return sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
