import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseDocument } from '#hiring/prose';
import { proposeFacts } from './propose.ts';
import { processOf, renderJson, renderYaml } from './render.ts';

const front = '---\ntitle: Archivist\ndescription: ""\narchived: false\ntranslationKey: a\n---\n\n';

function draft(en: string, fr: string) {
  const read = (lang: 'en' | 'fr', body: string) =>
    parseDocument(lang, `${lang}/a.md`, front + body)!;
  return proposeFacts({ en: read('en', en), fr: read('fr', fr) }, 'a');
}

const facts = (en: string, fr: string) => processOf(draft(en, fr));

describe('a draft', () => {
  it.each([
    ['It is classified as an EC-05.', 'Le poste est classé EC-05.', { classification: { group: 'EC', level: 5 } }],
    ['It is an IT-03 (previously CS-03).', 'C’est un IT-03 (anciennement CS-03).', { classification: { group: 'IT', level: 3 } }],
    ['The salary is $90,000 to $99,000 a year.', 'Le salaire est de 90 000 $ à 99 000 $ par année.', { pay: { min: 90_000, max: 99_000, currency: 'CAD', period: 'year' } }],
    ['This is an indeterminate position.', 'Il s’agit d’un poste à durée indéterminée.', { tenure: { kind: 'indeterminate' } }],
    ['This is an 18-month term position.', 'Il s’agit d’un poste d’une durée déterminée de 18 mois.', { tenure: { kind: 'term', months: 18 } }],
    ['You report to the Chief Archivist.', 'Vous relevez de l’archiviste en chef.', { reportsTo: { en: 'Chief Archivist', fr: 'Archiviste en chef' } }],
    ['There are three (3) positions: bilingual, BBB.', 'Il y a trois (3) postes : bilingue, BBB.', { seats: [{ count: 3, language: { requirement: 'bilingual', profile: { reading: 'B', writing: 'B', oral: 'B' } } }] }],
    ['You need a Secret security clearance.', 'Il vous faut une cote de sécurité de niveau Secret.', { security: 'secret' }],
    ['The work is hybrid, at our office in Halifax.', 'Le travail est hybride, à notre bureau de Halifax.', { workMode: 'hybrid', locations: [{ city: { en: 'Halifax', fr: 'Halifax' }, province: 'NS' }] }],
    ['Supervision: there is no supervision of staff.', 'Il n’y a aucune supervision de personnel.', { supervision: { kind: 'none' } }],
    ['Applications close on May 9, 2026, at 11:59 p.m. PT.', 'La date limite est le 9 mai 2026 à 23 h 59 HP.', { closes: '2026-05-09 23:59', timeZone: 'America/Vancouver' }],
    ['This process is open to people living in Canada.', 'Le processus est ouvert aux personnes résidant au Canada.', { whoCanApply: { en: 'This process is open to people living in Canada.', fr: 'Le processus est ouvert aux personnes résidant au Canada.' } }],
    ['A pool of qualified candidates may be created for term positions.', 'Un bassin de personnes qualifiées pourrait être créé pour des postes de durée déterminée.', { pool: { intended: true, tenures: ['term'] } }],
    ['Write to jobs@sample.example. To ask for an accommodation, write to adapt@sample.example.', 'Écrivez à jobs@sample.example. Pour une mesure d’adaptation, écrivez à adapt@sample.example.', { contacts: { general: { email: 'jobs@sample.example' }, accommodation: { email: 'adapt@sample.example' } } }],
    ['You must be vaccinated as of October 6, 2021.', 'La vaccination est obligatoire à compter du 6 octobre 2021.', { notices: [{ id: 'vaccination', effective: '2021-10-06', text: { en: 'You must be vaccinated as of October 6, 2021.', fr: 'La vaccination est obligatoire à compter du 6 octobre 2021.' } }] }],
    ['We value openness. Ask us anything.', 'Nous tenons à l’ouverture. Demandez-nous ce que vous voulez.', {}],
  ])('of “%s”', (en, fr, expected) => {
    expect(facts(en, fr)).toEqual(expected);
  });

  it('takes criteria from the lists that ask for them, in both languages', () => {
    const en =
      '## What you will do\n\n- Describe records.\n\n## Essential qualifications\n\n- Experience describing records;\n- Knowledge of metadata.\n\n## Assets\n\n- Knowledge of Latin.\n';
    const fr =
      '## Vos fonctions\n\n- Décrire des documents.\n\n## Qualifications essentielles\n\n- expérience de la description de documents;\n- connaissance des métadonnées.\n\n## Atouts\n\n- connaissance du latin.\n';
    expect(facts(en, fr)).toEqual({
      criteria: [
        { id: 'describing-records', kind: 'essential', text: { en: 'Experience describing records', fr: 'expérience de la description de documents' } },
        { id: 'metadata', kind: 'essential', text: { en: 'Knowledge of metadata.', fr: 'connaissance des métadonnées.' } },
        { id: 'latin', kind: 'asset', text: { en: 'Knowledge of Latin.', fr: 'connaissance du latin.' } },
      ],
    });
  });

  it('is less sure of what one language says alone, or differently', () => {
    const confidence = (en: string, fr: string) => draft(en, fr).proposals.map((one) => one.confidence);
    expect(confidence('It is an EC-05.', 'C’est un EC-05.')).toEqual(['high']);
    expect(confidence('It is an EC-05.', 'C’est un poste.')).toEqual(['medium']);
    expect(confidence('It is an EC-05.', 'C’est un EC-04.')).toEqual(['low']);
    expect(draft('It is an EC-05.', 'C’est un EC-04.').proposals[0]!.others).toEqual(['EC-04']);
  });

  it('says what it cannot propose', () => {
    expect(draft('Applications close on May 9.', 'La date limite est le 9 mai.').gaps).toMatchObject([
      { field: 'closes', reason: 'no-year', lang: 'en' },
      { field: 'closes', reason: 'no-year', lang: 'fr' },
    ]);
    expect(draft('We are hiring 2 archivists.', 'Nous embauchons 2 archivistes.').gaps).toMatchObject([
      { field: 'seats', reason: 'no-language-requirement' },
    ]);
  });

  it('is YAML that reads as what is proposed, with the lines of each value', () => {
    const made = draft('It is an EC-05.\n\nBilingual, CBC.', 'C’est un EC-05.\n\nBilingue, CBC.');
    const yaml = renderYaml(made, 'en');
    expect(parse(yaml)).toEqual(processOf(made));
    expect(yaml).toContain('# en: en/a.md\n# fr: fr/a.md\n');
    expect(yaml).toContain('# en:8, fr:8 (both languages agree)\nclassification: { group: EC, level: 5 }\n');
    expect(yaml).toContain('# en:10, fr:10 (both languages agree)\nseats:\n');
    expect(renderYaml(made, 'fr')).toContain('(les deux langues concordent)');
    expect(JSON.parse(renderJson(made))).toMatchObject({ translationKey: 'a', process: processOf(made) });
    expect(parse(renderYaml(draft('Hello.', 'Bonjour.'), 'en'))).toBeNull();
  });
}); // prettier-ignore
