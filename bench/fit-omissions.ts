// Fits the weights by which meaning/missing-word judges a word without counterpart: from words that
// are cut out of one language of real pairs, and from words that translators left out or added.
//
//   node bench/fit-omissions.ts            prints weights for src/hiring/check/rules/meaning/weights.ts
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Block,
  type Word,
  alignDocuments,
  alignSentences,
  linkWords,
  parseDocument,
  sentencesOf,
  wordsOfBlock,
} from '#hiring/prose';
import { type Lang, type Localized, langs, otherLang } from '#platform/i18n';
import {
  type PartEvidence,
  evidenceNames,
  evidenceOf,
  partEvidence,
} from '../src/hiring/check/rules/meaning/evidence.ts';
import { isJudged } from '../src/hiring/check/rules/meaning/missing-word.ts';
import { isOtherText } from '../src/hiring/check/rules/meaning/other-text.ts';
import { sharedPath } from '../test/support/shared.ts';
import { type LabelledPair, readLabels } from './support/accuracy.ts';

type Sample = {
  evidence: number[];
  isMissing: boolean;
  weight: number;
  pair: number;
  note: string;
};

/** How long French is for English, mostly. */
const usualRatio = 1.2;

const { path: content } = sharedPath('corpus/content');
const samples: Sample[] = [];
let unreachable = 0;
const seen = new Set<string>();
for (const [index, pair] of readLabels('corpus').entries()) collect(pair, index);

function collect(pair: LabelledPair, index: number): void {
  const read = (lang: Lang) =>
    parseDocument(lang, pair[lang], readFileSync(join(content, pair[lang]), 'utf8'))!;
  const documents = { en: read('en'), fr: read('fr') };
  const { blocks } = alignDocuments(documents.en, documents.fr);
  for (const { en, fr, confidence } of blocks) {
    if (en === null || fr === null || confidence < 0.15) continue;
    const both = { en: documents.en.blocks[en]!, fr: documents.fr.blocks[fr]! };
    if (both.en.kind === 'code' || both.en.kind === 'title' || isOtherText(both)) continue;
    const isLabelled = langs.some((lang) => {
      const line = documents[lang].positionOf(both[lang].span.start).line;
      return pair.labels.some(
        (label) => label[lang] && label[lang][0] <= line && line <= label[lang][1],
      );
    });
    if (isLabelled) continue;
    const id = `${both.en.text} ${both.fr.text}`;
    if (seen.has(id)) continue;
    seen.add(id);
    collectBlocks(both, index);
  }
}

function partsOf(blocks: Localized<Block>): PartEvidence[] {
  const words = { en: wordsOfBlock(blocks.en), fr: wordsOfBlock(blocks.fr) };
  return alignSentences(blocks.en, blocks.fr).flatMap((parts) => {
    const within = (lang: Lang): Word[] =>
      words[lang].filter(({ start, end }) => start >= parts[lang].start && end <= parts[lang].end);
    if (parts.en.start === parts.en.end || parts.fr.start === parts.fr.end) return [];
    const links = linkWords({ en: within('en'), fr: within('fr') });
    return [partEvidence(blocks, parts, links)];
  });
}

function collectBlocks(blocks: Localized<Block>, pair: number): void {
  for (const part of partsOf(blocks)) {
    for (const lang of langs) {
      for (const [at, word] of part.links[lang].entries()) {
        const note = `${lang} ${blocks[lang].text.slice(word.start, word.end)} | ${blocks.en.text.slice(part.parts.en.start, part.parts.en.end)} | ${blocks.fr.text.slice(part.parts.fr.start, part.parts.fr.end)}`;
        if (word.link === -1) {
          if (!isJudged(part, lang, at)) continue;
          samples.push({
            evidence: evidenceOf(part, usualRatio, lang, at),
            isMissing: false,
            weight: 1,
            pair,
            note,
          });
        } else {
          // Judged as if it had none: of the kind that the rule looks at.
          const alone = part.links[lang].with(at, { ...word, link: -1 });
          const judged = { ...part, links: { ...part.links, [lang]: alone } };
          if (isJudged(judged, lang, at)) cut(blocks, part, lang, at, pair);
        }
      }
    }
  }
}

