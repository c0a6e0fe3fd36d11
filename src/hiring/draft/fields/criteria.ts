import type { Block, Document } from '#hiring/prose';
import { type Lang, type Localized, langs, otherLang } from '#platform/i18n';
import type { Confidence, Gap, Proposal } from '../model.ts';
import { type PairReading, sourceOf } from '../reading.ts';
import { idFrom } from './id-from.ts';
import { type KindOfList, kindOfList } from './list-kind.ts';

type Kind = 'essential' | 'asset';
type Item = { readonly block: Block; readonly kind: KindOfList };

type Words = Readonly<Record<Lang, RegExp>>;

const ofAsset: Words = {
  en: /(?:is|are|be|considered|as) (?:a |an )?(?:strong |definite |considered )?(?:an )?assets?\b|\ba plus\b|^ideally\b|(?:is|are|strongly) preferred/iu,
  fr: /(?:est|sont|serai\p{L}+|constitu\p{L}+|comme|considérée?s? comme) (?:un |des )?(?:\p{L}+ )?atouts?|^idéalement|si possible/iu,
};
/** Language, clearance, citizenship and place have fields of their own. */
const ofOtherFields: Words = {
  en: /\b[A-C]{3}\b|bilingual|(?:both )?(?:french and english|english and french|english or french)|english essential|french essential|security clearance|canadian citizens|fully distributed|(?:fluent in )?both official languages\s*$/iu,
  fr: /(?<!\p{L})[A-C]{3}(?!\p{L})|bilingu|français et (?:en |l['’])?anglais|anglais et (?:en |le )?français|l['’]anglais ou le français|anglais essentiel|français essentiel|cote de sécurité|citoyens canadiens|décentralisée|maîtrisez \(?idéalement\)? les deux langues/iu,
};

function itemsOf({ document }: PairReading[Lang]): Map<number, Item> {
  const items = new Map<number, Item>();
  for (const list of document.lists) {
    if (list.depth > 1) continue;
    const kind = kindOfList(document, list);
    if (!kind) continue;
    for (const id of list.items) items.set(id, { block: document.blocks[id]!, kind });
  }
  return items;
}

/** The kind of an item by both languages; null where it is no criterion. */
function kindOf(found: Localized<Item | undefined>): { kind: Kind; confidence: Confidence } | null {
  const said = langs.flatMap((lang) => (found[lang] ? [found[lang].kind] : []));
  const kinds = new Set(said.map(({ kind }) => kind));
  const [first] = [...said].sort((a, b) => Number(b.strong) - Number(a.strong));
  if (!first || first.kind === 'duties') return null;
  const inBoth = said.length === 2 && kinds.size === 1;
  const confidence = inBoth ? (first.strong ? 'high' : 'medium') : 'low';
  return { kind: first.kind, confidence };
}

/** One sentence of several may speak of a part only: then both languages must say so. */
function saysAsset(blocks: Localized<Block>): boolean {
  const said = langs.filter((lang) => ofAsset[lang].test(blocks[lang].text));
  return said.length === 2 || said.some((lang) => blocks[lang].sentences.length === 1);
}

/** A criterion ends without the semicolon of its list. */
function textOf({ text }: Block): string {
  return text.replace(/[\s;,]+(?:and|et)?\s*$/u, '').trim();
}

export function criteria(pair: PairReading): { proposals: Proposal[]; gaps: Gap[] } {
  const items = { en: itemsOf(pair.en), fr: itemsOf(pair.fr) };
  const proposals: Proposal[] = [];
  const gaps: Gap[] = [];
  const ids = new Set<string>();
  const propose = (
    kind: Kind,
    confidence: Confidence,
    blocks: Localized<{ document: Document; block: Block; text: string; start: number }>,
  ): void => {
    proposals.push({
      path: ['criteria', proposals.length],
      value: {
        id: idFrom(blocks.en.text, ids),
        kind,
        text: { en: blocks.en.text, fr: blocks.fr.text },
      },
      confidence,
      from: langs.map((lang) =>
        sourceOf(blocks[lang].document, blocks[lang].block, blocks[lang].start),
      ),
      others: [],
    });
  };

  const rows = pair.alignment.blocks;
  for (const { en, fr } of rows) {
    const found = {
      en: en === null ? undefined : items.en.get(en),
      fr: fr === null ? undefined : items.fr.get(fr),
    };
    const kind = kindOf(found);
    if (!kind) continue;
    const blocks = {
      en: en === null ? undefined : pair.en.document.blocks[en],
      fr: fr === null ? undefined : pair.fr.document.blocks[fr],
    };
    if (langs.some((lang) => blocks[lang] && ofOtherFields[lang].test(blocks[lang].text))) continue;
    const alone = langs.find((lang) => !blocks[otherLang(lang)]);
    if (alone || !blocks.en || !blocks.fr) {
      const lang = alone ?? 'en';
      const source = sourceOf(pair[lang].document, blocks[lang]!);
      gaps.push({ field: 'criteria', reason: 'one-language', lang, from: [source] });
      continue;
    }
    const isAsset = kind.kind === 'asset' || saysAsset({ en: blocks.en, fr: blocks.fr });
    propose(isAsset ? 'asset' : 'essential', kind.confidence, {
      en: { document: pair.en.document, block: blocks.en, text: textOf(blocks.en), start: 0 },
      fr: { document: pair.fr.document, block: blocks.fr, text: textOf(blocks.fr), start: 0 },
    });
  }
  for (const asset of assetSentences(pair)) propose('asset', 'medium', asset);
  return { proposals, gaps };
}

const ofKnowledge: Words = {
  en: /experience|knowledge|degree|skills|familiarity|certification/iu,
  fr: /expérience|connaissance|diplôme|compétences|familiarité|certification/iu,
};

/** "Knowledge of procurement is an asset", where a paragraph says it. */
function assetSentences(pair: PairReading) {
  const found = langs.map((lang) =>
    pair[lang].sentences.filter(
      ({ block, text }) =>
        block.kind === 'paragraph' &&
        ofAsset[lang].test(text) &&
        ofKnowledge[lang].test(text) &&
        !ofOtherFields[lang].test(text),
    ),
  );
  const [en = [], fr = []] = found;
  return en.flatMap((sentence) => {
    const facing = pair.alignment.counterpartOf('en', sentence.block.id);
    const other = fr.find(({ block }) => block.id === facing);
    if (!other) return [];
    return [
      {
        en: { document: pair.en.document, ...sentence, text: sentence.text.trim() },
        fr: { document: pair.fr.document, ...other, text: other.text.trim() },
      },
    ];
  });
}
