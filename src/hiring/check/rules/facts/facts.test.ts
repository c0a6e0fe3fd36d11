import { describe, expect, it } from 'vitest';
import { defaultConfig } from '#hiring/check';
import { checkBodies } from '../support/checking-pairs.ts';

const found = (en: string, fr: string, process?: string): string[] =>
  checkBodies({ en, fr }, 'facts', process === undefined ? {} : { process }).map(
    ({ rule, args }) =>
      `${rule.slice('facts/'.length)} ${args['text'] ?? `${args['en'] ?? args['found']} / ${args['fr'] ?? args['expected']}`}`,
  );

describe('facts of the two languages', () => {
  it.each([
    ['We hire 2 people.', 'Nous embauchons deux personnes.'],
    ['A 24-month term.', 'Une durée de deux ans.'],
    ['In both official languages.', 'Dans les deux langues officielles.'],
    ['You write in both.', 'Vous rédigez dans les deux.'],
    ['We meet twice a week.', 'Nous nous réunissons deux fois par semaine.'],
    ['There is 1 position.', 'Il y a un poste.'],
    ['A one-year term.', 'Un mandat d’un an.'],
    ['It is renewed each year.', 'Il est renouvelé tous les ans.'],
    ['Apply by March 4, 2026.', 'Postulez d’ici le 4 mars.'],
    ['Apply by 11:59 pm PT on May 4.', 'Postulez avant 23 h 59 le 4 mai.'],
    ['Pay is $100,000.', 'Le salaire est de 100 000 $.'],
    ['IT-05', 'TI-05'],
    ['Write to jobs@sample.example.', 'Écrivez à emplois@sample.example.'],
    ['Write to a.b@sample.example.', 'Écrivez à b.a@sample.example.'],
    ['Call 613-555-0148 ext. 4.', 'Composez le 613 555-0148.'],
    ['About COVID-19 and what follows.', 'Au sujet de la pandémie et de ses suites.'],
    ['Within 30 days.', 'Dans un délai de 30.'],
    ['Peace of mind at 3 in the morning.', 'La tranquillité d’esprit à 3 heures du matin.'],
    [
      'The team has five people. It grows. Two are new.',
      'Deux sont de nouvelles recrues d’une équipe de cinq, qui grandit.',
    ],
  ])('%s = %s', (en, fr) => {
    expect(found(en, fr)).toEqual([]);
  });

  it.each([
    ['We hire 2 people.', 'Nous embauchons trois personnes.', 'number 2 / trois'],
    ['A 2-year term.', 'Une durée de deux mois.', 'duration 2-year / deux mois'],
    ['Apply by May 4.', 'Postulez d’ici le 5 mai.', 'date May 4 / 5 mai'],
    ['Until 4:30 pm.', 'Jusqu’à 17 h 30.', 'time 4:30 pm / 17 h 30'],
    ['Until 11:59 pm PT.', 'Jusqu’à 23 h 59 HE.', 'time 11:59 pm PT / 23 h 59 HE'],
    ['Pay is $115,754.', 'Le salaire est de 115 574 $.', 'money $115,754 / 115 574 $'],
    ['We are at 20%.', 'Nous en sommes à 30 %.', 'percent 20% / 30 %'],
    ['It is an IT-05.', 'C’est un IT-04.', 'classification IT-05 / IT-04'],
    ['Bilingual, CBC.', 'Bilingue, BBB.', 'language-profile CBC / BBB'],
    [
      'Bilingual imperative CBC.',
      'Bilingue non impératif CBC.',
      'language-profile imperative / non impératif',
    ],
    [
      'Write to jobs@sample.example.',
      'Écrivez à jbs@sample.example.',
      'email jobs@sample.example / jbs@sample.example',
    ],
    ['Call 613-555-0148.', 'Composez le 613 555-0149.', 'phone 613-555-0148 / 613 555-0149'],
    ['About COVID-19.', 'Sur la COVID-18.', 'name COVID-19 / COVID-18'],
    ['Answer in 300 words or less.', 'Répondez en quelques mots.', 'missing 300'],
    ['Answer in a few words, please.', 'Répondez en 300 mots, s’il vous plaît.', 'missing 300'],
  ])('%s ≠ %s', (en, fr, finding) => {
    expect(found(en, fr)).toEqual([finding]);
  });

  it('takes an address of each language for agreed where the configuration says so', () => {
    const bodies = { en: 'Write to team@sample.example.', fr: 'Écrivez à equipe@sample.example.' };
    expect(checkBodies(bodies, 'facts/email')).toHaveLength(1);
    const options = { pairs: ['Team@sample.example equipe@sample.example'] };
    const config = { ...defaultConfig, rules: { 'facts/email': { options } } };
    expect(checkBodies(bodies, 'facts/email', { config })).toEqual([]);
  });

  it('names both places of a difference', () => {
    const [finding] = checkBodies(
      { en: 'We hire 2 people.', fr: 'On embauche 3 personnes.' },
      'facts',
    );
    expect(finding?.place.quote).toMatchObject({ start: 8, end: 9 });
    expect(finding?.counterpart?.quote).toMatchObject({ start: 12, end: 13 });
  });
});

