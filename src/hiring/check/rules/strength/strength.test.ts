import { describe, expect, it } from 'vitest';
import { checkBodies } from '../support/checking-pairs.ts';
import { demandsIn } from './demands.ts';

const found = (en: string, fr: string): string[] =>
  checkBodies({ en, fr }, 'strength').map(({ rule }) => rule.slice('strength/'.length));

describe('strength', () => {
  it.each([
    ['en', 'A degree is required.', 'required'],
    ['en', 'A degree is not required.', 'optional'],
    ['en', 'No degree is required.', 'optional'],
    ['en', 'You do not need to live in Ottawa.', 'optional'],
    ['en', 'You must not share it.', 'required'],
    ['en', 'Bring it if required.', ''],
    ['en', 'French is strongly preferred.', 'preferred'],
    ['en', 'French is considered an asset.', 'asset'],
    ['en', 'You create digital assets for our library.', ''],
    ['en', 'Travel may be required.', 'optional required'],
    ['fr', 'Un diplôme est exigé.', 'required'],
    ['fr', 'Un diplôme n’est pas exigé.', 'optional'],
    ['fr', 'Aucun diplôme n’est requis.', 'optional'],
    ['fr', 'Vous n’avez pas à habiter à Ottawa.', 'optional'],
    ['fr', 'Apportez-le si nécessaire.', ''],
    ['fr', 'Le français constituerait un atout.', 'asset'],
    ['fr', 'Fait vaut mieux que parfait, et préférable à jamais.', ''],
    ['fr', 'Il serait souhaitable de parler français.', 'preferred'],
    ['fr', 'Des déplacements pourraient être nécessaires.', 'optional required'],
  ] as const)('%s: %s', (lang, text, strengths) => {
    const own = demandsIn(text, lang).filter(({ weak }) => !weak);
    expect(own.map(({ strength }) => strength).join(' ')).toBe(strengths);
  });

  it.each([
    ['French is required.', 'Le français est exigé.'],
    ['French is preferred.', 'Le français est préféré.'],
    ['French is an asset.', 'Le français est un atout.'],
    ['Nice to have: knowledge of SQL.', 'La connaissance de SQL serait un atout.'],
    ['You need to be present.', 'Vous devez être sur place.'],
    ['It is not mandatory to attend.', 'La présence est facultative.'],
    ['Travel may be required.', 'Des déplacements pourraient être nécessaires.'],
    ['The ideal candidate writes well.', 'Vous écrivez bien.'],
    ['You have experience with research.', 'Vous avez de l’expérience en recherche.'],
    [
      'We study the experience of users, and know how.',
      'Nous connaissons les besoins de nos utilisateurs.',
    ],
  ])('alike: %s', (en, fr) => {
    expect(found(en, fr)).toEqual([]);
  });

  it.each([
    ['French is required.', 'Le français est souhaitable.', 'demand'],
    ['French is required.', 'Le français est un atout.', 'demand'],
    ['French is preferred.', 'Le français est obligatoire.', 'demand'],
    ['You must attend.', 'Vous pouvez être présent.', 'demand'],
    ['A degree is required.', 'Un diplôme n’est pas requis.', 'demand'],
    ['French is preferred.', 'Le français est un atout.', 'asset-term'],
    ['French is an asset for this role.', 'Le français est préféré pour ce poste.', 'asset-term'],
    ['Ideally, you speak French.', 'Vous parlez français.', 'softened'],
    ['You speak French at work.', 'Parler français au travail serait un atout.', 'softened'],
    ['- You have experience with research.', '- Vous connaissez la recherche.', 'practice'],
    ['- Ability to lead research.', '- Expérience de la direction de recherches.', 'practice'],
    ['## Requirements', '## Qualifications constituant un atout', 'demand'],
    ['You must have:\n\n- a degree', 'Vous pourriez avoir :\n\n- un diplôme', 'demand'],
  ])('unlike: %s / %s', (en, fr, rule) => {
    expect(found(en, fr)).toEqual([rule]);
  });

  it('tells one sentence from the next', () => {
    expect(
      found(
        'French is required for one position and preferred for the other. Knowledge of law is preferred.',
        'Le français est exigé pour un poste et préféré pour l’autre. La connaissance du droit est un atout.',
      ),
    ).toEqual(['asset-term']);
  });

  it('reads a list by its introduction', () => {
    expect(
      found(
        'You need to have:\n\n- Led teams of designers.\n- Conducted research with people.',
        'Vous devez être en mesure :\n\n- de diriger des équipes;\n- de mener des recherches auprès de gens.',
      ),
    ).toEqual(['practice']);
  });
});
