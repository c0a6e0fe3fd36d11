import type { Lang } from '#platform/i18n';
import type { Block } from './model.ts';
import { seenLately, standingAlone } from '#platform/recent-texts';

/**
 * Stands for blocks that say the same with the same mark-up, wherever they come by: postings of one
 * organization repeat each other. What is made of a block's words is kept here and found once.
 */
export type Passage = {
  readonly lang: Lang;
  readonly made: unknown[];
  /** What was made of it together with a block of the other language. */
  readonly beside: Map<Passage, unknown[]>;
};

/** What the words and mark-up of a block are, and no place in any file. */
type Said = Pick<Block, 'kind' | 'level' | 'text' | 'marks'>;

/**
 * UTF-16 units of text in each of two generations, and the most of one block. What was not met while
 * a generation filled is forgotten, so that memory stays flat.
 */
const mostUnits = 300_000;
const longestBlock = 4000;

/** Counterparts kept of a passage: most have one. */
const mostBeside = 12;

/** A passage with what its text alone does not tell. */
type Kept = { readonly form: string; readonly passage: Passage };

/** By text: where a line was remembered, it is the same string, found without being read. */
type Generation = { units: number; readonly passages: Map<string, Kept[]> };
const newGeneration = (): Generation => ({ units: 0, passages: new Map() });
const metBefore = { en: seenLately(), fr: seenLately() };
const recent = { en: [newGeneration(), newGeneration()], fr: [newGeneration(), newGeneration()] };

const newPassage = (lang: Lang): Passage => ({ lang, made: [], beside: new Map() });

export function passageOf(lang: Lang, said: Said): Passage {
  const { text } = said;
  if (text.length > longestBlock) return newPassage(lang);
  const form = formOf(said);
  const [young, old] = recent[lang] as [Generation, Generation];
  const met = find(young, text, form);
  if (met) return met;
  const known = find(old, text, form);
  // What is said once only is most of some folders, and would push out what is repeated.
  if (!known && !metBefore[lang](text)) return newPassage(lang);
  const passage = known ?? newPassage(lang);
  keep(young, { form, passage }, text);
  if (young.units > mostUnits) recent[lang] = [newGeneration(), young];
  return passage;
}

function formOf({ kind, level, marks }: Said): string {
  let form = `${kind}${level}`;
  for (const mark of marks) form += `\n${mark.kind} ${mark.start} ${mark.end} ${mark.href}`;
  return form;
}

function find({ passages }: Generation, text: string, form: string): Passage | undefined {
  return passages.get(text)?.find((one) => one.form === form)?.passage;
}

function keep(generation: Generation, kept: Kept, text: string): void {
  const others = generation.passages.get(text);
  if (others) others.push(kept);
  else generation.passages.set(standingAlone(text), [kept]);
  generation.units += text.length + kept.form.length;
}

let slots = 0;

/**
 * Remembers what is made of a block, for all blocks that say the same. `make` may look at nothing but
 * the block's kind, level, text, sentences and mark-up, never at places in the file.
 */
export function perBlock<
  Made extends object | string | number | boolean,
  From extends Pick<Block, 'passage'> = Block,
>(make: (block: From) => Made): (block: From) => Made {
  const slot = slots++;
  return (block) => {
    const { made } = block.passage;
    return (made[slot] as Made | undefined) ?? (made[slot] = make(block));
  };
}

let slotsOfTwo = 0;

/** The same for two blocks, one of each language, that are looked at together. */
export function perCounterparts<Made extends object | string | number | boolean>(
  make: (en: Block, fr: Block) => Made,
): (en: Block, fr: Block) => Made {
  const slot = slotsOfTwo++;
  return (en, fr) => {
    const { beside } = en.passage;
    let made = beside.get(fr.passage);
    if (!made) {
      if (beside.size >= mostBeside) beside.clear();
      beside.set(fr.passage, (made = []));
    }
    return (made[slot] as Made | undefined) ?? (made[slot] = make(en, fr));
  };
}
