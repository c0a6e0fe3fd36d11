import { type Block, type Document, ofLatest, perBlock } from '#hiring/prose';
import { type Lang, otherLang } from '#platform/i18n';
import { evidenceOf, languageOf, ownWords, surelyIn } from './evidence.ts';
import { masked, proseBlocks, proseOf } from './prose-text.ts';

/** Share of a file that is in the other language, from which the file as a whole is. */
const whole = 0.6;

/** Words in the other language, in one piece. */
export type Stretch = { block: Block; start: number; end: number; size: number };
type Reading = { stretches: readonly Stretch[]; share: number };

/** What a document says in the other language, sentence by sentence. */
export const foreignIn = ofLatest((document: Document): Reading => {
  const stretches: Stretch[] = [];
  let all = 0;
  for (const block of proseBlocks(document)) {
    if (block.kind === 'title') continue;
    all += proseOf(block).length;
    for (const part of foreignParts(block)) stretches.push({ block, ...part });
  }
  const foreign = stretches.reduce((sum, { size }) => sum + size, 0);
  return { stretches, share: all === 0 ? 0 : foreign / all };
});

const foreignParts = perBlock((block): readonly Omit<Stretch, 'block'>[] => {
  const { lang } = block.passage;
  const prose = withoutEmphasis(block, proseOf(block));
  const parts: Omit<Stretch, 'block'>[] = [];
  for (const { start, end } of block.sentences) {
    const sentence = prose.slice(start, end);
    if (surelyIn(sentence, lang) || !isIn(sentence, otherLang(lang))) continue;
    const last = parts.at(-1);
    if (last && start - last.end <= 2) {
      parts[parts.length - 1] = { start: last.start, end, size: last.size + end - start };
    } else parts.push({ start, end, size: end - start });
  }
  return parts;
});

/** Whether a sentence is in a language, apart from the names and quotations in it. */
function isIn(sentence: string, lang: Lang): boolean {
  const own = ownWords(sentence);
  // What small words say of the other language is never overruled: nothing else need be asked.
  const said = evidenceOf(own);
  if (said[otherLang(lang)] > said[lang]) return false;
  const found = languageOf(own);
  if (found !== null) return found === lang;
  // Names may be most of a short sentence: then what is around them must leave no doubt.
  const { words, ...counts } = evidenceOf(sentence);
  const lower = sentence.match(/(?<![\p{L}\d’'])\p{Ll}[\p{Ll}’'-]+/gu)?.length ?? 0;
  const enough = (lower >= 2 && counts[lang] >= 1) || (lower >= 1 && counts[lang] >= 2);
  return words >= 4 && enough && counts[otherLang(lang)] === 0;
}

/** Titles of laws and of books stand in italics; a name that is a link is often one, too. */
function withoutEmphasis(block: Block, prose: string): string {
  let text = prose;
  for (const { kind, start, end } of block.marks) {
    const apart = kind === 'emphasis' || kind === 'image' || kind === 'code';
    // A block that is in italics altogether is a sentence like others.
    if (!apart || end - start > text.length * 0.8) continue;
    text = text.slice(0, start) + masked.repeat(end - start) + text.slice(end);
  }
  return text;
}

/** Whether a document as a whole is in the other language, so that rules of its own do not apply. */
export function isForeign(document: Document): boolean {
  return foreignIn(document).share >= whole;
}
