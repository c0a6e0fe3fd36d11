import { z } from 'zod';
import { type Lang, isLang } from '#platform/i18n';

export type AlertProblems = {
  email?: 'missing' | 'shape';
  lang?: true;
};

/** Longest address of e-mail that SMTP carries (RFC 5321). */
const address = z.email().max(254);

/** Reads the form that asks for alerts. */
export function parseAlert(
  typed: Readonly<Partial<Record<string, string>>>,
): { ok: true; input: { email: string; lang: Lang } } | { ok: false; problems: AlertProblems } {
  const email = (typed['email'] ?? '').trim();
  const { lang } = typed;
  const problems: AlertProblems = {};
  if (email === '') problems.email = 'missing';
  else if (!address.safeParse(email).success) problems.email = 'shape';
  if (!isLang(lang)) problems.lang = true;
  if (problems.email || !isLang(lang)) return { ok: false, problems };
  return { ok: true, input: { email, lang } };
}
