import { type Door, createFormTokens, localizedPath } from '#hiring/sign-in';
import { hrefs } from '#web/routes.ts';
import type { CandidatesDeps } from '../deps.ts';
import { messages } from '../messages/index.ts';
import type { Candidate } from '../model.ts';
import { type PrivateLinks, linkMinutes } from '../private-links.ts';
import { leadsTo } from './leads-to.ts';
import type { Sessions } from './sessions.ts';

type Deps = CandidatesDeps &
  PrivateLinks &
  Pick<Door<Candidate>, 'limits'> & { sessions: Sessions };

/** The candidates' way in, open to every address: all are treated alike, known or not. */
export function candidatesDoor(deps: Deps): Door<Candidate> {
  const { db } = deps;
  return {
    ...deps,
    area: 'site',
    owner: 'candidate',
    pages: {
      signIn: 'my.signIn',
      sent: 'my.signInSent',
      confirm: 'my.signInConfirm',
      signOut: 'my.signOut',
      home: 'my.applications',
    },
    leadsTo,
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
    tokens: createFormTokens(deps.secret, deps.clock, 'candidate'),
    async sendLink(email, lang, next) {
      const path = next === null ? hrefs('my.applications') : localizedPath(next);
      await db
        .transaction()
        .execute((tx) =>
          deps.sendPrivateLink(tx, { email, lang, path, kind: 'candidate-sign-in' }),
        );
    },
    async isKnown(id) {
      const row = await db
        .selectFrom('candidates')
        .select('id')
        .where('id', '=', id)
        .executeTakeFirst();
      return row !== undefined;
    },
    admit(c, candidate, csrf) {
      c.set('candidate', candidate);
      c.set('csrf', csrf);
    },
  };
}
