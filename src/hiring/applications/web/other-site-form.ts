import type { Context } from 'hono';
import { preferredLang } from '#platform/i18n';
import { hrefs } from '#web/routes.ts';
import { askedQuestions } from '../asked-questions.ts';
import { formLimits } from '../intake/read-form.ts';
import { closedPage, notKeptPage, unreadablePage, withdrawnPage } from '../pages/refusal-page.tsx';
import { receiveOtherSiteForm } from '../receive-other-site-form.ts';
import { showCheck } from './check-routes.ts';
import { unreadableStatus } from './limits.ts';
import { type Wizard, extendedForm, floodAnswer, formOfPosting, keepPrivate } from './wizard.ts';

/** The form of another site of the organization, sent here: see docs/lever-api.md. */
export function otherSiteForm(wizard: Wizard) {
  const { deps, limits } = wizard;
  return async (c: Context): Promise<Response> => {
    const pressure = await limits.send(deps.clientAddress(c));
    if (pressure === 'flood') {
      const lang = preferredLang(c.req.header('accept-language')) ?? 'en';
      return floodAnswer(wizard, c, lang);
    }
    const outcome = await receiveOtherSiteForm(deps, {
      request: c.req.raw,
      busy: pressure === 'busy',
      limits: formLimits,
    });
    switch (outcome.kind) {
      case 'made':
        return c.redirect(outcome.receiptUrl, 303);
      case 'correct': {
        const { lang, posting, draft, notice, fileProblems } = outcome;
        const { email } = draft;
        const later = email ? await deps.extensions.laterClosing(posting.id, email) : null;
        const form = extendedForm(formOfPosting(posting, lang), later);
        keepPrivate(c);
        return showCheck(wizard, c, { ...form, draft, graceEnds: null }, { notice, fileProblems });
      }
      case 'closed':
      case 'outage': {
        const { lang, typed, kind } = outcome;
        const { facts: posting, posting: of } = formOfPosting(outcome.posting, lang);
        const written = { lang, posting, typed, questions: askedQuestions(of.facts) };
        return kind === 'closed'
          ? deps.render(c, closedPage({ ...written, graceMinutes: 0 }), 409)
          : deps.render(c, notKeptPage({ ...written, why: 'outage' }), 503);
      }
      case 'unknown-posting': {
        const alternates = hrefs('postings.index');
        const questions = askedQuestions(null);
        return deps.render(c, withdrawnPage({ ...outcome, questions, alternates }), 404);
      }
      case 'unreadable': {
        const { lang, reason: kind } = outcome;
        const page = unreadablePage({ lang, posting: null, kind });
        return deps.render(c, page, unreadableStatus[kind]);
      }
    }
  };
}
