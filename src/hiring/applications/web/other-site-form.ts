import type { Context } from 'hono';
import { preferredLang } from '#platform/i18n';
import { errorPage } from '#web/layout/index.ts';
import { hrefs } from '#web/routes.ts';
import type { ApplicationsDeps } from '../deps.ts';
import type { FormTokens } from '../form-token.ts';
import { formLimits } from '../intake/read-form.ts';
import { formPage } from '../pages/form-page.tsx';
import { closedPage, unreadablePage, withdrawnPage } from '../pages/refusal-page.tsx';
import { postingFacts } from '../posting-facts.ts';
import { receiveOtherSiteForm } from '../receive-other-site-form.ts';
import { floodsAt, sendsPerTenMinutes, unreadableStatus } from './limits.ts';

/** The form of another site of the organization, sent here: see docs/lever-api.md. */
export function otherSiteForm(
  deps: ApplicationsDeps,
  tokens: FormTokens,
  /** How often this sender sent a form in the last ten minutes, this time included. */
  countSend: (c: Context) => Promise<number>,
) {
  return async (c: Context): Promise<Response> => {
    const sends = await countSend(c);
    if (sends > floodsAt) {
      const lang = preferredLang(c.req.header('accept-language')) ?? 'en';
      return deps.render(c, errorPage(lang, 'too-many'), 429);
    }
    const outcome = await receiveOtherSiteForm(deps, tokens, {
      request: c.req.raw,
      busy: sends > sendsPerTenMinutes,
      limits: formLimits,
    });
    switch (outcome.kind) {
      case 'made':
        return c.redirect(outcome.receiptUrl, 303);
      case 'correct':
        return deps.render(c, formPage(outcome.view), outcome.status);
      case 'closed': {
        const { lang, typed } = outcome;
        const posting = postingFacts(outcome.posting, lang);
        return deps.render(c, closedPage({ lang, posting, typed, graceMinutes: 0 }), 409);
      }
      case 'unknown-posting': {
        const alternates = hrefs('postings.index');
        return deps.render(c, withdrawnPage({ ...outcome, alternates }), 404);
      }
      case 'unreadable': {
        const { lang, reason: kind } = outcome;
        const page = unreadablePage({ lang, posting: null, kind });
        return deps.render(c, page, unreadableStatus[kind]);
      }
    }
  };
}
