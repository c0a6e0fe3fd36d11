import { type Document, factsIn } from '#hiring/prose';
import type { Lang } from '#platform/i18n';

/** A sentence of a document with what precedes it in its block. */
type SentenceOf = {
  readonly block: Document['blocks'][number];
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

export function* sentencesOfDocument(document: Document): Generator<SentenceOf> {
  for (const block of document.blocks) {
    if (block.kind === 'code') continue;
    for (const { start, end } of block.sentences)
      yield { block, start, end, text: block.text.slice(start, end) };
  }
}

const hiring: Readonly<Record<Lang, RegExp>> = {
  en: /(?:looking for|looking to (?:hire|fill|recruit)|(?:are|is) (?:hiring|recruiting|seeking|filling|staffing)|(?:to|will) (?:hire|recruit|fill|staff)|seeks?|search for|there (?:are|is)(?: currently)?)\s(?:up to\s)?$/iu,
  fr: /(?:recherch(?:ons|e)|cherch(?:ons|e)|(?:embauch|recrut)(?:ons|e|er|era)|à la recherche d(?:e|['’])|pourvoir|doter|il y a|souhait(?:ons|e) (?:embaucher|recruter|pourvoir))\s?(?:jusqu['’]à\s)?$/iu,
};
const positions: Readonly<Record<Lang, RegExp>> = {
  en: /^\s(?:\p{L}+[\s-]){0,3}?(?:positions?|openings?|vacanc(?:y|ies)|seats?|jobs)(?!\p{L})/iu,
  fr: /^\s(?:\p{L}+\s){0,1}?(?:postes?|places?|ouvertures?)(?!\p{L})/iu,
};
const people: Readonly<Record<Lang, RegExp>> = {
  en: /^\s(?!(?:years?|months?|weeks?|days?|hours?)(?!\p{L}))\p{L}/iu,
  fr: /^\s(?!(?:ans?|années?|mois|semaines?|jours?|heures?)(?!\p{L}))\p{L}/iu,
};
/** Positions that are not those being filled. */
const elsewhere: Readonly<Record<Lang, RegExp>> = {
  en: /report|supervis|manage|team of|previous|similar positions/iu,
  fr: /relève|supervis|gérer|équipe de|précédent|postes semblables|postes similaires/iu,
};

export type Announced = { readonly count: number; readonly start: number; readonly end: number };

/** How many positions a sentence says are to be filled; offsets are those of the sentence. */
export function positionsAnnounced(sentence: string, lang: Lang): Announced[] {
  return factsIn(sentence, lang).flatMap(({ kind, value, start, end }) => {
    if (kind !== 'number' || !/^\d{1,3}$/.test(value)) return [];
    const [before, after] = [sentence.slice(0, start), sentence.slice(end)];
    const named = positions[lang].test(after) && !elsewhere[lang].test(sentence);
    const sought = hiring[lang].test(before) && people[lang].test(after);
    return named || sought ? [{ count: Number(value), start, end }] : [];
  });
}

/** Sentences about one thing. */
const topics = {
  closing: {
    en: /\bclos(?:es?|ing)\b|deadline|apply (?:by|before|until)|applications? (?:\p{L}+ ){0,6}(?:by|before|until)\b|no later than|due (?:by|on)|accepted until/iu,
    fr: /date limite|clôtur|date de fermeture|au plus tard|postule[rz]? (?:\p{L}+ ){0,3}(?:avant|d['’]ici|jusqu)|candidatures? (?:\p{L}+ ){0,6}(?:avant|d['’]ici|jusqu)|prend fin|fermera?\b|se termine/iu,
  },
  tenure: {
    en: /\bterm\b|secondment|assignment|contract|internship|co-?op\b|casual|temporary/iu,
    fr: /durée déterminée|durée de|détachement|affectation|contrat|stage|mandat|temporaire|\bterme\b|coopérati/iu,
  },
  notTenure: {
    en: /exten|renew|experience|previous|past|probation|valid|within|up to|vacanc/iu,
    fr: /prolong|renouvel|expérience|précédent|dernier|probation|stage probatoire|valide|jusqu['’]à|dans les/iu,
  },
  pay: {
    en: /salar|\bpay\b|\bpaid\b|wage|per year|a year|annual|an hour|per hour|hourly|remunerat|compensation/iu,
    fr: /salair|salarial|rémunér|traitement|paie|par année|par an\b|annuel|l['’]heure|horaire/iu,
  },
} as const;

export function isAbout(topic: keyof typeof topics, sentence: string, lang: Lang): boolean {
  return topics[topic][lang].test(sentence);
}
