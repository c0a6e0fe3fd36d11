import type { Context } from 'hono';
import type { KeyPair } from '#platform/sealing';
import { openCase } from '../cases/open-case.ts';
import { keyPairOfCode } from '../codes.ts';
import type { AccommodationDeps } from '../deps.ts';
import type { OpenCase } from '../model.ts';
import type { CaseCookies } from './cookies.ts';

/** A case that this browser opened, with the code that did. */
export type HeldCase = { code: string; pair: KeyPair; opened: OpenCase };

/** The case of an id, if a code of this browser opens it. */
export async function heldCase(
  { db }: Pick<AccommodationDeps, 'db'>,
  cookies: CaseCookies,
  c: Context,
  caseId: string,
): Promise<HeldCase | null> {
  for (const code of cookies.codes(c)) {
    const pair = await keyPairOfCode(code);
    const opened = await openCase(db, pair, caseId);
    if (opened) return { code, pair, opened };
  }
  return null;
}

/** Id of the case that a code opens, or null. */
export async function caseOfCode(
  { db }: Pick<AccommodationDeps, 'db'>,
  code: string,
): Promise<string | null> {
  const { recipient } = await keyPairOfCode(code);
  const row = await db
    .selectFrom('accommodation_keys')
    .select('case_id')
    .where('holder', '=', recipient)
    .where('holder_kind', '=', 'candidate')
    .limit(1)
    .executeTakeFirst();
  return row?.case_id ?? null;
}
