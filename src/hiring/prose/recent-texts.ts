/** Texts kept in each of two generations, and the longest that is. */
const mostTexts = 2000;
const longestText = 4000;

/**
 * Remembers what was made of the texts that came by lately: postings repeat each other's sentences.
 * What was not asked for while `mostTexts` others were is forgotten, so that memory stays flat.
 */
export function recentTexts<Made>(): (text: string, make: (text: string) => Made) => Made {
  let [young, old] = [new Map<string, Made>(), new Map<string, Made>()];
  return (text, make) => {
    if (text.length > longestText) return make(text);
    let made = young.get(text);
    if (made !== undefined) return made;
    made = old.get(text) ?? make(text);
    if (young.size >= mostTexts) [young, old] = [new Map(), young];
    young.set(text, made);
    return made;
  };
}
