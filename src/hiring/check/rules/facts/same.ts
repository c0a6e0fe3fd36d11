import type { TextFact } from '#hiring/prose';

/** Whether two facts state the same, as far as both state it. */
export function isSame(a: TextFact, b: TextFact): boolean {
  if (a.kind !== b.kind) return false;
  if (a.value === b.value) return true;
  switch (a.kind) {
    case 'date':
      return isSameDay(a.value, b.value) || isSameDay(b.value, a.value);
    case 'time':
      return isSameTime(a.value, b.value);
    case 'classification':
      // French texts name the IT group by its French letters as well.
      return a.value.replace(/^TI-/, 'IT-') === b.value.replace(/^TI-/, 'IT-');
    case 'number':
      return a.value.replace(/^#/, '') === b.value.replace(/^#/, '');
    case 'email':
      return sameWords(a.value) === sameWords(b.value);
    case 'phone':
      return a.value.split('x')[0] === b.value.split('x')[0] && !bothExtended(a.value, b.value);
    case 'name':
    case 'money':
    case 'percent':
    case 'duration':
    case 'language-profile':
    case 'url':
      return false;
  }
}

/** One language may leave out the year. */
function isSameDay(full: string, part: string): boolean {
  return part.startsWith('--') && full.slice(4) === part.slice(1);
}

/** One language may leave out the zone. */
function isSameTime(a: string, b: string): boolean {
  const [[timeA, zoneA], [timeB, zoneB]] = [a.split(' '), b.split(' ')];
  return timeA === timeB && (zoneA === undefined || zoneB === undefined);
}

function bothExtended(a: string, b: string): boolean {
  return a.includes('x') && b.includes('x');
}

/** Addresses that only name the same office in the other language. */
const offices: readonly (readonly string[])[] = [
  ['recruitment', 'recrutement', 'recruiting', 'recruit'],
  ['jobs', 'job', 'emplois', 'emploi', 'careers', 'carrieres', 'carriere'],
  ['staffing', 'hiring', 'dotation', 'embauche'],
  ['hr', 'rh', 'humanresources', 'ressourceshumaines'],
  ['accommodation', 'accommodations', 'adaptation', 'adaptations'],
  ['accessibility', 'accessibilite'],
  ['privacy', 'vieprivee', 'confidentialite'],
  ['help', 'aide', 'support', 'soutien'],
  ['questions', 'renseignements', 'information', 'info', 'contact'],
  ['en', 'fr', 'eng', 'fra', 'english', 'francais', 'anglais', 'french'],
];
const officeOf = new Map(offices.flatMap((words) => words.map((word) => [word, words[0]!])));

/** The words of an address in an order and a language of no account. */
function sameWords(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  const words = local.split(/[._+-]/).map((word) => officeOf.get(word) ?? word);
  return `${words.sort().join('.')}@${domain}`;
}
