import { noticeEmail } from '#hiring/sign-in';
import { may, roles } from '#hiring/staff';
import type { Tx } from '#platform/database';
import type { Localized } from '#platform/i18n';
import { hrefs, href } from '#web/routes.ts';
import type { StandingDeps } from './deps.ts';
import { askedEmail } from './emails.tsx';
import { messages } from './messages/index.ts';
import type { About, OwnApplication } from './model.ts';
import { moment } from './moment.ts';
import { titleOf } from './title-of.ts';

/** Writes to all who may answer, each in their language. */
export async function tellTeam(
  deps: StandingDeps,
  tx: Tx,
  application: OwnApplication,
  about: About,
): Promise<void> {
  const { applicationId: id, reference } = application;
  const team = await tx
    .selectFrom('staff')
    .where('disabled_at', 'is', null)
    .where(
      'role',
      'in',
      roles.filter((role) => may(role, 'answer-questions')),
    )
    .select(['email', 'lang'])
    .execute();
  for (const { email, lang } of team) {
    const url = deps.origins[lang] + href('desk.questions', lang, { id });
    const title = titleOf(deps, application, lang);
    await deps.mail.queue(tx, askedEmail({ lang, recipient: email, reference, title, url, about }));
  }
}

/** Writes to the candidate, in the language that they chose, with a link that signs them in. */
export async function tellCandidate(
  deps: StandingDeps,
  tx: Tx,
  application: OwnApplication,
  about: About,
): Promise<void> {
  const { email, lang } = await readerOf(tx, application.applicationId);
  const t = messages(lang);
  const key = about === 'question' ? 'answered' : 'answeredDiscussion';
  const organization = deps.postings.snapshot().site.organization[lang];
  await deps.candidates.sendPrivateLink(tx, {
    email,
    lang,
    path: hrefs('my.questions', { reference: application.reference }),
    kind: 'question-answered',
    words: {
      subject: t(`email.${key}.subject`, { organization }),
      why: t(`email.${key}.why`, { title: titleOf(deps, application, lang) }),
    },
  });
}

/** Confirms to a candidate that they are out of the process, in the language that they chose. */
export async function tellWithdrawn(
  deps: StandingDeps,
  tx: Tx,
  application: OwnApplication,
  { title, timeZone }: { title: Localized; timeZone: string },
): Promise<void> {
  const { email, lang } = await readerOf(tx, application.applicationId);
  const t = messages(lang);
  const { reference } = application;
  const { contactEmail } = deps.postings.snapshot().site;
  await deps.mail.queue(
    tx,
    noticeEmail(
      { kind: 'application-withdrawn', lang, recipient: email },
      t('email.withdrawn.subject', { reference }),
      [
        t('email.withdrawn.what', {
          reference,
          title: title[lang],
          ...moment(deps.clock(), lang, timeZone),
        }),
        t('email.withdrawn.page'),
        deps.origins[lang] + href('my.application', lang, { reference }),
        ...(contactEmail ? [t('email.withdrawn.notYou', { contact: contactEmail })] : []),
      ],
    ),
  );
}

/** Where to write to the candidate of an application, and in which language. */
async function readerOf(tx: Tx, applicationId: string) {
  return tx
    .selectFrom('applications as a')
    .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
    .where('a.id', '=', applicationId)
    .select(['i.email', 'a.correspondence_lang as lang'])
    .executeTakeFirstOrThrow();
}
