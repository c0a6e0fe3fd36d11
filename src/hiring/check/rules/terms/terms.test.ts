import { describe, expect, it } from 'vitest';
import { checkText } from '../support/checking.ts';

describe('words of the field', () => {
  it.each([
    ['Demandez un hébergement en écrivant ici.', 1],
    ['Notre service d’hébergement Web est sûr.', 0],
    ['Votre application doit être complète.', 1],
    ['Concevoir une application mobile.', 0],
    ['Une belle opportunité de travailler.', 1],
    ['Adresser des enjeux complexes.', 1],
    ['Adresser un message à l’équipe.', 0],
    ['Vous êtes éligible.', 1],
    ['À date, nous avons trois équipes.', 1],
    ['Le rôle est classé IT-03 du groupe systèmes d’ordinateurs.', 1],
    ['Le rôle est classé IT-03 du groupe Technologies de l’information.', 0],
  ])('%s', (text, count) => {
    expect(checkText('fr', text, 'terms').findings).toHaveLength(count);
  });
});
