import type { TextFact } from '#hiring/prose';

type Said = Pick<TextFact, 'kind' | 'value'>;

/** Whether two facts state the same, as far as both state it. */
export function isSame(a: Said, b: Said): boolean {
  if (likenessOf(a) !== likenessOf(b)) return false;
  if (a.value === b.value) return true;
  switch (a.kind) {
    case 'date':
      // One language may leave out the year.
      return a.value.startsWith('--') !== b.value.startsWith('--');
    case 'time':
      // One language may leave out the zone.
      return !a.value.includes(' ') || !b.value.includes(' ');
    case 'phone':
      return !a.value.includes('x') || !b.value.includes('x');
    case 'classification':
    case 'number':
    case 'email':
    case 'name':
    case 'money':
    case 'percent':
    case 'duration':
    case 'language-profile':
    case 'url':
      return true;
  }
}

/** What facts have in common that are the same; not all that have it in common are. */
export function likenessOf({ kind, value }: Said): string {
  return `${kind} ${commonIn(kind, value)}`;
}

function commonIn(kind: TextFact['kind'], value: string): string {
  switch (kind) {
    case 'date':
      return value.startsWith('--') ? value.slice(1) : value.slice(4);
    case 'time':
      return value.split(' ')[0] ?? '';
    case 'classification':
      // French texts name the IT group by its French letters as well.
      return value.replace(/^TI-/, 'IT-');
    case 'number':
      return value.replace(/^#/, '');
    case 'email':
      return sameWords(value);
    case 'phone':
      return value.split('x')[0] ?? '';
    case 'name':
    case 'money':
    case 'percent':
    case 'duration':
    case 'language-profile':
    case 'url':
      return value;
  }
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
