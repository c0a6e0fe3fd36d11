import { describe, expect, it } from 'vitest';
import { formsOf } from './forms.ts';

describe('forms that name both genders', () => {
  it.each([
    ['des praticien·ne·s et un·e chef·fe', ['dot', 'dot', 'dot']],
    ['chaque candidat(e) et les directeurs(trices)', ['parentheses', 'parentheses']],
    ['un conseiller/conseillère ou un coordonnateur/trice', ['slash', 'slash']],
    ['les étudiant-e-s', ['hyphen']],
    ['développeuse principal.e', ['period']],
    ['les candidats et candidates', ['doublet']],
    ['une conseillère ou un conseiller', ['doublet']],
    ['les Canadiens et les Canadiennes', ['doublet']],
    ['développeuse ou développeur', ['doublet']],
  ])('%s', (text, names) => {
    expect(formsOf(text).map(({ name }) => name)).toEqual(names);
  });

  it.each([
    'l’anglais et le français',
    'des postes et des portes',
    'a-t-elle rendez-vous? Dites-le.',
    'numerique.ca et Node.js',
    'un ou plusieurs poste(s)',
    'et/ou un service',
    'conception et conseils',
  ])('none in: %s', (text) => {
    expect(formsOf(text)).toEqual([]);
  });
});
