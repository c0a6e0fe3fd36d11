import { sql } from 'kysely';
import { readSearch } from '#hiring/postings';
import type { Lang } from '#platform/i18n';
import { href } from '#web/routes.ts';
import type { JobAlertsDeps } from './deps.ts';
import { confirmEmail, knownEmail } from './emails.tsx';
import type { AlertLinks } from './links.ts';

type Deps = Pick<JobAlertsDeps, 'db' | 'clock' | 'ids' | 'mail' | 'origins' | 'postings'> & {
  links: AlertLinks;
};

/** Days after which what nobody confirmed is forgotten. */
const pendingDays = 7;

/**
 * Writes down that somebody asked, and writes to the address: to confirm, or that there is nothing
 * to confirm. What the page says afterwards is the same either way.
 */
export async function askForAlerts(
  { db, clock, ids, mail, origins, postings, links }: Deps,
  asked: { email: string; lang: Lang; search: string },
): Promise<void> {
  const { email, lang } = asked;
  const search = readSearch(Object.fromEntries(new URLSearchParams(asked.search)));
  const organization = postings.snapshot().site.organization[lang];
  await db.transaction().execute(async (tx) => {
    await tx
      .deleteFrom('job_alerts')
      .where('confirmed_at', 'is', null)
      .where('asked_at', '<', new Date(clock().getTime() - pendingDays * 86_400_000))
      .execute();
    const row = await tx
      .insertInto('job_alerts')
      .values({ id: ids.uuid(), email, lang, search, asked_at: clock(), confirmed_at: null })
      .onConflict((conflict) =>
        conflict
          .expression(sql`lower(email), lang, search`)
          .doUpdateSet((eb) => ({ asked_at: eb.ref('excluded.asked_at') })),
      )
      .returning(['id', 'email', 'confirmed_at as confirmedAt'])
      .executeTakeFirstOrThrow();
    const link = (purpose: 'confirm' | 'stop'): string =>
      origins[lang] + href(`alerts.${purpose}`, lang, { token: links.token(purpose, row.id) });
    const facts = { lang, recipient: row.email, organization };
    await mail.queue(
      tx,
      row.confirmedAt
        ? knownEmail({ ...facts, stopUrl: link('stop') })
        : confirmEmail({ ...facts, url: link('confirm') }),
    );
  });
}
