import { factsIn } from '#hiring/prose';
import { type Lang, langs } from '#platform/i18n';
import type { Proposal } from '../model.ts';
import { type PairReading, sourceOf } from '../reading.ts';
import { claimsIn } from '../claims.ts';

type Words = Readonly<Record<Lang, RegExp>>;

const policies: readonly (readonly [id: string, Words])[] = [
  ['vaccination', { en: /vaccinat(?:ed|ion)/iu, fr: /vaccin(?:é|ation)/iu }],
  ['order-of-preference', { en: /preference (?:will be|is) given|priority entitlement|veterans? (?:come|are considered|first)/iu, fr: /préférence (?:sera|est) (?:accordée|donnée)|droit de priorité|anciens combattants? (?:viennent|d['’]abord)/iu }],
]; // prettier-ignore

const effectiveBefore: Words = {
  en: /(?:effective|as of|since|starting|from|took effect on|in force (?:since|on))\s*$/iu,
  fr: /(?:en vigueur (?:le|depuis le)|à compter du|à partir du|depuis le|dès le)\s*$/iu,
};
const expiresBefore: Words = {
  en: /(?:until|suspended on|ends on|expires on|lifted on)\s*$/iu,
  fr: /(?:jusqu['’]au|suspendue? le|prend fin le|expire le|levée? le)\s*$/iu,
};

/** The days between which a policy applies, where its sentences give them with the year. */
function daysOf(text: string, lang: Lang): { effective?: string; expires?: string } {
  const days: { effective?: string; expires?: string } = {};
  for (const { kind, value, start } of factsIn(text, lang)) {
    if (kind !== 'date' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) continue;
    const before = text.slice(0, start);
    if (effectiveBefore[lang].test(before)) days.effective = value;
    if (expiresBefore[lang].test(before)) days.expires = value;
  }
  return days;
}

/** Policies that apply for a time, each with the words of its sentence in both languages. */
export function notices(pair: PairReading): Proposal[] {
  const found: Proposal[] = [];
  for (const [id, words] of policies) {
    const sentences = langs.map((lang) =>
      pair[lang].sentences.find(
        ({ text, block }) =>
          words[lang].test(text) && block.kind !== 'heading' && block.kind !== 'title',
      ),
    );
    const [en, fr] = sentences;
    if (!en || !fr) continue;
    const days = { ...daysOf(en.block.text, 'en'), ...daysOf(fr.block.text, 'fr') };
    const isItem = en.block.kind === 'item';
    found.push({
      path: ['notices', found.length],
      value: { id, ...days, text: { en: en.text.trim(), fr: fr.text.trim() } },
      confidence: isItem ? 'medium' : 'high',
      from: [
        sourceOf(pair.en.document, en.block, en.start),
        sourceOf(pair.fr.document, fr.block, fr.start),
      ],
      others: [],
    });
  }
  return found;
}

const tenures: readonly (readonly [kind: string, Words])[] = [
  ['indeterminate', { en: /indeterminate/iu, fr: /durée indéterminée|indéterminé/iu }],
  ['term', { en: /specified period|\bterm\b/iu, fr: /durée déterminée|période déterminée|\(?déterminée/iu }],
  ['casual', { en: /\bcasual\b/iu, fr: /occasionnel/iu }],
  ['secondment', { en: /secondment/iu, fr: /détachement/iu }],
  ['assignment', { en: /\bassignment/iu, fr: /affectation/iu }],
]; // prettier-ignore

export function pool(pair: PairReading): Proposal[] {
  const said = langs.flatMap((lang) => {
    const [first] = pair[lang].poolSentences;
    return first ? [{ lang, first, text: first.block.text }] : [];
  });
  const [one] = said;
  if (!one) return [];
  const kinds = tenures.filter(([, words]) => words[one.lang].test(one.text)).map(([kind]) => kind);
  const assessed = /fully assessed|entièrement évalué/iu.test(one.text)
    ? { assessed: 'fully' }
    : /partially assessed|partiellement évalué/iu.test(one.text)
      ? { assessed: 'partially' }
      : {};
  return [
    {
      path: ['pool'],
      value: { intended: true, ...assessed, ...(kinds.length > 0 ? { tenures: kinds } : {}) },
      confidence: said.length === 2 ? 'high' : 'medium',
      from: said.map(({ lang, first }) => sourceOf(pair[lang].document, first.block, first.start)),
      others: [],
    },
  ];
}

const open: Words = {
  en: /future opportunities as they|ongoing (?:recruitment|inventory|process)|no closing date|as positions become available|open until filled/iu,
  fr: /occasions futures|futures occasions|possibilités futures|à mesure qu|en continu|sans date (?:de clôture|limite)|(?:aucune|pas de) date (?:de clôture|limite)|lorsque de nouvelles offres/iu,
};
/** What is said beside an opening that does close. */
const beside: Words = {
  en: /might have|if you don['’]t meet|another role/iu,
  fr: /pourrions avoir|si vous ne r/iu,
};

export function evergreen(pair: PairReading): Proposal[] {
  const from = langs.flatMap((lang) => {
    const [claim] = claimsIn(pair[lang], ({ text }) =>
      open[lang].test(text) && !beside[lang].test(text) ? { value: true } : null,
    );
    return claim ? [claim.from] : [];
  });
  if (from.length < langs.length) return [];
  return [{ path: ['evergreen'], value: true, confidence: 'high', from, others: [] }];
}
