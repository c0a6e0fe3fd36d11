import { describe, expect, it } from 'vitest';
import { checkText } from '../support/checking.ts';

const rest =
  'Vous aidez les gens à trouver des données. Votre équipe vous appuie dans votre travail de tous les jours. ';

describe('untranslated passages', () => {
  it.each([
    'You will help people find what they need.',
    'Experience with Go and other languages.',
    'We’re hiring Full Stack Software Developers.',
  ])('finds: %s', (sentence) => {
    const { findings } = checkText('fr', rest + sentence, 'language');
    expect(findings.map(({ rule }) => rule)).toEqual(['language/untranslated']);
  });

  it.each([
    'Nous utilisons Microsoft Office, Google Calendar et Slack.',
    'Le *Public Service Employment Act* est son nom anglais.',
    'On dit « the right tool for the job » dans ce métier.',
    'Service Canada, Ottawa (Ontario)',
    'Expérience en React Native et en Google Cloud Platform.',
    'Écrivez à equipe@sample.example.',
  ])('leaves alone: %s', (sentence) => {
    expect(checkText('fr', rest + sentence, 'language').findings).toEqual([]);
  });

  it('finds French in the English', () => {
    const text =
      'You help people find the data that they need. Votre équipe vous appuie au travail.';
    const { findings } = checkText('en', text, 'language', rest);
    expect(findings.map(({ variant }) => variant)).toEqual(['french']);
  });
});
