import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import type { Lang } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import { parseEmailAddress } from '#hiring/sign-in';
import type { Candidate } from './model.ts';

type Deps = { clock: Clock; ids: Ids };

/**
 * The candidate of an address, made where there is none, with the language of their e-mails then;
 * not proven until a link is used. Throws for what is no address: validate first.
 */
export async function candidateOf(
  deps: Deps,
  tx: Tx,
  emailText: string,
  lang: Lang,
): Promise<Candidate> {
  const email = parseEmailAddress(emailText);
  if (!email) throw new Error('Not an e-mail address');
  return (
    tx
      .insertInto('candidates')
      .values({ id: deps.ids.uuid(), email, lang, created_at: deps.clock(), proven_at: null })
      // Changes nothing, and gives back the row that is there, even one made at this very moment.
      .onConflict((conflict) => conflict.column('email').doUpdateSet({ email }))
      .returning(['id', 'email', 'lang'])
      .executeTakeFirstOrThrow()
  );
}

/** The candidate of an address whose owner has just shown that it is theirs. */
export async function proveCandidate(
  deps: Deps,
  tx: Tx,
  email: string,
  lang: Lang,
): Promise<Candidate> {
  const candidate = await candidateOf(deps, tx, email, lang);
  await tx
    .updateTable('candidates')
    .set({ proven_at: deps.clock() })
    .where('id', '=', candidate.id)
    .where('proven_at', 'is', null)
    .execute();
  return candidate;
}
