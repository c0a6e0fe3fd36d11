import type { Lang } from '#platform/i18n';
import type { BadgeTone } from '#ui/badge';
import { PostingCard } from '#ui/posting-card';
import { href } from '#web/routes.ts';
import { bodyText } from '../markdown/render.ts';
import { excerpt } from '../markdown/plain-text.ts';
import { type Words, words } from '../messages.ts';
import type { Posting } from '../model.ts';
import { type PostingState, closingDate } from '../rules/lifecycle.ts';
import { defaultTimeZone } from '#hiring/process-facts';
import { classificationWords, languageWords, placeWords, tenureWords } from './fact-words.ts';
import { whenParts } from './when.tsx';

const tones: Partial<Record<PostingState, BadgeTone>> = {
  'closing-soon': 'warning',
  closed: 'neutral',
  evergreen: 'info',
};

/** Characters of the summary in a list. */
const summaryLength = 220;

/** A posting in the list. */
export function Card({
  lang,
  posting,
  state,
  now,
}: {
  lang: Lang;
  posting: Posting;
  state: PostingState;
  now: Date;
}) {
  const t = words(lang);
  const text = posting.text[lang];
  return (
    <PostingCard
      href={href('postings.show', lang, { slug: posting.slugs[lang] })}
      title={text.title}
      summary={excerpt(text.description || bodyText(text), summaryLength)}
      facts={cardFacts(posting, t)}
      closing={closingWords(posting, state, now, t)}
      state={stateBadge(state, t)}
    />
  );
}

function cardFacts({ facts }: Posting, t: Words): string[] {
  if (!facts) return [];
  const shown = [
    ...placeWords(facts, t),
    classificationWords(facts),
    tenureWords(facts, t),
    ...languageWords(facts, t),
  ];
  return shown.filter((fact) => fact !== null);
}

function closingWords(
  posting: Posting,
  state: PostingState,
  now: Date,
  t: Words,
): string | undefined {
  const closesAt = closingDate(posting, now);
  if (!closesAt) return undefined;
  const parts = whenParts(closesAt, t, posting.facts?.timeZone ?? defaultTimeZone);
  return state === 'closed' ? t('card.closed', parts) : t('card.closes', parts);
}

function stateBadge(state: PostingState, t: Words): { tone: BadgeTone; label: string } | undefined {
  if (state !== 'closing-soon' && state !== 'closed' && state !== 'evergreen') return undefined;
  return { tone: tones[state] ?? 'neutral', label: t(`state.${state}`) };
}
