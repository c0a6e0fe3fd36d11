import { describe, expect, it } from 'vitest';
import { type ProcessFacts, processFactsSchema } from '#hiring/process-facts';
import { type Opening, rankOpenings } from './rank.ts';

const facts = (written: object): ProcessFacts => processFactsSchema.parse(written);
let count = 0;
function opening(title: string, written: object = {}, fr = title): Opening {
  count += 1;
  return { id: String(count).padStart(4, '0'), title: { en: title, fr }, facts: facts(written) };
}
const it05 = { classification: { group: 'IT', level: 5 } };
const ottawa = {
  locations: [{ city: { en: 'Ottawa', fr: 'Ottawa' }, province: 'ON' }],
};
const seat = (requirement: string) => ({ seats: [{ language: { requirement } }] });
const titles = (own: Opening, openings: Opening[]) =>
  rankOpenings(own, openings).map(({ opening: { title } }) => title.en);

describe('what resembles', () => {
  it('is of the same group, the nearest level first', () => {
    const own = opening('Alpha', it05);
    const found = rankOpenings(own, [
      opening('Two up', { classification: { group: 'IT', level: 7 } }),
      opening('Same', it05),
      opening('Other group', { classification: { group: 'EC', level: 5 } }),
      opening('One down', { classification: { group: 'IT', level: 4 } }),
    ]);
    expect(found.map(({ opening: { title } }) => title.en)).toEqual(['Same', 'One down', 'Two up']);
    expect(found[0]?.likeness).toEqual([{ kind: 'classification', group: 'IT' }]);
  });

  it('has words of its title in common, in either language, without accents or ranks', () => {
    const own = opening('Senior service designer', {}, 'Conception de services');
    expect(
      titles(own, [
        opening('Service designer', {}, 'Autre chose'),
        opening('Work in French only', {}, 'CONCEPTION graphique'),
        opening('Senior accountant of the service', {}, 'Comptable'),
        opening('Senior lead', {}, 'Chef de la paie'),
      ]),
    ).toEqual(['Service designer', 'Work in French only', 'Senior accountant of the service']);
    expect(titles(own, [opening('Senior', {}, 'de')])).toEqual([]);
  });

  it('is not what shares a place or a way of working alone', () => {
    const here = { ...ottawa, workMode: 'hybrid' };
    const own = opening('Alpha', { ...it05, ...here });
    expect(titles(own, [opening('Beta', here)])).toEqual([]);
    const [both] = rankOpenings(own, [opening('Gamma', { ...it05, ...here })]);
    expect(both?.likeness.map(({ kind }) => kind)).toEqual(['classification', 'place']);
  });

  it('prefers a place in common, then the way of working', () => {
    const own = opening('Alpha', { ...it05, ...ottawa, workMode: 'remote' });
    const halifax = { locations: [{ city: { en: 'Halifax', fr: 'Halifax' }, province: 'NS' }] };
    expect(
      titles(own, [
        opening('Elsewhere', { ...it05, ...halifax }),
        opening('Elsewhere, remote', { ...it05, ...halifax, workMode: 'remote' }),
        opening('Here', { ...it05, ...ottawa }),
      ]),
    ).toEqual(['Here', 'Elsewhere, remote', 'Elsewhere']);
    const anywhere = { ...it05, anywhereInCanada: true };
    const [found] = rankOpenings(opening('A', anywhere), [opening('B', anywhere)]);
    expect(found?.likeness).toContainEqual({ kind: 'anywhere' });
  });
});

describe('language', () => {
  it.each([
    ['english', 'english', true],
    ['english', 'french', false],
    ['english', 'bilingual', false],
    ['english', 'either', true],
    ['french', 'bilingual-preferred', true],
    ['either', 'bilingual', false],
    ['either', 'french', true],
    ['bilingual', 'french', true],
    ['bilingual', 'bilingual', true],
    ['bilingual-preferred', 'bilingual', true],
  ])('from %s to %s: %s', (from, to, suits) => {
    const own = opening('Alpha', { ...it05, ...seat(from) });
    expect(titles(own, [opening('Beta', { ...it05, ...seat(to) })])).toEqual(suits ? ['Beta'] : []);
  });

  it('that nothing is said of is no obstacle', () => {
    const silent = opening('Alpha', it05);
    expect(titles(silent, [opening('Beta', { ...it05, ...seat('french') })])).toEqual(['Beta']);
    expect(titles(opening('Alpha', { ...it05, ...seat('english') }), [silent])).toEqual(['Alpha']);
  });
});

it('gives three at most, of equals those that close first, whatever order they come in', () => {
  const closes = (day: number) => ({ ...it05, closes: `2026-12-0${day} 12:00`, timeZone: 'UTC' });
  const own = opening('Alpha', it05);
  const list = [
    opening('No date', it05),
    opening('Third', closes(3)),
    opening('First', closes(1)),
    opening('Second', closes(2)),
  ];
  expect(titles(own, list)).toEqual(['First', 'Second', 'Third']);
  expect(titles(own, list.toReversed())).toEqual(['First', 'Second', 'Third']);
  const twins = [opening('Twin a', it05), opening('Twin b', it05)];
  expect(titles(own, twins.toReversed())).toEqual(titles(own, twins));
});

it('suggests neither the same posting nor, where nothing resembles, anything', () => {
  const own = opening('Alpha', it05);
  expect(rankOpenings(own, [own])).toEqual([]);
  expect(rankOpenings({ ...own, facts: null }, [opening('Beta', it05)])).toEqual([]);
  expect(rankOpenings(own, [])).toEqual([]);
});
