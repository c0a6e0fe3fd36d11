import type { TextRule } from '#hiring/check';
import { perBlock } from '#hiring/prose';
import { excerpt, placeIn } from '../support/places.ts';
import { proseBlocks, proseOf } from '../support/prose-text.ts';

/** Occupational groups whose name and code are often taken for another's. */
const groups: readonly { code: string; name: RegExp }[] = [
  {
    code: 'CS',
    name: /(?<!\p{L})(?:computer systems?|syst[èe]mes? d[’']ordinateurs?)(?=[^.!?]{0,25}\b(?:group|groupe|classification)|\W)/giu,
  },
  {
    code: 'IT',
    name: /(?<!\p{L})(?:information technology|technologies? de l[’']information)(?= (?:\(IT\) )?(?:group|classification))|(?<=groupe (?:des )?)technologies? de l[’']information/giu,
  },
  {
    code: 'AS',
    name: /(?<!\p{L})(?:administrative services)(?= (?:\(AS\) )?(?:group|classification))|(?<=groupe (?:des )?)services administratifs/giu,
  },
  {
    code: 'EC',
    name: /(?<!\p{L})(?:economics and social science services)|économique et services de sciences sociales/giu,
  },
  {
    code: 'PE',
    name: /(?<!\p{L})personnel administration(?= group)|(?<=groupe (?:de la )?)gestion du personnel/giu,
  },
];

const code = /(?<![\p{L}\d-])(CS|IT|AS|EC|PE|PM|IS|FI|PG|CR)(?:-| )0?(\d{1,2})(?!\d)/gu;

const namesGroup = perBlock((block): boolean => /[A-Z]{2}[- ]0?\d/.test(proseOf(block)));

/** The name of a group beside the code of another: CS became IT in 2021. */
export const groupName: TextRule = {
  id: 'terms/group-name',
  severity: 'warning',
  fixable: false,
  scope: 'text',
  check(document, _context, report) {
    for (const block of proseBlocks(document)) {
      if (!namesGroup(block)) continue;
      const prose = proseOf(block);
      for (const { start, end } of block.sentences) {
        const sentence = prose.slice(start, end);
        const codes = [...sentence.matchAll(code)].map(([, group]) => group!);
        if (codes.length === 0) continue;
        for (const { code: own, name } of groups) {
          if (codes.includes(own)) continue;
          for (const { 0: found, index } of sentence.matchAll(name)) {
            report({
              place: placeIn(document, block, start + index, start + index + found.length),
              args: { name: excerpt(found), own, code: codes[0]! },
            });
          }
        }
      }
    }
  },
};
