import type { Localized } from '#platform/i18n';
import type { FeedEntry } from '../entries.ts';
import type { FeedFormat, FeedHead, FeedWords } from './format.ts';
import { xmlDocument, xmlPart } from './xml.ts';

/** "Fully remote", as their documents name it, is a value and not a text. Their two values for work away from an office; there is none for work at one. */
const remoteTypes = { remote: 'Fully remote', hybrid: 'Hybrid remote', onsite: null } as const;

type Place = { city: Localized; province: string };

/**
 * The XML job feed that Indeed reads. A posting with several places is one job for each, with a
 * reference of its own, as they ask.
 */
export const indeedFeed: FeedFormat = {
  opening(head, latest) {
    const whole = xmlDocument({
      source: {
        publisher: 'Tandem',
        publisherurl: head.listUrl,
        lastBuildDate: (latest ?? head.emptyUpdatedAt).toISOString(),
      },
    });
    return whole.slice(0, -closing.length);
  },
  part(head, entry, words) {
    const places: readonly (Place | null)[] = entry.posting.facts?.locations ?? [null];
    return xmlPart({
      job: places.map((place, index) => jobOf(head, entry, place, index, words)),
    });
  },
  between: '',
  closing: () => closing,
};

const closing = '</source>';

function jobOf(
  { lang, author: company }: FeedHead,
  { posting, ...entry }: FeedEntry,
  place: Place | null,
  index: number,
  words: FeedWords,
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
