import { type Lang, formatDate, formatTime, formatTimeZone } from '#platform/i18n';
import { messages } from './messages/index.ts';
import type { Happening } from './payload.ts';

/** The body that Slack and those who follow it take: one line of text, in one language. */
export function slackBody(happening: Happening, lang: Lang): string {
  return JSON.stringify({ text: textOf(happening, lang) });
}

function textOf({ event, posting, application }: Happening, lang: Lang): string {
  const t = messages(lang);
  if (!posting) return t('slack.test');
  const address = posting.url[lang];
  const name = escaped(posting.title[lang]);
  const title = address ? `<${escaped(address)}|${name}>` : name;
  switch (event) {
    case 'test':
      return t('slack.test');
    case 'posting.opened': {
      const { closesAt, timeZone } = posting;
      if (!closesAt) return t('slack.opened', { title });
      return t('slack.openedUntil', {
        title,
        date: formatDate(closesAt, lang, timeZone),
        time: formatTime(closesAt, lang, timeZone),
        zone: formatTimeZone(closesAt, lang, timeZone),
      });
    }
    case 'posting.changed':
      return t('slack.changed', { title });
    case 'posting.closed':
      return t('slack.closed', { title });
    case 'application.received':
      return t('slack.received', { title, reference: application?.reference ?? '' });
  }
}

/** Slack's own three characters. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
