import { type MappedText, sliceText } from './mapped-text.ts';

export type Part = { kind: 'heading' | 'paragraph' | 'item'; text: MappedText; pseudo: boolean };

const bullet = /^(?:[•·▪●◦‣∙○■][ \t\u00A0]*|[–—-][ \t\u00A0]+)(?=\S)/;
const firmBullet = /^[•·▪●◦‣∙○■]/;
const maxHeadingLength = 110;

/**
 * What an author means by a paragraph: one wholly in bold is a heading, lines that begin with a
 * bullet sign are items. Both languages are then compared by what a reader sees.
 */
export function partsOf(paragraph: MappedText): Part[] {
  if (isHeading(paragraph)) return [{ kind: 'heading', text: paragraph, pseudo: true }];
  const lines = linesOf(paragraph);
  const bulleted = lines.filter((line) => bullet.test(line.text));
  // One line that begins with a dash may be an aside; two are a list.
  if (bulleted.length === 0 || (bulleted.length === 1 && !firmBullet.test(bulleted[0]!.text))) {
    return [{ kind: 'paragraph', text: paragraph, pseudo: false }];
  }
  const parts: Part[] = [];
  let from = 0;
  const take = (to: number): void => {
    const text = sliceText(paragraph, from, to);
    const sign = bullet.exec(text.text);
    if (text.text === '') return;
    if (sign) parts.push({ kind: 'item', text: withoutBullet(text, sign[0].length), pseudo: true });
    else parts.push({ kind: 'paragraph', text, pseudo: false });
    from = to;
  };
  for (const at of paragraph.breaks) {
    if (bullet.test(paragraph.text.slice(at + 1))) take(at);
  }
  take(paragraph.text.length);
  return parts;
}

function withoutBullet(text: MappedText, length: number): MappedText {
  return { ...sliceText(text, length, text.text.length), span: text.span };
}

function linesOf(text: MappedText): { text: string }[] {
  const ends = [...text.breaks, text.text.length];
  return ends.map((end, i) => ({
    text: text.text.slice(i === 0 ? 0 : ends[i - 1]! + 1, end).trimStart(),
  }));
}

function isHeading({ text, marks, breaks }: MappedText): boolean {
  if (text.length > maxHeadingLength || breaks.length > 0 || !/\p{L}/u.test(text)) return false;
  if (/[.!;,]$/.test(text)) return false;
  const strong = marks.filter(({ kind }) => kind === 'strong').sort((a, b) => a.start - b.start);
  let covered = 0;
  for (const { start, end } of strong) {
    if (/[\p{L}\p{N}]/u.test(text.slice(covered, start))) return false;
    covered = Math.max(covered, end);
  }
  return strong.length > 0 && !/[\p{L}\p{N}]/u.test(text.slice(covered));
}
