import type { ProcessFacts } from '#hiring/postings';
import type { Lang, Localized } from '#platform/i18n';
import type { FeedEntry } from '../entries.ts';
import { xmlDocument } from './xml.ts';

/** Words of the values that readers see as they are. */
export type IndeedWords = {
  /** "Fully remote", as their documents name it, is a value and not a text: not here. */
  salary(facts: ProcessFacts): string | null;
  jobType(facts: ProcessFacts): string | null;
  /** Stands for the city where the work is done from anywhere. */
  anywhere: string;
};

export type IndeedHead = {
  lang: Lang;
  publisher: string;
  publisherUrl: string;
  company: string;
  builtAt: Date;
};

/** Their two values for work away from an office; there is none for work at one. */
const remoteTypes = { remote: 'Fully remote', hybrid: 'Hybrid remote', onsite: null } as const;

type Place = { city: Localized; province: string };

/**
 * The XML job feed that Indeed reads. A posting with several places is one job for each, with a
 * reference of its own, as they ask.
 */
export function indeedFeed(
  head: IndeedHead,
  entries: readonly FeedEntry[],
  words: IndeedWords,
): string {
  return xmlDocument({
    source: {
      publisher: head.publisher,
      publisherurl: head.publisherUrl,
      lastBuildDate: head.builtAt.toISOString(),
      job: entries.flatMap((entry) => {
        const places: readonly (Place | null)[] = entry.posting.facts?.locations ?? [null];
        return places.map((place, index) => jobOf(head, entry, place, index, words));
      }),
    },
  });
}

function jobOf(
  { lang, company }: IndeedHead,
  { posting, ...entry }: FeedEntry,
  place: Place | null,
  index: number,
  words: IndeedWords,
): object {
  const { facts } = posting;
  const fields: Record<string, string | null | undefined> = {
    title: entry.title,
    date: entry.publishedAt.toISOString(),
    referencenumber: `${posting.id}-${lang}${index === 0 ? '' : `-${index + 1}`}`,
    requisitionid: posting.translationKey,
    url: entry.url,
    company,
    sourcename: company,
    city: place?.city[lang] ?? words.anywhere,
    state: place?.province ?? '',
    country: 'CA',
    description: entry.html,
    salary: facts && words.salary(facts),
    jobtype: facts && words.jobType(facts),
    remotetype: facts?.workMode && remoteTypes[facts.workMode],
    expirationdate: facts?.closesAt?.toISOString(),
    language: lang,
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, { '#cdata': value }]],
    ),
  );
}
