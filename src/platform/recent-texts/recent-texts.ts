import { seenLately } from './seen-lately.ts';

/** Texts kept in each of two generations, and the longest that is. */
const mostTexts = 2000;
const longestText = 4000;

/**
 * Remembers what was made of the texts that came by lately: postings repeat each other's sentences.
 * What was not asked for while `mostTexts` others were is forgotten, so that memory stays flat.
 */
export function recentTexts<Made>(): (text: string, make: (text: string) => Made) => Made {
  const seenBefore = seenLately();
  let [young, old] = [new Map<string, Made>(), new Map<string, Made>()];
  return (text, make) => {
    if (text.length > longestText) return make(text);
    let made = young.get(text);
    if (made !== undefined) return made;
    const known = old.get(text);
    if (known === undefined && !seenBefore(text)) return make(text);
    const own = standingAlone(text);
    made = known ?? make(own);
    if (young.size >= mostTexts) [young, old] = [new Map(), young];
    young.set(own, made);
    return made;
  };
}

/** A copy: a part of a longer text would keep all of that in memory. */
export function standingAlone(text: string): string {
  return ` ${text}`.slice(1);
}
