import type { Posting } from '#hiring/postings';
import type { Lang, Localized } from '#platform/i18n';
import { at } from './at.ts';
import { writingEn } from './writing/en.ts';
import { writingFr } from './writing/fr.ts';
import type { Story, Topic, Writing } from './writing/story.ts';

const writings: Localized<Writing> = { en: writingEn, fr: writingFr };

/** A statement, with what staff make of it. */
export type Statement = {
  text: string;
  /** Whether it shows what the posting asks for. */
  strong: boolean;
  reason: string;
  words: string;
  lacks: RegExp;
};

/** Tells each candidate's story; the same one comes back in other company only. */
export type Storyteller = {
  /** The next statement in this language for a posting; `strong` leaves out those that fall short. */
  next(lang: Lang, posting: Posting, choice: 'any' | 'strong'): Statement;
};

/** What a candidate answers on one criterion: the beginning of a story of their own. */
export function answerOnCriterion(lang: Lang, turn: number): string {
  const [first = ''] = at(writings[lang].strong, turn).text.split('\n\n');
  return first;
}

export function createStoryteller(): Storyteller {
  const told = new Map<string, number>();
  const timesTold = (what: string): number => {
    const times = told.get(what) ?? 0;
    told.set(what, times + 1);
    return times;
  };
  return {
    next(lang, posting, choice) {
      const writing = writings[lang];
      const stories = storiesFor(writing, topicOf(posting), choice);
      const turn = timesTold(`${lang} ${posting.id}`);
      const story = at(stories, turn);
      const times = timesTold(story.text);
      const parts = partsOf(writing, story, times);
      return {
        text: parts.join('\n\n'),
        strong: writing.strong.includes(story),
        reason: story.reason,
        words: story.words,
        lacks: story.lacks ?? /experience/i,
      };
    },
  };
}

/** The story itself in its company: in another one each time it is told. */
function partsOf(writing: Writing, story: Story, times: number): string[] {
  const { strong, partial, openings, closings, courtesies } = writing;
  const { text } = story;
  const place = strong.indexOf(story);
  if (place < 0) {
    const courtesy = at(courtesies, partial.indexOf(story) + times);
    return times === 0 ? [text] : [text, courtesy];
  }
  const opening = at(openings, place * 3 + times * 4);
  const closing = at(closings, place * 5 + times * 2);
  return at([[opening, text, closing], [text, closing], [opening, text], [text]], place + times);
}

/**
 * For a posting of a subject of its own, stories on it come first, then the others from the end, so
 * that neighbouring processes do not begin alike. Those that fall short are mixed in where they count.
 */
function storiesFor(
  { strong, partial }: Writing,
  topic: Topic | null,
  choice: 'any' | 'strong',
): readonly Story[] {
  const suits = (story: Story): boolean => story.topic === topic;
  const others = strong.filter((story) => !suits(story));
  const sorted = topic ? [...strong.filter(suits), ...others.toReversed()] : strong;
  if (choice === 'strong') return sorted;
  return sorted.flatMap((story, index) => {
    const weaker = index % 3 === 2 ? partial[(index - 2) / 3] : undefined;
    return weaker ? [story, weaker] : [story];
  });
}

function topicOf({ text }: Posting): Topic | null {
  const title = text.en.title.toLowerCase();
  if (/accessib/.test(title)) return 'accessibility';
  if (/content|writ/.test(title)) return 'content';
  if (/develop|software|engineer/.test(title)) return 'software';
  return null;
}
