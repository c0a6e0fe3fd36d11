import { type Levels, type Profile, profileLetters } from '../schema/seats.ts';
import type { LawContext, LawRule } from './model.ts';

/** Since this day, supervisors' minimum is CBC in place of BBB (TBS 26168). */
const higherProfileSince = new Date('2025-06-20T00:00:00-04:00');

const before: Levels = { reading: 'B', writing: 'B', oral: 'B' };
const since: Levels = { reading: 'C', writing: 'B', oral: 'C' };

const seatsOf = ({ facts }: LawContext) =>
  (facts.seats ?? []).map(({ language }, index) => ({
    ...language,
    path: ['seats', index, 'language'],
  }));

/** Language requirements: Official Languages Act, PSEA, and the policies made under them. */
export const languageRules: readonly LawRule[] = [
  {
    id: 'non-imperative-term',
    severity: 'error',
    sure: true,
    check(context, report) {
      const kind = context.facts.tenure?.kind;
      if (kind !== 'term' && kind !== 'casual' && kind !== 'student') return;
      for (const { requirement, imperative, path } of seatsOf(context)) {
        if (requirement === 'bilingual' && imperative === false)
          report([...path, 'imperative'], { args: { kind } });
      }
    },
  },
  {
    id: 'supervisor-profile',
    severity: 'error',
    sure: true,
    check(context, report) {
      const { facts, now } = context;
      const supervision = facts.supervision?.kind ?? 'none';
      const region = inBilingualRegion(context);
      if (supervision === 'none' || region === 'no') return;
      const minimum = (facts.opensAt ?? now) >= higherProfileSince ? since : before;
      for (const { requirement, profile, path } of seatsOf(context)) {
        if (requirement !== 'bilingual' || !profile || reaches(profile, minimum)) continue;
        const certain = supervision === 'required' && region === 'yes';
        report([...path, 'profile'], {
          args: {
            profile: profileLetters(profile),
            minimum: profileLetters({ english: minimum, french: minimum }),
          },
          severity: certain ? 'error' : 'warning',
          sure: certain && facts.bilingualRegion === true,
        });
      }
    },
  },
  {
    id: 'bilingual-preferred',
    severity: 'warning',
    sure: false,
    check(context, report) {
      for (const { requirement, path } of seatsOf(context)) {
        if (requirement === 'bilingual-preferred') report([...path, 'requirement']);
      }
    },
  },
  {
    id: 'bilingual-without-profile',
    severity: 'warning',
    sure: false,
    check(context, report) {
      for (const { requirement, profile, path } of seatsOf(context)) {
        if (requirement === 'bilingual' && !profile) report([...path, 'profile']);
      }
    },
  },
  {
    id: 'profile-without-bilingual',
    severity: 'warning',
    sure: true,
    check(context, report) {
      for (const { requirement, profile, imperative, path } of seatsOf(context)) {
        if (requirement === 'bilingual') continue;
        if (profile) report([...path, 'profile']);
        else if (imperative !== undefined) report([...path, 'imperative']);
      }
    },
  },
];

/** Exempt (E) and specialized (P) are beyond advanced. */
const order = { A: 1, B: 2, C: 3, E: 4, P: 4 };

function reaches({ english, french }: Profile, minimum: Levels): boolean {
  return [english, french].every(
    (levels) =>
      order[levels.reading] >= order[minimum.reading] &&
      order[levels.writing] >= order[minimum.writing] &&
      order[levels.oral] >= order[minimum.oral],
  );
}

/** As stated, else by the places of work; remote work from anywhere does not tell. */
function inBilingualRegion({ facts, settings }: LawContext): 'yes' | 'no' | 'unknown' {
  if (facts.bilingualRegion !== undefined) return facts.bilingualRegion ? 'yes' : 'no';
  if (!facts.locations || facts.anywhereInCanada) return 'unknown';
  const found = facts.locations.some(
    ({ city, province }) =>
      settings.bilingualProvinces.includes(province) ||
      settings.bilingualCities.includes(city.en) ||
      settings.bilingualCities.includes(city.fr),
  );
  return found ? 'yes' : 'no';
}
