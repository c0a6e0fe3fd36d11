import { readFileSync } from 'node:fs';
import { parseDocument, alignDocuments } from '#hiring/prose';
import { readLabels, contentOf } from './support/accuracy.ts';
import { comparisonsOf } from '../src/hiring/check/rules/meaning/compare.ts';
import { excessOf } from '../src/hiring/check/rules/meaning/omission.ts';
import { evidenceOf } from '../src/hiring/check/rules/meaning/evidence.ts';
import { isJudged } from '../src/hiring/check/rules/meaning/missing-word.ts';
import { likelihoodOf } from '../src/hiring/check/rules/meaning/weights.ts';
const set = process.argv[2] as any, onlyMissed = process.argv[3] !== 'all';
for (const pair of readLabels(set)) {
  const c = contentOf(set, '/tmp/h/shared/corpus/content');
  const read = (l: 'en'|'fr') => parseDocument(l, pair[l], readFileSync(`${c}/${pair[l]}`, 'utf8'))!;
  const documents = { en: read('en'), fr: read('fr') };
  const alignment = alignDocuments(documents.en, documents.fr);
  for (const cmp of comparisonsOf({ documents, alignment } as any)) {
    const line = documents.en.positionOf(cmp.blocks.en.span.start).line;
    const lab = pair.labels.find((l) => l.en && l.en[0] <= line && line <= l.en[1] && l.families.includes('meaning'));
    if (onlyMissed ? !lab : lab) continue;
    if (!cmp.clues) continue;
    const e = cmp.clues.evidence;
    const out: string[] = [];
    for (const l of ['en','fr'] as const) for (const [at, w] of e.links[l].entries()) {
      if (w.link !== -1) continue;
      out.push(`${l}:${w.form.folded}${w.isRepeated?'R':''}${w.isLoose?'L':''}${w.form.concepts.length?'k':''}${isJudged(e,l,at)?'J':''}${w.instead>=0?'i':''} ${likelihoodOf(evidenceOf(e, cmp.ratio, l, at)).toFixed(2)}`);
    }
    if (!onlyMissed) { const left=[e.leftover.en,e.leftover.fr]; if (!(left.includes(0) && (left[0]!+left[1]!) > 0)) continue; }
    console.log(`${pair.key}:${line} ${lab?.about ?? ''} x=${excessOf(cmp,'en').toFixed(0)} | ${cmp.blocks.en.text.slice(cmp.parts.en.start,cmp.parts.en.end).slice(0,150)} | ${cmp.blocks.fr.text.slice(cmp.parts.fr.start,cmp.parts.fr.end).slice(0,150)}\n    ${out.join('; ')}`);
  }
}
