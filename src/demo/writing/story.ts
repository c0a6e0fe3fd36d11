/** What a story is mostly about, so that a posting gets those that suit it first. */
export type Topic = 'research' | 'service' | 'advice' | 'software' | 'content' | 'accessibility';

/** A piece of work as a sample candidate tells it, and what the sample manager makes of it. */
export type Story = {
  topic: Topic;
  text: string;
  /** Code of the reason that fits it, and the words to the candidate. */
  reason: string;
  words: string;
  /** The essential that is not shown, or shown by other means, by its English words. */
  lacks?: RegExp;
};

/** All that the sample candidates of one language write, in parts to be put together. */
export type Writing = {
  /** Stories that show what a posting asks for. */
  strong: readonly Story[];
  /** Stories that do not quite. */
  partial: readonly Story[];
  /** What goes before and after a story that is strong. */
  openings: readonly string[];
  closings: readonly string[];
  /** What goes after one that falls short. */
  courtesies: readonly string[];
};
