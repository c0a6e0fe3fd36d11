import type { Lang, Localized } from '#platform/i18n';

/** The parts of a process in which somebody may need something else. */
export const stages = ['application', 'written', 'interview', 'language', 'unsure'] as const;
export type Stage = (typeof stages)[number];

/** What can be arranged without words of one's own: the told words are then ready in both languages. */
export const measures = [
  'breaks',
  'assistive-technology',
  'large-print',
  'questions-ahead',
  'sign-language',
  'captioning',
  'quiet-room',
  'support-person',
  'remote',
] as const;
export type Measure = (typeof measures)[number];

/** Longest text that a person may write at once, in characters. */
export const textLimit = 5000;

/** How a candidate prefers to hear from the custodian. */
export const waysToReach = ['email', 'phone'] as const;

/** What a candidate asks. Nothing in it asks for a diagnosis. */
export type AccommodationRequest = {
  kind: 'request';
  at: string;
  lang: Lang;
  name: string;
  email: string;
  phone: string;
  reach: (typeof waysToReach)[number];
  help: string;
  stages: readonly Stage[];
  /** Null where it is about no posting in particular. */
  postingId: string | null;
};

/** What is proposed, and once agreed holds. */
export type Arrangement = {
  /** Null where it is about no process: it is then told to nobody, and closes nothing later. */
  postingId: string | null;
  /** Percent. */
  moreTime: number | null;
  measures: readonly Measure[];
  other: Localized | null;
  /** Where the measures apply. */
  stages: readonly Stage[];
  /** ISO instant: until when the application may be sent. Takes effect by itself, told to nobody. */
  closesAt: string | null;
  /** Exactly what the hiring team will read, in both languages; empty: nothing is told. */
  told: { en: readonly string[]; fr: readonly string[] };
};

/** Everything that is written in a case, sealed. `at` are ISO instants. */
export type Entry =
  | AccommodationRequest
  | { kind: 'message'; at: string; by: 'candidate' | 'custodian'; words: string }
  | { kind: 'proposal'; at: string; arrangement: Arrangement; words: string }
  | {
      kind: 'answer';
      at: string;
      /** Id of the entry of the proposal. */
      proposal: string;
      agrees: boolean;
      words: string;
      /** Row of `arrangements`, where the candidate agreed. */
      arrangementId: string | null;
    }
  | { kind: 'proven'; at: string; email: string }
  | { kind: 'readmitted'; at: string }
  | { kind: 'closed'; at: string };

export type CaseState = 'open' | 'proposed' | 'arranged' | 'closed';
export type WaitsFor = 'custodian' | 'candidate' | 'nobody';

/** What can be known of a case without opening it. */
export type CaseFacts = {
  id: string;
  state: CaseState;
  waitsFor: WaitsFor;
  /** A whole hour. */
  waitingSince: Date;
};

/** An entry that could be opened, with its place. */
export type OpenEntry = { id: string; entry: Entry };

/** A case as those who hold a key of it read it. */
export type OpenCase = CaseFacts & {
  request: AccommodationRequest;
  entries: readonly OpenEntry[];
  /** How many entries there are, those included that could not be opened. */
  total: number;
  /** The keys of the case that could be opened, by their public half: to let somebody in. */
  identities: ReadonlyMap<string, string>;
};
