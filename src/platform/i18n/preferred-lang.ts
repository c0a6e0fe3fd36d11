import { type Lang, isLang } from './lang.ts';

/**
 * The official language that an `Accept-Language` header (RFC 9110, 12.5.4) ranks first; null where
 * it names neither. Of two with the same weight, the one named first.
 */
export function preferredLang(header: string | null | undefined): Lang | null {
  let best: { lang: Lang; weight: number } | null = null;
  for (const part of (header ?? '').split(',').slice(0, 50)) {
    const [range = '', ...parameters] = part.split(';');
    const lang = range.trim().toLowerCase().split('-')[0];
    const q = parameters.map((one) => /^\s*q=([\d.]+)\s*$/i.exec(one)?.[1]).find(Boolean);
    const weight = q === undefined ? 1 : Number(q);
    if (isLang(lang) && weight > 0 && (!best || weight > best.weight)) best = { lang, weight };
  }
  return best?.lang ?? null;
}
