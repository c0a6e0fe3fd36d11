import { setTimeout as pause } from 'node:timers/promises';
import { type Door, createFormTokens, createLinkLimits, isBelow, linkEmail } from '#hiring/sign-in';
import type { Lang } from '#platform/i18n';
import type { StaffDeps } from '../deps.ts';
import { messages } from '../messages/index.ts';
import { may } from '../policy.ts';
import { findActiveStaff, isActiveStaff } from '../queries.ts';
import { linkUrl } from './links.ts';
import type { SessionStaff, Sessions } from './sessions.ts';
import { linkMinutes } from './settings.ts';

/**
 * Least time to answer a request for a link, in milliseconds: above what making and queueing one
 * takes, so that the time taken does not tell whether the address is known.
 */
const answerTime = 300;

/** The hiring team's way in: for those who were added, and no others. */
export function staffDoor(deps: StaffDeps & { sessions: Sessions }): Door<SessionStaff> {
  const { db, sessions } = deps;
  return {
    ...deps,
    area: 'desk',
    owner: 'staff',
    pages: {
      signIn: 'staff.signIn',
      sent: 'staff.signInSent',
      confirm: 'staff.signInConfirm',
      signOut: 'staff.signOut',
      home: 'desk.processes',
    },
    leadsTo: (pathname) => isBelow('staff.signIn', pathname),
    words(lang) {
      const t = messages(lang);
      return {
        title: t('signIn.title'),
        lead: t('signIn.lead'),
        email: t('signIn.email'),
        emailHint: t('signIn.email.hint'),
        emailProblem: t('signIn.email.problem'),
        kept: t('signIn.kept.body'),
        sentLead: t('sent.lead'),
        sentMissing: t('sent.missing'),
        foreign: t('unsent.foreign'),
        tooLarge: t('unsent.tooLarge'),
      };
    },
    linkMinutes,
    tokens: createFormTokens(deps.secret, deps.clock, 'staff'),
    limits: createLinkLimits(),
    async sendLink(email, lang, next) {
      await sessions.ready();
      await Promise.all([emailLink(email, lang, next), pause(answerTime)]);
    },
    isKnown: (id) => isActiveStaff(db, id),
    admit(c, staff, csrf) {
      c.set('staff', {
        ...staff,
        can: (permission: Parameters<typeof may>[1]) => may(staff.role, permission),
        csrf,
      });
    },
  };

  /** Writes to the person, if the address is that of staff; the page never tells which. */
  async function emailLink(email: string, lang: Lang, next: string | null): Promise<void> {
    const person = await findActiveStaff(db, email);
    if (!person) return;
    const token = await sessions.createToken(person.email);
    const t = messages(person.lang);
    const message = linkEmail({
      kind: 'staff-sign-in',
      // The message is in the person's language; its link goes on in the one they are reading.
      lang: person.lang,
      recipient: person.email,
      url: linkUrl(deps.origins, lang, { token, next }),
      minutes: linkMinutes,
      words: { subject: t('email.subject'), why: t('email.why'), notYou: t('email.notYou') },
    });
    await db.transaction().execute((tx) => deps.mail.queue(tx, message));
    deps.log.info({ staffId: person.id }, 'sign-in link sent');
  }
}
