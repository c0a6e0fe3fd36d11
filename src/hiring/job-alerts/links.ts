import { createSeal } from '#platform/sealing';
import { isUuid } from '#platform/ids';

/** What a link in an e-mail lets its holder do. */
export type LinkPurpose = 'confirm' | 'stop';

/** Tokens of the links in e-mails: nobody can make one up, and none is written down. */
export type AlertLinks = {
  token(purpose: LinkPurpose, alertId: string): string;
  /** The alert that a token is for; null where it is none of ours, or for something else. */
  alertOf(purpose: LinkPurpose, token: string): string | null;
};

export function createAlertLinks(secret: string): AlertLinks {
  const seal = createSeal(secret, 'job-alert-links-1');
  return {
    token: (purpose, alertId) => seal.close(purpose, alertId),
    alertOf(purpose, token) {
      const id = seal.open(purpose, token);
      return id !== null && isUuid(id) ? id : null;
    },
  };
}
