import { type Door, createFormTokens, localizedPath } from '#hiring/sign-in';
import { hrefs } from '#web/routes.ts';
import type { CandidatesDeps } from '../deps.ts';
import { messages } from '../messages/index.ts';
import type { Candidate } from '../model.ts';
import { type PrivateLinks, linkMinutes } from '../private-links.ts';
import { SignInByPasskey } from '../pages/passkey-form.tsx';
import { relyingParty } from '../passkeys/relying-party.ts';
import { leadsTo } from './leads-to.ts';
import type { Sessions } from './sessions.ts';

type Deps = CandidatesDeps &
  PrivateLinks &
  Pick<Door<Candidate>, 'limits'> & { sessions: Sessions };

export const pages = {
  signIn: 'my.signIn',
  sent: 'my.signInSent',
  confirm: 'my.signInConfirm',
  signOut: 'my.signOut',
  home: 'my.applications',
} as const satisfies Door<Candidate>['pages'];

/** The candidates' way in, open to every address: all are treated alike, known or not. */
export function candidatesDoor(deps: Deps): Door<Candidate> {
  const { db } = deps;
  return {
    ...deps,
    area: 'site',
    owner: 'candidate',
    pages,
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
        otherWayFailed: t('passkey.signIn.failed'),
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
    otherWays: (lang, next) =>
      relyingParty(deps.origins, lang)
        ? { body: <SignInByPasskey lang={lang} next={next} />, islands: ['passkey-form'] }
        : undefined,
    admit(c, candidate, csrf) {
      c.set('candidate', candidate);
      c.set('csrf', csrf);
    },
  };
}