describe('prose and the facts of the process', () => {
  const closes = 'closes: 2026-05-09T23:59-07:00\ntimeZone: America/Vancouver';
  it.each([
    ['It is an IT-05.', 'C’est un IT-05.', 'classification: { group: IT, level: 5 }'],
    ['You report to an EX-01. It is an IT-05.', 'Vous relevez d’un EX-01. C’est un IT-05.', 'classification: { group: IT, level: 5 }'],
    ['Applications close on May 9, 2026.', 'La date limite est le 9 mai 2026.', closes],
    ['The closing date is May 10, at 2:59 a.m. ET.', 'La date limite est le 10 mai à 2 h 59 HE.', closes],
    ['Interviews are on May 20.', 'Les entrevues ont lieu le 20 mai.', closes],
    ['This is a 2-year term.', 'La durée déterminée est de deux ans.', 'tenure: { kind: term, months: 24 }'],
    ['You need 5 years of experience.', 'Il faut 5 ans d’expérience.', 'tenure: { kind: term, months: 24 }'],
    ['We are looking for 2 advisors.', 'Nous recherchons 2 conseillers.', 'seats: [{ count: 2, language: { requirement: either } }]'],
    ['You would supervise 3 people.', 'Vous superviseriez 3 personnes.', 'seats: [{ count: 2, language: { requirement: either } }]'],
    ['The salary is $90,000 to $99,000.', 'Le salaire est de 90 000 $ à 99 000 $.', 'pay: { min: 90000, max: 99000 }'],
  ])('agree: %s', (en, fr, process) => {
    expect(found(en, fr, process)).toEqual([]);
  });

  it.each([
    ['It is an IT-05.', 'C’est un IT-05.', 'classification: { group: IT, level: 4 }', ['process-classification IT-05 / IT-04', 'process-classification IT-05 / IT-04']],
    ['Applications close on May 8, 2026.', 'La date limite est le 8 mai.', closes, ['process-closing May 8, 2026 / 2026-05-09 23:59', 'process-closing 8 mai / 2026-05-09 23:59']],
    ['Applications close on May 9 at 4 pm PT.', 'Postulez au plus tard le 9 mai à 16 h HP.', closes, ['process-closing May 9 / 2026-05-09 23:59', 'process-closing 9 mai / 2026-05-09 23:59']],
    ['This is a 2-year term.', 'La durée déterminée est de deux ans.', 'tenure: { kind: term, months: 12 }', ['process-tenure 2-year / 12', 'process-tenure deux ans / 12']],
    ['We are hiring 3 advisors.', 'Il y a 3 postes à pourvoir.', 'seats: [{ count: 2, language: { requirement: either } }]', ['process-seats 3 / 2', 'process-seats 3 / 2']],
  ])('disagree: %s', (en, fr, process, findings) => {
    expect(found(en, fr, process)).toEqual(findings);
  });

  it('see another profile than that of any seat, and another salary', () => {
    const seat = 'seats:\n  - language: { requirement: bilingual, imperative: true, profile: { reading: C, writing: B, oral: C } }';
    expect(found('Bilingual, BBB.', 'Bilingue, BBB.', seat)).toEqual([
      'process-profile BBB / CBC',
      'process-profile BBB / CBC',
    ]);
    expect(found('Bilingual, CBC/CBC.', 'Bilingue, CBC/CBC.', seat)).toEqual([]);
    const [first = ''] = found('The salary is $91,000.', 'Le salaire est de 91 000 $.', 'pay: { min: 90000, max: 99000 }');
    expect(first).toBe('process-pay $91,000 / $90,000 – $99,000');
  });
}); // prettier-ignore
