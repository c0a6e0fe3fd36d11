import type { Lang } from '#platform/i18n';

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

export type Topic = keyof typeof topics;

/** Whether the words of a sentence are about a topic of postings. */
export function isAbout(topic: Topic, sentence: string, lang: Lang): boolean {
  return topics[topic][lang].test(sentence);
}
