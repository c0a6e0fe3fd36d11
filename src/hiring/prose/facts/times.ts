import type { TextFact } from '../model.ts';
import { type Recognize, fact, onlyWith } from './recognizer.ts';

const zones: readonly (readonly [zone: string, pattern: string])[] = [
  ['PT', "P[SD]?T|Pacific(?: (?:Standard|Daylight))?(?: Time)?|H[NA]?P|heure (?:normale |avancée )?du Pacifique"],
  ['ET', "E[SD]?T|Eastern(?: (?:Standard|Daylight))?(?: Time)?|H[NA]?E|heure (?:normale |avancée )?de l'Est"],
  ['CT', "C[SD]?T|Central(?: (?:Standard|Daylight))?(?: Time)?|H[NA]?C|heure (?:normale |avancée )?du Centre"],
  ['MT', "M[SD]?T|Mountain(?: (?:Standard|Daylight))?(?: Time)?|H[NA]?R|heure (?:normale |avancée )?des Rocheuses"],
  ['AT', "A[SD]T|AT|Atlantic(?: (?:Standard|Daylight))?(?: Time)?|H[NA]?A|heure (?:normale |avancée )?de l'Atlantique"],
  ['NT', "N[SD]T|NT|Newfoundland(?: Time)?|H[NA]?T|heure (?:normale |avancée )?de Terre-Neuve"],
]; // prettier-ignore
const zone = new RegExp(
  `^,?\\s?\\(?(?:${zones.map(([, pattern]) => `(${pattern})`).join('|')})(?![\\p{L}])\\)?`,
  'u',
);

const two = (value: number | string): string => String(value).padStart(2, '0');

/** A time of day, with its zone where one stands beside it: "23:59", "23:59 PT". */
function timeFact(
  text: string,
  hour: number,
  minute: string,
  start: number,
  end: number,
): TextFact {
  const named = zone.exec(text.slice(end));
  const which = named ? zones[named.slice(1).findIndex((part) => part !== undefined)]![0] : null;
  const value = `${two(hour % 24)}:${minute}${which ? ` ${which}` : ''}`;
  return fact('time', value, start, end + (named?.[0].length ?? 0));
}

const half =
  /(?<![\p{L}\p{N}$.,:])(?:(?<from>\d{1,2})(?::(?<fromMinute>\d{2}))?(?<join>\s?(?:-|to)\s?))?(?<hour>\d{1,2})(?::(?<minute>\d{2}))?\s?(?<half>[ap])\.?m(?![\p{L}])(?:\.(?=\s\p{Ll}|\)|,|\s?\p{Lu}{2}))?/giu;
const clock = /(?<![\p{N}.,:])(?<hour>[01]?\d|2[0-4]):(?<minute>[0-5]\d)(?![\p{N}:])/gu;
const french =
  /(?<![\p{L}\p{N}.,])(?<hour>[01]?\d|2[0-4])\s?(?:h|heures?)(?:\s?(?<minute>[0-5]\d))?(?![\p{L}\p{N}])/giu;
const words =
  /(?<![\p{L}\p{N}-])(?:(?<noon>noon|midi)|(?<midnight>midnight|minuit))(?![\p{L}\p{N}])/giu;

function english(text: string): TextFact[] {
  const found: TextFact[] = [];
  for (const { 0: match, index, groups } of text.matchAll(half)) {
    const { from, fromMinute = '00', join = '', hour, minute = '00' } = groups!;
    const late = groups!['half']!.toLowerCase() === 'p';
    const on24 = (value: number): number => (value % 12) + (late ? 12 : 0);
    const end = index + match.length;
    let start = index;
    if (from !== undefined) {
      const length = from.length + (groups!['fromMinute'] ? 3 : 0);
      start = index + length + join.length;
      // "9 to 5 pm" begins in the morning; "1 to 3 pm" does not.
      const same = on24(Number(from)) <= on24(Number(hour));
      const begins = same ? on24(Number(from)) : Number(from) % 12;
      found.push(timeFact('', begins, fromMinute, index, index + length));
    }
    found.push(timeFact(text, on24(Number(hour)), minute, start, end));
  }
  return found;
}

/** "16 h" is a time after a preposition of time, else a number of hours. */
const timeBefore = /(?:^|[\s(])(?:à|de|dès|vers|avant|après|entre|et|jusqu'à|h à|midi à)\s$/iu;
const notTime =
  /(?:durée|moins|plus|maximum|minimum|semaine|total|raison|environ|bloc|moyenne) (?:de|à)\s$/iu;
const rate = /^\s?(?:par|sur|\/|d'|de (?:travail|formation|bénévolat))/iu;

function frenchTimes(text: string): TextFact[] {
  const found: TextFact[] = [];
  for (const { 0: match, index, groups } of text.matchAll(french)) {
    const { hour, minute } = groups!;
    const before = text.slice(Math.max(0, index - 24), index);
    const end = index + match.length;
    const isTime =
      minute !== undefined ||
      (timeBefore.test(before) && !notTime.test(before) && !rate.test(text.slice(end)));
    if (isTime) found.push(timeFact(text, Number(hour), minute ?? '00', index, end));
  }
  return found;
}

const timesOfDay: Recognize = (text, lang) => {
  const found = lang === 'en' ? english(text) : frenchTimes(text);
  const taken = (at: number): boolean => found.some(({ start, end }) => start <= at && at < end);
  for (const { 0: match, index, groups } of text.matchAll(clock)) {
    if (taken(index)) continue;
    found.push(
      timeFact(text, Number(groups!['hour']), groups!['minute']!, index, index + match.length),
    );
  }
  for (const { 0: match, index, groups } of text.matchAll(words)) {
    found.push(timeFact(text, groups!['noon'] ? 12 : 0, '00', index, index + match.length));
  }
  return found;
};

export const times = onlyWith(/\d|noon|midi|midnight|minuit/i, timesOfDay);
