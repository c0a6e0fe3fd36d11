import type { ProcessFacts, StatedPay } from '#hiring/process-facts';
import type { Lang } from '#platform/i18n';
import { words } from './messages.ts';
import { payWords, tenureWords } from './pages/fact-words.ts';

/** A pay range as the posting's page says it. */
export function payText(pay: StatedPay, lang: Lang): string {
  return payWords(pay, words(lang));
}

/** The tenure as the posting's page says it; null where it is not stated. */
export function tenureText(facts: ProcessFacts, lang: Lang): string | null {
  return tenureWords(facts, words(lang));
}
