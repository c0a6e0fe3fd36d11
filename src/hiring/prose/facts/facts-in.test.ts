import { describe, expect, it } from 'vitest';
import type { Lang } from '#platform/i18n';
import { factsIn } from './facts-in.ts';

const nbsp = '\u00A0';

/** Facts as "kind value", "kind" left out for numbers. */
function read(text: string, lang: Lang): string[] {
  return factsIn(text, lang).map(({ kind, value }) =>
    kind === 'number' ? value : `${kind} ${value}`,
  );
}

type Row = readonly [en: string | null, fr: string | null, ...facts: string[]];

/** Each row says the same in both languages; `null` where one has no such form. */
const rows: Readonly<Record<string, readonly Row[]>> = {
  numbers: [
    ['We are hiring 2 people.', 'Nous embauchons deux personnes.', '2'],
    ['two (2) positions', 'deux (2) postes', '2'],
    ['2 (two) positions', '2 (deux) postes', '2'],
    ['one (1) position', 'un (1) poste', '1'],
    ['one (1) opening', 'une (1) place', '1'],
    ['3 to 4 direct reports', '3 à 4 employés', '3', '4'],
    ['3-4 people', '3–4 personnes', '3', '4'],
    ['2 or 3 developers', '2 ou 3 personnes', '2', '3'],
    ['at most 300 words', 'au plus 300 mots', '300'],
    ['a 300-word statement', 'un texte de 300 mots', '300'],
    ['1,234 services', `1${nbsp}234 services`, '1234'],
    ['1,234,567 people', '1 234 567 personnes', '1234567'],
    ['1,234 services', '1\u202F234 services', '1234'],
    ['2.5 points', '2,5 points', '2.5'],
    ['WCAG 2.1 Level AAA', 'niveau AAA des WCAG 2.1', '2.1'],
    ['Windows 10', 'Windows 10', '10'],
    ['Section 508', 'Article 508', '508'],
    ['s. 30(2) of the Act', 'par. 30(2) de la Loi', '30(2)'],
    ['GC 2020', 'GC 2020', '2020'],
    ['Established in 2017, we grew.', 'Créé en 2017, il a grandi.', '2017'],
    ['the 2020-21 year', 'l’exercice 2020-2021', '2020', '2021'],
    ['37 million people', '37 millions de personnes', '37000000'],
    ['2.5 million uses', '2,5 millions d’utilisations', '2500000'],
    ['one million people', 'un million de personnes', '1000000'],
    ['5 billion', '5 milliards', '5000000000'],
    ['10k users', '10 000 utilisateurs', '10000'],
    ['twelve people', 'une douzaine de personnes', '12'],
    ['a dozen people', 'douze personnes', '12'],
    ['ten people', 'une dizaine de personnes', '10'],
    ['half a dozen teams', 'une demi-douzaine d’équipes', '6'],
    ['twenty-five teams', 'vingt-cinq équipes', '25'],
    ['twenty-one teams', 'vingt et une équipes', '21'],
    ['seventy-one teams', 'soixante et onze équipes', '71'],
    ['ninety-nine teams', 'quatre-vingt-dix-neuf équipes', '99'],
    ['eighty teams', 'quatre-vingts équipes', '80'],
    ['one hundred and fifty teams', 'cent cinquante équipes', '150'],
    ['two hundred teams', 'deux cents équipes', '200'],
    ['two thousand teams', 'deux mille équipes', '2000'],
    ['nine months ago, nine people', 'il y a neuf mois, neuf personnes', 'duration P9M', '9'],
    ['the 14th floor', 'le 14e étage', '#14'],
    ['the third quarter', 'le troisième trimestre', '#3'],
    ['the 21st century', 'le XXIe siècle', '#21'],
    ['the 21st century', 'le 21e siècle', '#21'],
    ['3/4 of the team', '3/4 de l’équipe', '3/4'],
    ['a team of 115+', 'une équipe de plus de 115', '115'],
  ],
  'what is no number': [
    ['one of the best', 'l’un des meilleurs'],
    ['a team and one colleague', 'une équipe et un collègue'],
    ['the first language', 'la première langue'],
    ['1. Lead the team.', '1. Diriger l’équipe.'],
    ['1) Lead the team.', '1) Diriger l’équipe.'],
    ['Two-Spirit people', 'les personnes aux deux esprits'],
    ['a new look', 'un regard neuf'],
    ['one-on-one meetings', 'des rencontres individuelles'],
    ['third-party tools', 'des outils de tiers'],
    ['as follows:', 'comme suit deux-points'],
    ['hundreds of services', 'des centaines de services'],
    ['the 1st step', 'la 1re étape'],
  ],
  names: [
    ['COVID-19', 'la COVID-19', 'name COVID-19'],
    ['COVID‑19', 'la COVID‑19', 'name COVID-19'],
    ['B2B and 3D', 'B2B et 3D', 'name B2B', 'name 3D'],
    ['24/7 support', 'soutien 24 heures sur 24, 7 jours sur 7', 'name 24/7'],
    ['24x7 support', 'soutien 24 h sur 24, 7 jours sur 7', 'name 24/7'],
    ['24 hours a day, 7 days a week', '24 heures par jour et 7 jours par semaine', 'name 24/7'],
    ['2SLGBTQI+', null, 'name 2SLGBTQI+'],
    ['Ottawa ON K1A 0A6', 'Ottawa (Ontario) K1A 0A6', 'name K1A0A6'],
    ['Bill C-15', 'projet de loi C-15', 'name C-15'],
  ],
  money: [
    ['$115,754', `115${nbsp}754${nbsp}$`, 'money CAD 115754'],
    ['$115,754 to $150,842', 'de 115 754 $ à 150 842 $', 'money CAD 115754', 'money CAD 150842'],
    ['$115,754 - 150,842', '115 754 à 150 842 $', 'money CAD 115754', 'money CAD 150842'],
    ['$115,754 per year', '115 754 $ par année', 'money CAD 115754'],
    ['CAD 115,754', '115 754 $ CA', 'money CAD 115754'],
    ['$100k', '100 k$', 'money CAD 100000'],
    ['$100K', '100 K$', 'money CAD 100000'],
    ['$100-120k', '100 à 120 k$', 'money CAD 100000', 'money CAD 120000'],
    ['$2.5 million', '2,5 millions de dollars', 'money CAD 2500000'],
    ['$2.5M', '2,5 M$', 'money CAD 2500000'],
    ['$5 billion', '5 milliards de dollars', 'money CAD 5000000000'],
    ['$19.40 an hour', '19,40 $ l’heure', 'money CAD 19.4'],
    ['500 dollars', '500 dollars', 'money CAD 500'],
    ['US$500', '500 $ US', 'money USD 500'],
    ['$500 and 3 days', '500 $ et 3 jours', 'money CAD 500', 'duration P3D'],
    ['$115,754', '115,754 $', 'money CAD 115754'],
  ],
  percents: [
    ['20% more', `20${nbsp}% de plus`, 'percent 20 %'],
    ['20 percent', '20 pour cent', 'percent 20 %'],
    ['20 per cent', '20 p. 100', 'percent 20 %'],
    ['twenty per cent', 'vingt pour cent', 'percent 20 %'],
    ['10-20%', '10 à 20 %', 'percent 10 %', 'percent 20 %'],
    ['2.5%', '2,5 %', 'percent 2.5 %'],
  ],
  dates: [
    ['January 5, 2022', 'le 5 janvier 2022', 'date 2022-01-05'],
    ['Jan. 5, 2022', '5 janv. 2022', 'date 2022-01-05'],
    ['5 January 2022', '5 janvier 2022', 'date 2022-01-05'],
    ['Monday, March 7th', 'le lundi 7 mars', 'date --03-07'],
    ['July 1', 'le 1er juillet', 'date --07-01'],
    ['January 5 and 6', 'les 5 et 6 janvier', 'date --01-05', 'date --01-06'],
    ['January 5-7, 2022', 'du 5 au 7 janvier 2022', 'date 2022-01-05', 'date 2022-01-07'],
    ['January 5 to 7', '5-7 janvier', 'date --01-05', 'date --01-07'],
    [
      'January 5 to February 2, 2022',
      'du 5 janvier au 2 février 2022',
      'date --01-05',
      'date 2022-02-02',
    ],
    ['2022-01-05', '2022-01-05', 'date 2022-01-05'],
    ['2022/01/05', '2022/01/05', 'date 2022-01-05'],
    ['31/01/2022', '31/01/2022', 'date 2022-01-31'],
    ['01/31/2022', '31/01/2022', 'date 2022-01-31'],
    ['January 2022', 'janvier 2022', 'date 2022-01'],
    ['Sept. 30, 2022', '30 sept. 2022', 'date 2022-09-30'],
    ['December 24', '24 décembre', 'date --12-24'],
    ['August 15', '15 août', 'date --08-15'],
    ['You may march on.', 'mai est là'],
  ],
  times: [
    ['4:30 pm', `16${nbsp}h${nbsp}30`, 'time 16:30'],
    ['4:30 p.m.', '16h30', 'time 16:30'],
    ['at 4 pm', 'à 16 h', 'time 16:00'],
    ['at 4 p.m.', 'à 16 heures', 'time 16:00'],
    ['12:15 am', '0 h 15', 'time 00:15'],
    ['16:30', '16:30', 'time 16:30'],
    ['9 am to 5 pm', 'de 9 h à 17 h', 'time 09:00', 'time 17:00'],
    ['9-5 pm', 'entre 9 h et 17 h', 'time 09:00', 'time 17:00'],
    ['1 to 3 pm', 'de 13 h à 15 h', 'time 13:00', 'time 15:00'],
    ['noon', 'midi', 'time 12:00'],
    ['11:59 p.m. PT', '23 h 59 HP', 'time 23:59 PT'],
    ['11:59 pm (Pacific Time)', '23 h 59 (heure du Pacifique)', 'time 23:59 PT'],
    ['11:59 pm EST', '23 h 59 HNE', 'time 23:59 ET'],
    ['in the afternoon', 'cet après-midi'],
  ],
  durations: [
    ['a 2 year-term position', 'un poste de 2 ans', 'duration P2Y'],
    ['a 2-year term', 'une durée de deux ans', 'duration P2Y'],
    ['a two-year term', 'deux (2) ans', 'duration P2Y'],
    ['24 months', 'vingt-quatre mois', 'duration P2Y'],
    ['18 months', '18 mois', 'duration P18M'],
    ['12 to 18 months', 'de 12 à 18 mois', 'duration P1Y', 'duration P18M'],
    ['two or three years', 'deux ou trois ans', 'duration P2Y', 'duration P3Y'],
    ['5-7 years', '5 à 7 années', 'duration P5Y', 'duration P7Y'],
    ['10+ years of experience', '10 ans d’expérience', 'duration P10Y'],
    ['over the past 22 months', 'au cours des 22 derniers mois', 'duration P22M'],
    ['the last five years', 'les cinq dernières années', 'duration P5Y'],
    ['1.5 years', '1,5 an', 'duration P18M'],
    ['two and a half years', 'deux ans et demi', 'duration P30M'],
    ['one-year term', 'un an', 'duration P1Y'],
    ['6 weeks', 'six semaines', 'duration P6W'],
    ['14 days', '2 semaines', 'duration P2W'],
    ['5 business days', '5 jours ouvrables', 'duration P5D'],
    ['37.5 hours a week', '37,5 heures par semaine', 'duration PT2250M'],
    ['37.5 hours a week', '37,5 h par semaine', 'duration PT2250M'],
    ['60 minutes', '1 heure', 'duration PT1H'],
    ['a Year 2 student', null, '2'],
  ],
  classifications: [
    ['IT-05', 'IT-05', 'classification IT-05'],
    ['IT 5', 'IT 5', 'classification IT-05'],
    ['IT‑5', 'IT‑5', 'classification IT-05'],
    ['an IT-4, previously CS-4.', 'IT-4, anciennement CS-4.', 'classification IT-04', 'classification CS-04'],
    ['EX minus 1', 'EX moins 1', 'classification EX minus 1'],
    ['AS-07 or PM-06', 'AS-07 ou PM-06', 'classification AS-07', 'classification PM-06'],
    ['CS-03 to CS-05', 'CS-03 à CS-05', 'classification CS-03', 'classification CS-05'],
    ['IT-03/04', 'IT-03 ou 04', 'classification IT-03', 'classification IT-04'],
    ['CS-03, CS-04 or CS-05', 'CS-03, CS-04 et CS-05', 'classification CS-03', 'classification CS-04', 'classification CS-05'],
    ['EC-06/EC-07', 'EC-06/EC-07', 'classification EC-06', 'classification EC-07'],
    ['UTC-05', 'UTC-05', 'name UTC-05'],
  ],
  profiles: [
    ['bilingual imperative BBB/BBB', 'bilingue impératif BBB/BBB', 'language-profile imperative', 'language-profile BBB'],
    ['Bilingual (CBC imperative)', 'Bilingue (CBC impératif)', 'language-profile CBC', 'language-profile imperative'],
    ['bilingual, CBC/BBB', 'bilingue, CBC/BBB', 'language-profile CBC/BBB'],
    ['bilingual non-imperative CBC', 'bilingue non impératif CBC', 'language-profile non-imperative', 'language-profile CBC'],
    ['language profile C-B-C', 'profil linguistique C/B/C', 'language-profile CBC'],
    ['It is imperative to learn.', 'C’est impératif.'],
    ['seen on CBC', 'vu à CBC'],
  ],
  addresses: [
    ['Write to Jobs.Emplois@Sample.example.', 'Écrivez à jobs.emplois@sample.example.', 'email jobs.emplois@sample.example'],
    ['Call 613-555-0123', 'Téléphone : 613 555-0123', 'phone +16135550123'],
    ['(613) 555-0123, ext. 45', '613-555-0123, poste 45', 'phone +16135550123x45'],
    ['1-800-555-0123', '1 800 555-0123', 'phone +18005550123'],
    ['See https://sample.example/2024/5.', 'Voir https://sample.example/2024/5.', 'url https://sample.example/2024/5'],
  ],
}; // prettier-ignore

describe.each(Object.entries(rows))('%s', (_, cases) => {
  it.each(cases.filter(([en]) => en !== null))('English: %s', (en, _fr, ...facts) => {
    expect(read(en!, 'en')).toEqual(facts);
  });
  it.each(cases.filter(([, fr]) => fr !== null))('%s, in French: %s', (_en, fr, ...facts) => {
    expect(read(fr!, 'fr')).toEqual(facts);
  });
});

it('says where a fact stands, and whether it is a word', () => {
  const text = `Two people, from ${nbsp}$5,000 to $6,000.`;
  const facts = factsIn(text, 'en');
  expect(facts.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Two',
    '$5,000',
    '$6,000',
  ]);
  expect(facts.map(({ asWord }) => asWord)).toEqual([true, false, false]);
});
