import { z } from 'zod';
import { isLang } from '#platform/i18n';
import {
  type AccommodationRequest,
  type Arrangement,
  measures,
  stages,
  textLimit,
  waysToReach,
} from './model.ts';

/** Text fields as they came. */
export type Typed = Readonly<Partial<Record<string, string>>>;

/** Longest address of e-mail that SMTP carries (RFC 5321). */
const address = z.email().max(254);
const nameLimit = 200;
const phoneLimit = 60;
const otherLimit = 300;
const longestExtension = 90;
/** Of a passphrase that stands alone between a stolen database and the cases (NIST SP 800-63B-4). */
export const passphraseLength = 15;

export type RequestProblems = Partial<{
  help: 'missing' | 'long';
  stages: 'missing';
  name: 'missing' | 'long';
  email: 'missing' | 'shape';
  phone: 'missing' | 'long';
}>;

/** Reads the request of a candidate. `postings`: ids of those that may be named. */
export function parseRequest(
  typed: Typed,
  postings: readonly string[],
):
  | { ok: true; input: Omit<AccommodationRequest, 'kind' | 'at'> }
  | { ok: false; problems: RequestProblems } {
  const help = textOf(typed['help']);
  const name = textOf(typed['name']);
  const email = textOf(typed['email']);
  const phone = textOf(typed['phone']);
  const reach = waysToReach.find((way) => way === typed['reach']) ?? 'email';
  const chosen = choicesOf(typed['stages'], stages);
  const problems: RequestProblems = {};
  if (help === '') problems.help = 'missing';
  else if (help.length > textLimit) problems.help = 'long';
  if (chosen.length === 0) problems.stages = 'missing';
  if (name === '') problems.name = 'missing';
  else if (name.length > nameLimit) problems.name = 'long';
  if (email === '') problems.email = 'missing';
  else if (!address.safeParse(email).success) problems.email = 'shape';
  if (phone === '' && reach === 'phone') problems.phone = 'missing';
  else if (phone.length > phoneLimit) problems.phone = 'long';
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const { lang, posting } = typed;
  return {
    ok: true,
    input: {
      lang: isLang(lang) ? lang : 'en',
      name,
      email,
      phone,
      reach,
      help,
      stages: chosen,
      postingId: postings.find((id) => id === posting) ?? null,
    },
  };
}

/** `again`: the page it came from was too old; the text is given back to be sent again. */
export type WordsProblem = 'missing' | 'long' | 'again';

/** Reads a message of one field. */
export function parseWords(
  text: string | undefined,
  { optional = false }: { optional?: boolean } = {},
): { ok: true; words: string } | { ok: false; problem: WordsProblem } {
  const words = textOf(text);
  if (words === '' && !optional) return { ok: false, problem: 'missing' };
  if (words.length > textLimit) return { ok: false, problem: 'long' };
  return { ok: true, words };
}

export type ProposalProblems = Partial<{
  measures: 'nothing';
  'more-time': 'range';
  'other-en': 'both' | 'long';
  'other-fr': 'both' | 'long';
  'more-days': 'range' | 'no-closing';
  stages: 'missing';
  words: 'long';
}>;

/** Reads a proposal, all but the words that will be told. `closings`: by id of posting. */
export function parseProposal(
  typed: Typed,
  closings: ReadonlyMap<string, Date | null>,
):
  | { ok: true; arrangement: Omit<Arrangement, 'told'>; words: string }
  | { ok: false; problems: ProposalProblems } {
  const problems: ProposalProblems = {};
  const moreTime = numberOf(typed['more-time'], 200);
  const moreDays = numberOf(typed['more-days'], longestExtension);
  const en = textOf(typed['other-en']);
  const fr = textOf(typed['other-fr']);
  const posting = typed['posting'] ?? '';
  const postingId = closings.has(posting) ? posting : null;
  const closing = closings.get(posting) ?? null;
  const chosen = choicesOf(typed['measures'], measures);
  const places = choicesOf(typed['stages'], stages);
  const words = parseWords(typed['words'], { optional: true });
  if (moreTime === 'bad') problems['more-time'] = 'range';
  if (moreDays === 'bad') problems['more-days'] = 'range';
  else if (moreDays !== null && !closing) problems['more-days'] = 'no-closing';
  if (en === '' && fr !== '') problems['other-en'] = 'both';
  if (fr === '' && en !== '') problems['other-fr'] = 'both';
  if (en.length > otherLimit) problems['other-en'] = 'long';
  if (fr.length > otherLimit) problems['other-fr'] = 'long';
  if (!words.ok) problems.words = 'long';
  const telling = moreTime !== null || chosen.length > 0 || en !== '' || fr !== '';
  if (!telling && moreDays === null) problems.measures = 'nothing';
  if (telling && places.length === 0) problems.stages = 'missing';
  if (Object.keys(problems).length > 0 || moreTime === 'bad' || moreDays === 'bad' || !words.ok) {
    return { ok: false, problems };
  }
  const later = moreDays !== null && closing ? laterBy(closing, moreDays).toISOString() : null;
  return {
    ok: true,
    words: words.words,
    arrangement: {
      postingId,
      moreTime,
      measures: chosen,
      other: en === '' ? null : { en, fr },
      stages: places,
      closesAt: later,
    },
  };
}

export type PassphraseProblems = Partial<{ passphrase: 'short'; again: 'different' }>;

/** Reads a passphrase that is chosen, typed twice. */
export function parsePassphrase(
  typed: Typed,
): { ok: true; passphrase: string } | { ok: false; problems: PassphraseProblems } {
  const passphrase = (typed['passphrase'] ?? '').trim();
  const again = (typed['passphrase-again'] ?? '').trim();
  // Letters, however many bytes they take.
  if ([...passphrase.normalize('NFKC')].length < passphraseLength) {
    return { ok: false, problems: { passphrase: 'short' } };
  }
  if (passphrase !== again) return { ok: false, problems: { again: 'different' } };
  return { ok: true, passphrase };
}

function laterBy(closing: Date, days: number): Date {
  return new Date(closing.getTime() + days * 24 * 3_600_000);
}

function textOf(text: string | undefined): string {
  return (text ?? '').replaceAll('\r\n', '\n').trim();
}

/** Null for an empty field. */
function numberOf(text: string | undefined, most: number): number | null | 'bad' {
  const digits = textOf(text).replace(/\s*%$/, '');
  if (digits === '') return null;
  const value = /^\d{1,3}$/.test(digits) ? Number(digits) : 0;
  return value >= 1 && value <= most ? value : 'bad';
}

function choicesOf<Choice extends string>(
  text: string | undefined,
  all: readonly Choice[],
): Choice[] {
  const chosen = (text ?? '').split('\n');
  return all.filter((choice) => chosen.includes(choice));
}
