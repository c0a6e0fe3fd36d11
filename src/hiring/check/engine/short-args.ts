import type { Finding } from '../model.ts';

/** Longest argument of a message: a quotation is to recognize a place by, not to read it. */
const longestArgument = 80;

/** Arguments of a message, those that are too long cut off. */
export function shortened(args: Finding['args']): Finding['args'] {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'string' ? cutOff(value, longestArgument) : value,
    ]),
  );
}

/** A text of at most `most` characters, with an ellipsis where it went on. */
export function cutOff(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
