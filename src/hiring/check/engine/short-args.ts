import type { Finding } from '../model.ts';

/** Longest argument of a message: a quotation is to recognize a place by, not to read it. */
const longestArgument = 80;

/** Arguments of a message, those that are too long cut off. */
export function shortened(args: Finding['args']): Finding['args'] {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > longestArgument
        ? `${value.slice(0, longestArgument - 1).trimEnd()}…`
        : value,
    ]),
  );
}
