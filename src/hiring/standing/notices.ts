import { may, roles } from '#hiring/staff';
import type { Tx } from '#platform/database';
import { hrefs, href } from '#web/routes.ts';
import type { StandingDeps } from './deps.ts';
import { askedEmail } from './emails.tsx';
import { messages } from './messages/index.ts';
import type { Conversation } from './model.ts';
import { titleOf } from './title-of.ts';

type About = Pick<Conversation, 'applicationId' | 'reference' | 'postingId'>;

/** Writes to all who may answer, each in their language. */
export async function tellTeam(deps: StandingDeps, tx: Tx, about: About): Promise<void> {
  const { applicationId: id, reference } = about;
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
    const title = titleOf(deps, about, lang);
    await deps.mail.queue(tx, askedEmail({ lang, recipient: email, reference, title, url }));
  }
}

/** Writes to the candidate, in the language that they chose, with a link that signs them in. */
export async function tellCandidate(deps: StandingDeps, tx: Tx, about: About): Promise<void> {
  const { email, lang } = await tx
    .selectFrom('applications as a')
    .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
    .where('a.id', '=', about.applicationId)
    .select(['i.email', 'a.correspondence_lang as lang'])
    .executeTakeFirstOrThrow();
  const t = messages(lang);
  const organization = deps.postings.snapshot().site.organization[lang];
  await deps.candidates.sendPrivateLink(tx, {
    email,
    lang,
    path: hrefs('my.questions', { reference: about.reference }),
    kind: 'question-answered',
    words: {
      subject: t('email.answered.subject', { organization }),
      why: t('email.answered.why', { title: titleOf(deps, about, lang) }),
    },
  });
}
