/** What a browser sent of a text area, with line feeds and without what PostgreSQL cannot hold. */
export function plainText(text: string | undefined): string {
  return (text ?? '').toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll('\0', '');
}

/** The same without the space around it: the text that somebody meant to send. */
export function typedText(text: string | undefined): string {
  return plainText(text).trim();
}

/** Length of a typed text, in characters as people count them, nearly: an emoji is one. */
export function lengthOf(text: string | undefined): number {
  return Array.from(typedText(text)).length;
}
