/** Questions of candidates and answers to them; see `schema.ts`. */
export type ApplicationMessagesTable = {
  id: string;
  application_id: string;
  body: string;
  answered_by: string | null;
  written_at: Date;
};
