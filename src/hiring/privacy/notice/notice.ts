import { createHash } from 'node:crypto';
import { type Lang, type Localized, langs } from '#platform/i18n';
import { messages } from '../messages/index.ts';
import { periodWords } from '../schedule/period-words.ts';
import type { RetentionRule, Schedule } from '../schedule/schedule.ts';

/** One thing that is kept, as the public is told. */
export type RetentionEntry = {
  id: string;
  what: string;
  term: string;
  why: string;
  bank: string | null;
  sources: { title: string; url: string }[];
};

export type NoticeSection = { id: SectionId; title: string; body: string };

/** The privacy notice in a language: what it says, apart from addresses of the site. */
export type NoticeText = { sections: NoticeSection[]; retention: RetentionEntry[] };

/** Both texts and the version, which is another as soon as a word of either is. */
export type PrivacyNotice = { version: string; text: Localized<NoticeText> };

const sectionIds = [
  'collect',
  'use',
  'refuse',
  'alerts',
  'accommodation',
  'selfDeclaration',
  'keep',
  'rights',
  'cookies',
] as const;
type SectionId = (typeof sectionIds)[number];

/**
 * The privacy notice: the elements that the Privacy Act and its directive ask of one, and what is
 * kept how long, from the schedule that the task of disposal obeys.
 */
export function privacyNotice(schedule: Schedule): PrivacyNotice {
  const [en, fr] = langs.map((lang) => textOf(schedule, lang)) as [NoticeText, NoticeText];
  const text = { en, fr };
  const hash = createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, 8);
  return { version: `${schedule.effective}-${hash}`, text };
}

function textOf(schedule: Schedule, lang: Lang): NoticeText {
  const t = messages(lang);
  return {
    sections: sectionIds.map((id) => ({
      id,
      title: t(`notice.${id}.title`),
      body: t(`notice.${id}.body`),
    })),
    retention: schedule.rules
      .filter(({ notice }) => notice)
      .map((rule) => ({
        id: rule.id,
        what: rule.what[lang],
        term: termOf(rule, lang),
        why: rule.why[lang],
        bank: bankOf(schedule, rule, lang),
        sources: rule.sources.flatMap((key) => {
          const source = schedule.sources[key];
          return source ? [{ title: source.title[lang], url: source.url[lang] }] : [];
        }),
      })),
  };
}

/** "2 years after their last use for a decision about you". */
export function termOf(rule: RetentionRule, lang: Lang): string {
  const t = messages(lang);
  if (rule.action === 'keep') return rule.until?.[lang] ?? t('notice.forever');
  return t('notice.term', { period: periodWords(rule.keep, lang), from: rule.from[lang] });
}

function bankOf({ banks }: Schedule, { bank }: RetentionRule, lang: Lang): string | null {
  const known = bank === null ? null : banks[bank];
  if (!known) return null;
  return messages(lang)('notice.bank', { title: known.title[lang], code: known.code[lang] });
}
