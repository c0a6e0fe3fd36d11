import type { Lang } from '#platform/i18n';
import { words } from './messages.ts';
import { payWords, tenureWords } from './pages/fact-words.ts';
import type { ProcessFacts } from './process-facts.ts';

/** The pay as the posting's page says it; null where it is not stated. */
export function payText(facts: ProcessFacts, lang: Lang): string | null {
  return payWords(facts, words(lang));
}

/** The tenure as the posting's page says it; null where it is not stated. */
export function tenureText(facts: ProcessFacts, lang: Lang): string | null {
  return tenureWords(facts, words(lang));
}
