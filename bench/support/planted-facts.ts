import type { FactKind } from '#hiring/prose';
import { type Block, type Document, factsIn } from '#hiring/prose';
import type { Lang } from '#platform/i18n';

/** A text with one divergence of facts or strength planted in one block. */
export type Planted = {
  readonly kind: string;
  readonly block: number;
  readonly source: string;
  readonly note: string;
};

type Change = { kind: string; start: number; end: number; text: string };

const otherWords: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  en: { two: 'three', three: 'four', four: 'five', five: 'six', six: 'seven', ten: 'twelve' },
  fr: { deux: 'trois', trois: 'quatre', quatre: 'cinq', cinq: 'six', six: 'sept', dix: 'douze' },
};

const nextDigit = (text: string, at: number): string =>
  text.slice(0, at) + String((Number(text[at]) + 1) % 10 || 1) + text.slice(at + 1);

/** Changes the last digit of the first number, or the number's word. */
function another(text: string, lang: Lang): string | null {
  const digits = /\d[\d,.\u00A0\u202F ]*/.exec(text)?.[0].trimEnd();
  if (digits) {
    const at = text.indexOf(digits) + (/\d{3}$/.test(digits) ? 0 : digits.search(/\d(?=\D*$)/));
    return nextDigit(text, at);
  }
  const word = Object.keys(otherWords[lang]).find((one) =>
    new RegExp(`(?<!\\p{L})${one}(?!\\p{L})`, 'iu').test(text),
  );
  return word ? text.replace(new RegExp(word, 'iu'), otherWords[lang][word]!) : null;
}

const months: Readonly<Record<Lang, readonly [RegExp, string][]>> = {
  en: [[/January|March|May|July/u, 'August'], [/April|June|September|October|December|February|November/u, 'January']],
  fr: [[/janvier|mars|mai|juillet/u, 'août'], [/avril|juin|septembre|octobre|décembre|février|novembre/u, 'janvier']],
}; // prettier-ignore
const units: Readonly<Record<Lang, readonly [RegExp, string][]>> = {
  en: [[/years?/u, 'months'], [/months?/u, 'years'], [/weeks?/u, 'days'], [/days?/u, 'weeks']],
  fr: [[/ans?|années?/u, 'mois'], [/mois/u, 'ans'], [/semaines?/u, 'jours'], [/jours?/u, 'semaines']],
}; // prettier-ignore

function changesOf(text: string, lang: Lang): Change[] {
  return factsIn(text, lang).flatMap(({ kind, start, end, value }): Change[] => {
    const written = text.slice(start, end);
    const change = (what: string, now: string | null): Change[] =>
      now === null || now === written ? [] : [{ kind: what, start, end, text: now }];
    const swap = (what: string, pairs: readonly [RegExp, string][]): Change[] => {
      const pair = pairs.find(([from]) => from.test(written));
      return pair ? change(what, written.replace(pair[0], pair[1])) : [];
    };
    const plain: FactKind[] = ['number', 'money', 'percent', 'time', 'duration', 'date', 'phone'];
    if (value.startsWith('#') && !/\d/.test(written)) return [];
    if (plain.includes(kind)) {
      const removed = kind === 'number' && /^\d+$/.test(written) && Number(written) > 2;
      return [
        ...change(`${kind} changed`, another(written, lang)),
        ...(kind === 'date' ? swap('month changed', months[lang]) : []),
        ...(kind === 'duration' ? swap('unit changed', units[lang]) : []),
        ...(removed ? change('number removed', lang === 'en' ? 'several' : 'plusieurs') : []),
      ];
    }
    if (kind === 'classification') {
      const at = written.search(/\d\D*$/);
      return [
        ...change('level changed', nextDigit(written, at)),
        ...change(
          'group changed',
          written.replace(/^\p{Lu}+/u, (group) => (group === 'PM' ? 'AS' : 'PM')),
        ),
      ];
    }
    if (kind === 'language-profile' && /^[A-C]{3}/.test(written)) {
      return change(
        'profile changed',
        written.replaceAll(/[A-C]{3}/g, (levels) => (levels === 'CBC' ? 'BBB' : 'CBC')),
      );
    }
    if (kind === 'email') return change('e-mail changed', written.slice(0, 2) + written.slice(3));
    return kind === 'name' && /^\p{L}+-\d/u.test(written)
      ? change('name changed', another(written, lang))
      : [];
  });
}

