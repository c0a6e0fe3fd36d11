import { z } from 'zod';
import type { Lang } from '#platform/i18n';
import { isUuid } from '#platform/ids';
import { type WebhookEvent, type WebhookFormat, webhookEvents, webhookFormats } from './model.ts';

export type EndpointInput = {
  /** Names this sending, so that a double click makes one endpoint. */
  key: string | null;
  url: string;
  format: WebhookFormat;
  lang: Lang;
  events: WebhookEvent[];
};

export const endpointFields = ['url', 'format', 'lang', 'events'] as const;
export type EndpointField = (typeof endpointFields)[number];
export type EndpointProblem =
  | 'url-missing'
  | 'url-form'
  | 'url-https'
  | 'url-long'
  | `choose-${'format' | 'lang' | 'events'}`;
export type EndpointProblems = Partial<Record<EndpointField, EndpointProblem>>;

type Typed = Readonly<Partial<Record<string, string>>>;

/** Characters of an address: Slack's have about eighty. */
const longestUrl = 1000;

const format = z.enum(webhookFormats);
const lang = z.enum(['en', 'fr']);

/** Reads the form of a new endpoint. Without encryption only where private addresses are allowed. */
export function parseEndpoint(
  typed: Typed,
  { allowPrivate }: { allowPrivate: boolean },
): { ok: true; input: EndpointInput } | { ok: false; problems: EndpointProblems } {
  const problems: EndpointProblems = {};
  const url = (typed['url'] ?? '').trim();
  const urlProblem = problemOfUrl(url, allowPrivate);
  if (urlProblem) problems.url = urlProblem;
  const chosenFormat = format.safeParse(typed['format']);
  if (!chosenFormat.success) problems.format = 'choose-format';
  const chosenLang = lang.safeParse(typed['lang']);
  if (!chosenLang.success) problems.lang = 'choose-lang';
  const asked = new Set((typed['events'] ?? '').split('\n'));
  const events = webhookEvents.filter((event) => asked.has(event));
  if (events.length === 0) problems.events = 'choose-events';
  if (!chosenFormat.success || !chosenLang.success || Object.keys(problems).length > 0) {
    return { ok: false, problems };
  }
  const { key } = typed;
  return {
    ok: true,
    input: {
      key: isUuid(key) ? key : null,
      url,
      format: chosenFormat.data,
      lang: chosenLang.data,
      events,
    },
  };
}

function problemOfUrl(text: string, allowPrivate: boolean): EndpointProblem | null {
  if (text === '') return 'url-missing';
  if (text.length > longestUrl) return 'url-long';
  if (!URL.canParse(text)) return 'url-form';
  const { protocol, username, password } = new URL(text);
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return 'url-form';
  return protocol === 'https:' || allowPrivate ? null : 'url-https';
}
