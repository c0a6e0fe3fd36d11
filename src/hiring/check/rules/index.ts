import type { Family, Rule } from '../model.ts';
import { editsBetween } from '#hiring/postings/loader';
import { family as advertisement } from './advertisement/index.ts';
import { family as check } from './check/index.ts';
import { family as content } from './content/index.ts';
import { family as facts } from './facts/index.ts';
import { family as headings } from './headings/index.ts';
import { family as inclusive } from './inclusive/index.ts';
import { family as language } from './language/index.ts';
import { family as law } from './law/index.ts';
import { family as links } from './links/index.ts';
import { family as meaning } from './meaning/index.ts';
import { family as plainLanguage } from './plain-language/index.ts';
import { family as sharing } from './sharing/index.ts';
import { family as strength } from './strength/index.ts';
import { family as structure } from './structure/index.ts';
import { family as terms } from './terms/index.ts';
import { family as typography } from './typography/index.ts';

/** Every family, in the order of the lists of rules. */
export const families: readonly Family[] = [
  content,
  structure,
  meaning,
  facts,
  strength,
  law,
  links,
  language,
  advertisement,
  headings,
  sharing,
  inclusive,
  plainLanguage,
  terms,
  typography,
  check,
];

export const allRules: readonly Rule[] = families.flatMap(({ rules }) => rules);

const byId = new Map(allRules.map((rule) => [rule.id, rule]));
const byName = new Map(families.map((family) => [family.name, family]));

export function findRule(id: string): Rule | null {
  return byId.get(id) ?? null;
}

export function findFamily(name: string): Family | null {
  return byName.get(name) ?? null;
}

/** The rules that an id or the name of a family stands for. */
export function rulesNamed(name: string): readonly Rule[] {
  const rule = byId.get(name);
  return rule ? [rule] : (byName.get(name)?.rules ?? []);
}

/** The id or family that was probably meant by a name that is none; null where nothing is near. */
export function nearestName(name: string): string | null {
  const names = [...byId.keys(), ...byName.keys()];
  const near = names
    .map((known) => ({ known, distance: editsBetween(name, known) }))
    .sort((a, b) => a.distance - b.distance)[0];
  if (near && near.distance <= Math.max(2, name.length / 4)) return near.known;
  return names.find((known) => known.endsWith(`/${name}`)) ?? null;
}