const flips: Readonly<Record<Lang, readonly (readonly [kind: string, from: RegExp, to: string])[]>> = {
  en: [
    ['required to preferred', /(?<=(?:is|are|be) )(?:required|mandatory|essential)/iu, 'preferred'],
    ['required to asset', /(?<=(?:is|are|be) )(?:required|mandatory|essential)/iu, 'an asset'],
    ['preferred to required', /(?<=(?:is|are|be) )(?:strongly |highly )?preferred/iu, 'required'],
    ['asset to required', /(?:considered )?an asset/iu, 'required'],
    ['must to may', /(?<!\p{L})must(?! (?:be|have)\s?(?:a|the)?\s?:)(?!\p{L})/u, 'may'],
    ['required denied', /(?<=(?:is|are) )required(?= (?:for|to|in|of)|[.;])/u, 'not required'],
    ['wish dropped', /Ideally, /u, ''],
    ['experience to ability', /(?:You )?(?:have )?experience (?:in|with|of)(?= )/iu, 'Ability to do'],
  ],
  fr: [
    ['required to preferred', /(?<=(?:est|sont|sera|être) )(?:exigée?s?|requise?s?|obligatoires?|essentiel(?:le)?s?)/iu, 'souhaitable'],
    ['required to asset', /(?<=(?:est|sont|sera|être) )(?:exigée?s?|requise?s?|obligatoires?|essentiel(?:le)?s?)/iu, 'un atout'],
    ['preferred to required', /(?<=(?:est|sont|serait) )(?:préférée?s?|préférables?|souhaitables?|souhaitée?s?)/iu, 'exigé'],
    ['asset to required', /un atout/iu, 'exigé'],
    ['must to may', /(?<!\p{L})(?:doit|devez|doivent)(?!\p{L})/u, 'peut'],
    ['required denied', /(?<=(?:est|sont) )(?:exigée?s?|requise?s?|obligatoires?)(?!\p{L})/u, 'facultatif'],
    ['wish dropped', /Idéalement, /u, ''],
    ['experience to ability', /(?:Vous avez de l['’])?expérience (?:de|en|dans)(?= )/iu, 'Capacité de'],
  ],
}; // prettier-ignore

function flipsOf(text: string, lang: Lang): Change[] {
  return flips[lang].flatMap(([kind, from, to]) => {
    const found = from.exec(text);
    return found
      ? [{ kind, start: found.index, end: found.index + found[0].length, text: to }]
      : [];
  });
}

/** Up to `each` divergences of every kind, spread over a document. */
export function plantedIn(document: Document, each: number): Planted[] {
  const byKind = new Map<string, Planted[]>();
  const add = (block: Block, { kind, start, end, text }: Change): void => {
    const span = document.spanOf(block, start, end);
    const { source } = document;
    if (source.slice(span.start, span.end) !== block.text.slice(start, end)) return;
    const list = byKind.get(kind) ?? [];
    byKind.set(kind, list);
    const changed = source.slice(0, span.start) + text + source.slice(span.end);
    list.push({
      kind,
      block: block.id,
      source: changed,
      note: `${block.text.slice(Math.max(0, start - 30), start)}[${block.text.slice(start, end)} -> ${text}]${block.text.slice(end, end + 30)}`,
    });
  };
  for (const block of document.blocks) {
    if (block.kind === 'code' || block.kind === 'title') continue;
    for (const change of changesOf(block.text, document.lang)) add(block, change);
    for (const change of flipsOf(block.text, document.lang)) add(block, change);
  }
  return [...byKind.values()].flatMap((list) => {
    const step = Math.max(1, Math.floor(list.length / each));
    return list.filter((_, index) => index % step === 0).slice(0, each);
  });
}
