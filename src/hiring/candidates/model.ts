import type { Lang } from '#platform/i18n';

/** Whoever has shown that an e-mail address is theirs. */
export type Candidate = {
  id: string;
  /** Lower case. */
  email: string;
  /** Language of the e-mails sent to them. */
  lang: Lang;
};
