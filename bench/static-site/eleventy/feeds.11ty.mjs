import { escape } from './_includes/frame.mjs';

const site = 'https://jobs.example';
const folder = { en: 'en/feeds', fr: 'fr/fils' };

/** @type {Record<string, (items: any[], facts: any, lang: 'en' | 'fr') => string>} */
const formats = {
  'jobs.atom': (items, facts, lang) =>
    `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}-CA">${items
      .map(
        ({ url, data, content }) =>
          `<entry><id>${data.translationKey}</id><title>${escape(data.title)}</title><link href="${site}${url}"/><updated>${facts[data.translationKey]?.opens}</updated><summary>${escape(data.description)}</summary><content type="html">${escape(content)}</content></entry>`,
      )
      .join('')}</feed>`,
  'jobs.json': (items, facts) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: items.map(({ url, data, content }) => ({
        id: data.translationKey,
        url: site + url,
        title: data.title,
        summary: data.description,
        content_html: content,
        date_published: facts[data.translationKey]?.opens,
      })),
    }),
  'indeed.xml': (items, facts, lang) =>
    `<source>${items
      .flatMap(({ url, data, content }) =>
        (facts[data.translationKey]?.locations ?? []).map(
          (/** @type {any} */ place) =>
            `<job><title><![CDATA[${data.title}]]></title><url><![CDATA[${site}${url}]]></url><city><![CDATA[${place.city[lang]}]]></city><description><![CDATA[${content}]]></description></job>`,
        ),
      )
      .join('')}</source>`,
  'closing-dates.ics': (items, facts) =>
    `BEGIN:VCALENDAR\r\n${items
      .map(
        ({ data }) =>
          `BEGIN:VEVENT\r\nUID:${data.translationKey}\r\nDTSTART:${facts[data.translationKey]?.closes?.toISOString()}\r\nEND:VEVENT\r\n`,
      )
      .join('')}END:VCALENDAR\r\n`,
  'search.json': (items, facts) =>
    JSON.stringify(
      items.slice(0, items.length > 1000 ? 0 : undefined).map(({ url, data, content }) => ({
        title: data.title,
        url,
        summary: data.description,
        facts: facts[data.translationKey]?.classification,
        words: content.replaceAll(/<[^>]*>/g, ' ').toLowerCase(),
      })),
    ),
};

export const data = {
  all: ['en', 'fr'].flatMap((lang) => Object.keys(formats).map((name) => ({ lang, name }))),
  pagination: { data: 'all', size: 1, alias: 'feed' },
  permalink: (/** @type {any} */ { feed }) =>
    feed ? `${folder[/** @type {'en' | 'fr'} */ (feed.lang)]}/${feed.name}` : false,
  eleventyExcludeFromCollections: true,
};

/** @param {any} data */
export function render({ feed, collections, facts }) {
  return formats[feed.name]?.(collections[feed.lang], facts, feed.lang) ?? '';
}
