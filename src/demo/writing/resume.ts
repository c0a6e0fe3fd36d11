/** What sample résumés of one language are made of. */
export type ResumeWriting = {
  /** First line: says that this is a sample. */
  notice: string;
  headings: Readonly<
    Record<'profile' | 'experience' | 'education' | 'skills' | 'languages', string>
  >;
  /** Years of a post, from `{from}` until `{until}`. */
  period: string;
  /** Stands for `{until}` in a post still held. */
  untilNow: string;
  places: readonly string[];
  profiles: readonly string[];
  posts: readonly { title: string; employer: string; did: readonly string[] }[];
  schools: readonly string[];
  skills: readonly string[];
  languages: readonly string[];
  /** Names of files, without their ending; `{name}` stands for the person’s. */
  fileNames: readonly string[];
};
