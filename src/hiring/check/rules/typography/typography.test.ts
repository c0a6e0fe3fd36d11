import { describe, expect, it } from 'vitest';
import { checkText } from '../support/checking.ts';

const n = '\u00A0';

describe('French', () => {
  it.each([
    ['Vous aimez ? Oui !', 'Vous aimez? Oui!'],
    ['Vos tâches: aider.', `Vos tâches${n}: aider.`],
    ['**Poste A** : oui', `**Poste A**${n}: oui`],
    ['Le «mot» et 20% de 35 km', `Le «${n}mot${n}» et 20${n}% de 35${n}km`],
    ['Le salaire est de 115 754 $.', `Le salaire est de 115${n}754${n}$.`],
    ['Le salaire est de $115,754 par an.', `Le salaire est de 115${n}754${n}$ par an.`],
    ['Le "mot" et « un “mot” ».', `Le «${n}mot${n}» et «${n}un “mot”${n}».`],
    [
      'De 8h30 à 16:30, puis à 4 h 30 pm.',
      `De 8${n}h${n}30 à 16${n}h${n}30, puis à 16${n}h${n}30.`,
    ],
    ['La 1ère, la 2ème et les 3èmes, le 1 mai.', 'La 1re, la 2e et les 3es, le 1er mai.'],
    ['A propos. Etablir des liens.', 'À propos. Établir des liens.'],
    ['Un taux de 2.5 %', `Un taux de 2,5${n}%`],
  ])('%s', (before, after) => {
    expect(checkText('fr', before, 'typography').fixed).toBe(after);
  });

  it.each([
    'Voir `a ? b : c` et https://exemple.ca/a:b ?x',
    '[Lien](https://exemple.ca/?a=1;b=2) vers la page.',
    `Le ratio est de 1:10, la version 2.5 et le numéro 1 800 622-6232.`,
    `Il est 16${n}h${n}30; le taux est de 20\u202F%.`,
    'Bonjour :) et merci ;)',
    '```\nsi a : b ? "c" ;\n```',
    'Travail avec Node.js, de 2020 à 2022.',
  ])('leaves alone: %s', (text) => {
    const shown = checkText('fr', text, 'typography').findings.map(({ rule, args }) => [
      rule,
      args,
    ]);
    // A space before a mark that follows an address is still one.
    expect(shown.filter(([rule]) => rule !== 'typography/space-before-punctuation')).toEqual([]);
  });

  it('does not fix what the file writes in another way than it reads', () => {
    const { findings, fixed } = checkText(
      'fr',
      'Vos t&acirc;ches&nbsp;: 20&#32;% du temps',
      'typography',
    );
    expect(fixed).toContain('&#32;');
    expect(findings.every(({ fix }) => fix === null)).toBe(true);
  });
});

describe('English', () => {
  it.each([
    ['Your tasks : help people !', 'Your tasks: help people!'],
    ['By 4:30 P.M. or 9am', 'By 4:30 pm or 9 am'],
    ['We close at 5 p.m. Apply before.', 'We close at 5 pm. Apply before.'],
    ['The project « Desk » and 20 %', 'The project “Desk” and 20%'],
    ['From 115 754 $ a year', 'From $115,754 a year'],
    ["We're here, it’s yours, you’ll see", 'We’re here, it’s yours, you’ll see'],
    ['Find the data.Your team helps', 'Find the data. Your team helps'],
  ])('%s', (before, after) => {
    expect(checkText('en', before, 'typography').fixed).toBe(after);
  });

  it('asks for no non-breaking space unless told to', () => {
    expect(checkText('en', 'On July 31 at 4:30 pm: 20 km', 'typography').findings).toEqual([]);
  });
});
