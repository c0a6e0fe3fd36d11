import type { PairRule, PairUnderCheck, Report } from '#hiring/check';
import { ofLatest } from '#hiring/prose';
import type { Lang } from '#platform/i18n';
import { excerpt, placeIn } from '../support/places.ts';
import { type Link, linksOf } from './links-of.ts';
import { type Target, targetOf } from './target.ts';

type Seen = { link: Link; target: Target | null; kind: string };

function seen(link: Link): Seen {
  const target = targetOf(link.href);
  return { link, target, kind: target ? 'web' : (/^[a-z]+:/i.exec(link.href)?.[0] ?? 'page') };
}

/** From what is surely the same to what may be: an address each, then what stands in its place. */
const likeness: readonly ((a: Seen, b: Seen, pair: PairUnderCheck) => boolean)[] = [
  (a, b, pair) =>
    a.target?.exact !== undefined && a.target.exact === b.target?.exact && aligned(pair, a, b),
  (a, b) => a.target?.exact !== undefined && a.target.exact === b.target?.exact,
  (a, b, pair) =>
    aligned(pair, a, b) && a.target?.page !== undefined && a.target.page === b.target?.page,
  (a, b, pair) => aligned(pair, a, b) && a.kind === b.kind && a.target?.owner === b.target?.owner,
  (a, b, pair) => aligned(pair, a, b) && a.kind === b.kind,
  // Elsewhere only where the text about it has no counterpart.
  (a, b, pair) => adrift(pair, a, b) && a.kind === b.kind && a.target?.owner === b.target?.owner,
];

function aligned(pair: PairUnderCheck, en: Seen, fr: Seen): boolean {
  return pair.alignment.counterpartOf('en', en.link.block.id) === fr.link.block.id;
}

function adrift({ alignment }: PairUnderCheck, en: Seen, fr: Seen): boolean {
  return (
    alignment.counterpartOf('en', en.link.block.id) === null ||
    alignment.counterpartOf('fr', fr.link.block.id) === null
  );
}

type Matched = { pairs: readonly [Seen, Seen][]; alone: Record<Lang, readonly Seen[]> };

const match = ofLatest((pair: PairUnderCheck): Matched => {
  let en = linksOf(pair.documents.en).map(seen);
  let fr = linksOf(pair.documents.fr).map(seen);
  const pairs: [Seen, Seen][] = [];
  for (const alike of likeness) {
    en = en.filter((one) => {
      const at = fr.findIndex((other) => alike(one, other, pair));
      if (at === -1) return true;
      pairs.push([one, fr[at]!]);
      fr = fr.toSpliced(at, 1);
      return false;
    });
  }
  return { pairs, alone: { en, fr } };
});

/** A link of one language that the other does not have. */
export const parity: PairRule = {
  id: 'links/parity',
  severity: 'warning',
  fixable: false,
  scope: 'pair',
  check(pair, _context, report) {
    const { alone } = match(pair);
    for (const { link } of alone.en) reportAlone(pair, 'en', link, report);
    for (const { link } of alone.fr) reportAlone(pair, 'fr', link, report);
  },
};

function reportAlone(pair: PairUnderCheck, lang: Lang, link: Link, report: Report): void {
  const other = pair.documents[lang === 'en' ? 'fr' : 'en'];
  const facing = pair.alignment.counterpartOf(lang, link.block.id);
  // Where the whole block has no counterpart, that is said once, of the block.
  if (facing === null) return;
  const block = other.blocks[facing];
  report({
    place: link.place,
    counterpart: block ? placeIn(other, block) : null,
    args: { text: excerpt(link.text), href: excerpt(link.href) },
    variant: lang === 'en' ? 'english' : 'french',
  });
}

/** Two links in the same place that lead to different pages. */
export const otherDestination: PairRule = {
  id: 'links/other-destination',
  severity: 'info',
  fixable: false,
  scope: 'pair',
  check(pair, _context, report) {
    for (const [en, fr] of match(pair).pairs) {
      if (!en.target || !fr.target || !differ(en.target, fr.target)) continue;
      report({
        place: fr.link.place,
        counterpart: en.link.place,
        args: { en: excerpt(en.target.url.href), fr: excerpt(fr.target.url.href) },
      });
    }
  },
};

/** Different sites, or one page asked for different things. Translated paths are no difference. */
function differ(en: Target, fr: Target): boolean {
  if (en.owner !== fr.owner) return true;
  return en.page === fr.page && en.exact !== fr.exact;
}
