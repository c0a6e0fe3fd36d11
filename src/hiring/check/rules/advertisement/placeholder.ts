import type { TextRule } from '#hiring/check';
import { perBlock } from '#hiring/prose';
import { excerpt, placeIn } from '../support/places.ts';
import { proseBlocks } from '../support/prose-text.ts';

const filler = new RegExp(
  [
    String.raw`lorem ipsum|dolor sit amet`,
    String.raw`(?<![\p{L}\d])(?:TODO|TBD|TBC|FIXME|XXX+|TK|À VENIR|À FAIRE|AVENIR)(?![\p{L}\d])`,
    String.raw`(?<!\p{L})(?:to be (?:determined|confirmed|completed|decided)|à (?:déterminer|confirmer|compléter|préciser))(?=\s*(?:[.,;:)\]]|$))`,
    String.raw`[\[<](?:insert|add|enter|your|name|date|link|url|placeholder|insérer|ajouter|inscrire|votre|nom|lien|texte|à )[^\]>]{0,60}[\]>](?!\()`,
    String.raw`\{\{[^}]*\}\}|\{%[^%]*%\}|\[\[[^\]]*\]\]`,
    '_{4,}|(?:placeholder|sample|dummy) text|texte (?:bidon|de remplissage)',
  ].join('|'),
  'giu',
);
const exactCase = /^(?:TODO|TBD|TBC|FIXME|XXX+|TK|À VENIR|À FAIRE|AVENIR)$/u;
const shouted = /^(?:todo|tbd|tbc|fixme|xxx+|tk|à venir|à faire|avenir)$/iu;
const quick =
  /orem ips|dolor sit|TODO|TB[DC]|FIXME|XXX|TK|VENIR|FAIRE|[Tt]o be [dc]|[Àà] (?:dét|conf|comp|préc)|[[{<]|____|laceholder|ample text|ummy text|texte (?:bid|de remp)/;

/** A title or a whole block that only tries the form out. */
const trial =
  /^\s*(?:(?:en|fr)\s+)?(?:this is an? |ceci est un )?(?:test(?:ing|\d+)?|essai|asdf\w*|foo|bar|blah(?: blah)*|abc|qwerty)\s*(?:test|\d+|\.|!|en|fr)*\s*$/iu;
const trialTitle =
  /(?<![\p{L}\d])tests?(?:\s(?:job|title|post(?:ing)?|titre|poste|en|fr|\d+)\b|\s*$|\s*[-–—:])|(?:posting|job|title|titre|poste)\s+tests?(?!\p{L})|^(?:new job posting|nouvelle offre d[’']emploi|untitled|sans titre)$/iu;

type Filler = { readonly start: number; readonly end: number; readonly isTrial: boolean };

const fillersIn = perBlock(({ kind, text, marks }): readonly Filler[] => {
  if (trial.test(text) || (kind === 'title' && trialTitle.test(text))) {
    return [{ start: 0, end: text.length, isTrial: true }];
  }
  if (!quick.test(text)) return [];
  const isCode = (at: number): boolean =>
    marks.some((mark) => mark.kind === 'code' && mark.start <= at && at < mark.end);
  return [...text.matchAll(filler)].flatMap(({ 0: found, index }) => {
    const isWord = shouted.test(found) && !exactCase.test(found);
    return isWord || isCode(index)
      ? []
      : [{ start: index, end: index + found.length, isTrial: false }];
  });
});

/** Text that stands for text still to be written. */
export const placeholder: TextRule = {
  id: 'advertisement/placeholder',
  severity: 'warning',
  fixable: false,
  scope: 'text',
  check(document, _context, report) {
    for (const block of proseBlocks(document)) {
      for (const { start, end, isTrial } of fillersIn(block)) {
        report({
          place: placeIn(document, block, start, end),
          args: { text: excerpt(block.text.slice(start, end)) },
          ...(isTrial && { variant: 'trial' }),
        });
      }
    }
  },
};
