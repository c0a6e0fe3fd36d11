import type { LeftNotice } from '#hiring/notices';
import type { ApplicationStatus } from '#hiring/applications';
import type { Lang, Localized } from '#platform/i18n';

/** What a message of a candidate asks for: an answer, or to talk the decision over. */
export type About = 'question' | 'informal-discussion';

/** A question of a candidate, or an answer to one. */
export type Message = {
  id: string;
  body: string;
  about: About;
  from: 'candidate' | 'team';
  writtenAt: Date;
};

/** An application, as the one who sent it names it. */
export type OwnApplication = { applicationId: string; reference: string; postingId: string };

/** What was asked about an application and answered, earliest first. */
export type Conversation = OwnApplication & { messages: Message[] };

/** An application whose candidate waits for an answer. */
export type Waiting = OwnApplication & {
  since: Date;
  /** True where an informal discussion is among what was not answered yet. */
  discussion: boolean;
};

export const criterionKinds = ['essential', 'asset', 'operational', 'organizational'] as const;

/** What a decision found for a criterion, with the criterion's words as they were advertised. */
export type Finding = {
  criterion: string;
  kind: (typeof criterionKinds)[number];
  text: Localized;
  result: 'met' | 'not-met' | 'not-assessed';
  /** In the language of the decision's words; empty where nothing was said. */
  words: string;
};

/** A decision that its candidate was told of. */
export type ToldDecision = {
  id: string;
  outcome: 'screened-in' | 'screened-out';
  /** Code: see `reasonInWords` of the desk. */
  reason: string;
  words: string;
  wordsLang: Lang;
  decidedAt: Date;
  /** When the notice of it left. */
  toldAt: Date;
  findings: Finding[];
};

/** What happened to an application, of which its candidate may know. */
export const shownEvents = [
  'submitted',
  'submitted-within-grace',
  'changed',
  'changed-within-grace',
  'document-quarantined',
  'withdrawn',
] as const;
export type ShownEvent = { kind: (typeof shownEvents)[number]; at: Date };

/** Where one application stands, as far as its candidate was told; latest first. */
export type Standing = OwnApplication & {
  /** Private address of the receipt. */
  key: string;
  postingVersion: string;
  status: ApplicationStatus;
  events: ShownEvent[];
  notices: LeftNotice[];
  decisions: ToldDecision[];
  messages: Message[];
};
