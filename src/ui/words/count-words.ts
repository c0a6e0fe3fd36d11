const hasLetterOrDigit = /[\p{L}\p{N}]/u;

/**
 * Number of words in a text, the same on the server (which decides) and in the browser (which
 * only informs).
 *
 * A word is a run of characters without white space that holds a letter or a digit. So
 * "well-being" and « l’équipe » are one word, "IT-05" is one, a dash or a French « ? » set apart
 * by a space is none, and an address or an e-mail is one. White space is Unicode's, no-break
 * spaces included.
 */
export function countWords(text: string): number {
  let words = 0;
  for (const token of text.split(/\s+/u)) {
    if (hasLetterOrDigit.test(token)) words += 1;
  }
  return words;
}
