import type { Tx } from '#platform/database';
import { foldForSearch } from '#platform/i18n';

/** Writes a corrected name or telephone number into an application, and into what finds it. */
export async function correctIdentity(
  tx: Tx,
  applicationId: string,
  { item, value }: { item: 'name' | 'phone'; value: string },
): Promise<void> {
  if (item === 'phone') {
    await tx
      .updateTable('applicant_identities')
      .set({ phone: value })
      .where('application_id', '=', applicationId)
      .execute();
    return;
  }
  const { email, reference } = await tx
    .selectFrom('applicant_identities as i')
    .innerJoin('applications as a', 'a.id', 'i.application_id')
    .select(['i.email', 'a.reference'])
    .where('i.application_id', '=', applicationId)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('applicant_identities')
    .set({
      full_name: value,
      name_sort: foldForSearch(value).slice(0, 200),
      search_text: foldForSearch(`${value} ${email} ${reference}`),
    })
    .where('application_id', '=', applicationId)
    .execute();
}
