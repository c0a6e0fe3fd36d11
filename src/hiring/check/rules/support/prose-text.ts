import { type Block, type Document, ofLatest, perBlock } from '#hiring/prose';

/** Stands for each UTF-16 unit of what is not prose; no rule's pattern matches it as a word. */
export const masked = '\uE000';

const never = new RegExp(
  [
    String.raw`\{\{.*?\}\}|\{%.*?%\}`,
    String.raw`(?:https?|ftp|mailto|tel):[^\s<>"”»]*[^\s<>"”».,;:!?)]`,
    String.raw`www\.[^\s<>"”»]*[^\s<>"”».,;:!?)]`,
    String.raw`[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+`,
    String.raw`(?<![\p{L}\d])(?:[a-z\d-]+\.)+(?:ca|com|org|net|gov|io|dev|html?|aspx?|pdf|md|ya?ml|js|ts|py)(?:/[^\s<>"”»)]*)?(?![\p{L}\d])`,
    String.raw`(?<=^|\s)[:;=8][-’'^]?[)(DPp/|](?=$|[\s.,!?])`,
    String.raw`:[a-z][a-z\d_+-]*:`,
  ].join('|'),
  'gu',
);

const quickly =
  /@|:\/\/|mailto:|tel:|www\.|\{[{%]|\.[a-z]{2}|:[a-z]|(?:^|\s)[:;=8][-’'^]?[)(DPp/|]/;
/**
 * The words of a block as long as `block.text`, with what typography and wording do not apply to
 * (code, inline HTML, addresses, placeholders, emoticons) put out of sight.
 */
export const proseOf = perBlock((block): string => {
  let text = block.text;
  for (const { kind, start, end } of block.marks) {
    if (kind === 'code' || kind === 'html') text = blank(text, start, end);
  }
  if (quickly.test(text)) text = text.replaceAll(never, (found) => masked.repeat(found.length));
  return text;
});

function blank(text: string, start: number, end: number): string {
  // Inline HTML may be marked with the words that it encloses: only its tags are not prose.
  return text.slice(0, start) + masked.repeat(end - start) + text.slice(end);
}

/** Blocks of words, in reading order, without code. */
export const proseBlocks = ofLatest(({ blocks }: Document): readonly Block[] =>
  blocks.filter((block) => block.kind !== 'code' && block.text !== ''),
);

/** Words of a text: what stands between spaces and has a letter or a digit. */
export function countWords(text: string): number {
  let words = 0;
  let inside = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 32 || code === 0xa0 || code === 0x202f || code === 10) inside = false;
    else if (!inside && isWordCharacter(code)) {
      inside = true;
      words += 1;
    }
  }
  return words;
}

/** Digits and letters, of any script; not punctuation, symbols or what is masked. */
function isWordCharacter(code: number): boolean {
  if (code < 0xc0)
    return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return code < 0x2000 || (code > 0x2bff && code < 0xd800);
}
