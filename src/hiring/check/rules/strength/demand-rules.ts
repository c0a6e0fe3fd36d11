import type { PairRule, PairUnderCheck, Report } from '#hiring/check';
import { ofLatest } from '#hiring/prose';
import { type Lang, type Localized, langs, otherLang } from '#platform/i18n';
import { excerpt, placeIn } from '../support/places.ts';
import type { Demand } from './demands.ts';
import { type Part, partsOf } from './parts.ts';

type Unlike = { readonly part: Part; readonly demands: Localized<Demand> };

const isWish = ({ strength }: Demand): boolean => strength === 'preferred' || strength === 'asset';

/** Whether one demand may stand for the other. */
function isAlike(a: Demand, b: Demand): boolean {
  return a.strength === b.strength || ((a.loose || b.loose) && isWish(a) && isWish(b));
}

/** What one language demands beyond what the other does. */
function surplus(own: readonly Demand[], other: readonly Demand[]): Demand[] {
  const left = [...other];
  return own.filter((demand) => {
    const exact = left.findIndex(({ strength }) => strength === demand.strength);
    const at = exact >= 0 ? exact : left.findIndex((one) => isAlike(one, demand));
    if (at >= 0) left.splice(at, 1);
    return at < 0 && !demand.weak;
  });
}

/** Whether each language makes a demand of a strength that the other does not make. */
export function hasUnlikeDemands(en: readonly Demand[], fr: readonly Demand[]): boolean {
  return surplus(en, fr).length > 0 && surplus(fr, en).length > 0;
}

function textOf({ blocks, parts }: Part, lang: Lang): string {
  return blocks[lang].text.slice(parts[lang].start, parts[lang].end);
}

/** Sentences in which each language makes a demand of a strength that the other does not make. */
const unlikeDemands = ofLatest((pair: PairUnderCheck): Unlike[] =>
  partsOf(pair).flatMap((part) => {
    const { en, fr } = part.demands;
    const [onlyEn, onlyFr] = [surplus(en, fr), surplus(fr, en)];
    const [first, second] = [onlyEn[0], onlyFr[0]];
    return first && second ? [{ part, demands: { en: first, fr: second } }] : [];
  }),
);

function tell(pair: PairUnderCheck, { part, demands }: Unlike, report: Report): void {
  const at = (lang: Lang) => {
    const from = part.parts[lang].start;
    const { start, end } = demands[lang];
    return placeIn(pair.documents[lang], part.blocks[lang], from + start, from + end);
  };
  const says = (lang: Lang): string =>
    excerpt(textOf(part, lang).slice(demands[lang].start, demands[lang].end));
  report({ place: at('en'), counterpart: at('fr'), args: { en: says('en'), fr: says('fr') } });
}

/** "Preferred" beside "un atout": alike in everyday words, not in staffing. */
function isAssetTerm({ demands: { en, fr } }: Unlike): boolean {
  const both = [en.strength, fr.strength];
  return both.includes('asset') && both.includes('preferred');
}

/** The same thing is asked more strongly in one language. */
export const demand: PairRule = {
  id: 'strength/demand',
  severity: 'warning',
  fixable: false,
  scope: 'pair',
  check(pair, _context, report) {
    for (const unlike of unlikeDemands(pair)) {
      if (!isAssetTerm(unlike)) tell(pair, unlike, report);
    }
  },
};

export const assetTerm: PairRule = {
  id: 'strength/asset-term',
  severity: 'warning',
  fixable: false,
  scope: 'pair',
  options: { same: false },
  check(pair, context, report) {
    if (context.option<boolean>('same')) return;
    for (const unlike of unlikeDemands(pair)) if (isAssetTerm(unlike)) tell(pair, unlike, report);
  },
};

/** One language softens a demand, the other states it bare. */
export const softened: PairRule = {
  id: 'strength/softened',
  severity: 'warning',
  fixable: false,
  scope: 'pair',
  check(pair, _context, report) {
    for (const part of partsOf(pair)) {
      const { demands } = part;
      for (const lang of langs) {
        const other = otherLang(lang);
        const [soft] = demands[lang].filter((one) => isWish(one) && !one.weak);
        const { start, end } = part.parts[other];
        if (!soft || start === end || demands[other].length > 0) continue;
        const from = part.parts[lang].start;
        report({
          place: placeIn(
            pair.documents[lang],
            part.blocks[lang],
            from + soft.start,
            from + soft.end,
          ),
          counterpart: placeIn(pair.documents[other], part.blocks[other], start, end),
          args: { lang: other, text: excerpt(textOf(part, lang).slice(soft.start, soft.end)) },
        });
      }
    }
  },
};
