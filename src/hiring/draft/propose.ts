import type { Document } from '#hiring/prose';
import type { Localized } from '#platform/i18n';
import { criteria } from './fields/criteria.ts';
import { dates } from './fields/dates.ts';
import { seats } from './fields/languages.ts';
import { anywhereInCanada, locations, travel, workMode } from './fields/place.ts';
import { evergreen, notices, pool } from './fields/policies.ts';
import {
  classification, pay, reportsTo, security, supervision, tenure,
} from './fields/position.ts'; // prettier-ignore
import { contacts, organization, unit, whoCanApply } from './fields/who.ts';
import type { Draft } from './model.ts';
import { readPair } from './reading.ts';

/**
 * Proposes the process facts that the prose of a posting states, each with the lines that it comes
 * from. Pure; nothing is invented: what only one language says in words is a gap.
 */
export function proposeFacts(
  { en, fr }: Localized<Document>,
  translationKey: string | null,
): Draft {
  const pair = readPair(en, fr);
  const positions = seats(pair);
  const days = dates(pair);
  const merit = criteria(pair);
  const always = evergreen(pair);
  return {
    translationKey,
    proposals: [
      ...organization(pair),
      ...unit(pair),
      ...reportsTo(pair),
      ...classification(pair),
      ...pay(pair),
      ...tenure(pair),
      ...positions.proposals,
      ...supervision(pair),
      ...security(pair),
      ...workMode(pair),
      ...locations(pair),
      ...anywhereInCanada(pair),
      ...travel(pair),
      ...days.proposals,
      // What closes is not always open.
      ...(days.proposals.some(({ path }) => path[0] === 'closes') ? [] : always),
      ...whoCanApply(pair),
      ...merit.proposals,
      ...notices(pair),
      ...pool(pair),
      ...contacts(pair),
    ],
    gaps: [...positions.gaps, ...days.gaps, ...merit.gaps],
  };
}
