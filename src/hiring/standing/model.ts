/** A question of a candidate, or an answer to one. */
export type Message = {
  id: string;
  body: string;
  from: 'candidate' | 'team';
  writtenAt: Date;
};

/** What was asked about an application and answered, earliest first. */
export type Conversation = {
  applicationId: string;
  reference: string;
  postingId: string;
  messages: Message[];
};

/** An application whose candidate waits for an answer. */
export type Waiting = { applicationId: string; reference: string; postingId: string; since: Date };
