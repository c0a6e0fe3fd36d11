import type { Lang } from '#platform/i18n';
import type { PassphraseProblems } from '../forms.ts';
import type { CustodianKey } from '../keys/queries.ts';

export const keyDeeds = [
  'make',
  'passphrase',
  'lock',
  'unlock',
  'admit',
  'retire',
  'complete',
] as const;
export type KeyDeed = (typeof keyDeeds)[number];
const tellable = ['make', 'passphrase', 'lock', 'admit', 'retire', 'complete', 'refused'] as const;
export type KeyTold = (typeof tellable)[number];

export function keyToldOf(text: string | undefined): KeyTold | null {
  return tellable.find((one) => one === text) ?? null;
}

export type KeysView = {
  lang: Lang;
  csrf: string;
  timeZone: string;
  staffId: string;
  keys: readonly CustodianKey[];
  /** Of the person who reads. */
  own: { inUse: boolean; waiting: boolean; unlocked: boolean };
  /** Keys of cases that are not yet sealed to everyone who should have them. */
  incomplete: number;
  told: KeyTold | null;
  problems: PassphraseProblems;
};
