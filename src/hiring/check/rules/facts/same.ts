import type { FactKind, TextFact } from '#hiring/prose';

type Said = Pick<TextFact, 'kind' | 'value'>;

/** What the ways to write one value have in common, for kinds that have several. */
const common: Partial<Record<FactKind, (value: string) => string>> = {
  date: (value) => (value.startsWith('--') ? value.slice(1) : value.slice(4)),
  time: (value) => value.split(' ')[0] ?? '',
  phone: (value) => value.split('x')[0] ?? '',
  // French texts name the IT group by its French letters as well.
  classification: (value) => value.replace(/^TI-/, 'IT-'),
  number: (value) => value.replace(/^#/, ''),
  email: sameWords,
};

/** Whether a value leaves out what the other language may say: a year, a zone, an extension. */
const leavesOut: Partial<Record<FactKind, (value: string) => boolean>> = {
  date: (value) => value.startsWith('--'),
  time: (value) => !value.includes(' '),
  phone: (value) => !value.includes('x'),
};

/** Whether two facts state the same, as far as both state it. */
export function isSame(a: Said, b: Said): boolean {
  if (likenessOf(a) !== likenessOf(b)) return false;
  if (a.value === b.value) return true;
  const isPart = leavesOut[a.kind];
  return isPart === undefined || isPart(a.value) || isPart(b.value);
}

/** What facts have in common that are the same; not all that have it in common are. */
export function likenessOf({ kind, value }: Said): string {
  return `${kind} ${common[kind]?.(value) ?? value}`;
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