/** Cuts the counterpart of a word out of the other language. */
function cut(blocks: Localized<Block>, part: PartEvidence, lang: Lang, at: number, pair: number) {
  const other = otherLang(lang);
  const word = part.links[lang][at]!;
  const gone = part.links[other][word.link]!;
  const text = blocks[other].text;
  const from = /(?:,? (?:and|or|et|ou)|,)? ?(?:(?:de|des|du|la|le|les) |[ld]['’])?$/iu.exec(
    text.slice(0, gone.start),
  )!;
  const changed = text.slice(0, from.index) + text.slice(gone.end);
  const mutated = {
    ...blocks,
    [other]: {
      ...blocks[other],
      text: changed,
      passage: { ...blocks[other].passage, text: changed },
      sentences: sentencesOf(changed),
    },
  };
  const found = partsOf(mutated)
    .map((one) => ({ one, at: one.links[lang].findIndex(({ start }) => start === word.start) }))
    .find((one) => one.at >= 0);
  if (!found || found.one.links[lang][found.at]!.link !== -1) {
    unreachable += 1;
    return;
  }
  samples.push({
    evidence: evidenceOf(found.one, usualRatio, lang, found.at),
    isMissing: true,
    weight: 1,
    pair,
    note: `${lang} ${blocks[lang].text.slice(word.start, word.end)} | ${blocks.en.text.slice(part.parts.en.start, part.parts.en.end)} | ${changed}`,
  });
}

function fit(train: readonly Sample[]): number[] {
  const weights = evidenceNames.map(() => 0);
  const velocity = evidenceNames.map(() => 0);
  for (let round = 0; round < 1500; round += 1) {
    const gradient = evidenceNames.map((_, k) => 0.0005 * weights[k]!);
    for (const { evidence, isMissing, weight } of train) {
      const error = (score(weights, evidence) - Number(isMissing)) * weight;
      for (let k = 0; k < weights.length; k += 1)
        gradient[k]! += (error * evidence[k]!) / train.length;
    }
    for (let k = 0; k < weights.length; k += 1) {
      velocity[k] = 0.9 * velocity[k]! - 0.5 * gradient[k]!;
      weights[k]! += velocity[k]!;
    }
  }
  return weights;
}

function score(weights: readonly number[], evidence: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k += 1) sum += weights[k]! * evidence[k]!;
  return 1 / (1 + Math.exp(-sum));
}

const [missing, others] = [
  samples.filter((one) => one.isMissing),
  samples.filter((one) => !one.isMissing),
];
console.log(
  `${missing.length} cut (${unreachable} still linked), ${others.length} without counterpart`,
);
// Five folds by pair: what the weights say of pairs that they were not fitted to.
const judged: { sample: Sample; score: number }[] = [];
for (let fold = 0; fold < 5; fold += 1) {
  const weights = fit(samples.filter(({ pair }) => pair % 5 !== fold));
  for (const sample of samples) {
    if (sample.pair % 5 === fold) judged.push({ sample, score: score(weights, sample.evidence) });
  }
}
for (const threshold of [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97]) {
  const hits = judged.filter(({ sample, score: s }) => sample.isMissing && s >= threshold).length;
  const wrong = judged.filter(({ sample, score: s }) => !sample.isMissing && s >= threshold).length;
  console.log(`from ${threshold}: ${hits} of ${missing.length} cut, ${wrong} others`);
}
if (process.argv[2]) {
  const worst = judged.filter(({ sample }) => !sample.isMissing).sort((a, b) => b.score - a.score);
  for (const { sample, score: s } of worst.slice(0, Number(process.argv[2])))
    console.log(s.toFixed(3), sample.note);
  console.log('=== misses');
  const low = judged.filter(({ sample }) => sample.isMissing).sort((a, b) => a.score - b.score);
  for (const { sample, score: s } of low.slice(0, Number(process.argv[2])))
    console.log(s.toFixed(3), sample.note);
}
const weights = fit(samples);
for (const [k, name] of evidenceNames.entries())
  console.log(`  ${name}: ${weights[k]!.toFixed(2)},`);
