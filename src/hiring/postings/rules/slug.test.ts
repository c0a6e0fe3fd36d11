import { describe, expect, it } from 'vitest';
import { freeSlug, isSlug, slugify } from './slug.ts';

describe('slugify', () => {
  it.each([
    ['Senior / Principal Developer (Python)', 'en', 'senior-principal-developer-python'],
    ['Research & Evaluation Analyst', 'en', 'research-and-evaluation-analyst'],
    ["People’s Advisor – don't wait", 'en', 'peoples-advisor-dont-wait'],
    ['Chef d’équipe – Notification', 'fr', 'chef-d-equipe-notification'],
    ["Praticien·ne·s chargé·e·s de l'œuvre", 'fr', 'praticien-ne-s-charge-e-s-de-l-oeuvre'],
    ['Recherche & évaluation', 'fr', 'recherche-et-evaluation'],
    ['ÇÀ ÉTÉ Ÿ 2026', 'fr', 'ca-ete-y-2026'],
    ['E\u0301te\u0301', 'fr', 'ete'],
    ['🙂 ᐃᓄᒃᑎᑐᑦ', 'en', 'posting'],
    ['', 'fr', 'offre'],
  ] as const)('%s (%s) -> %s', (title, lang, slug) => {
    expect(slugify(title, lang)).toBe(slug);
    expect(isSlug(slug)).toBe(true);
  });

  it('cuts at a word, at 80 characters', () => {
    const slug = slugify('Praticienne du numérique '.repeat(10), 'fr');
    expect(slug).toBe('praticienne-du-numerique-praticienne-du-numerique-praticienne-du-numerique');
    expect(slugify('a'.repeat(1000), 'en')).toBe('a'.repeat(80));
    expect(slugify(`${'a'.repeat(80)} b`, 'en')).toBe('a'.repeat(80));
  });
});

describe('freeSlug', () => {
  it('numbers from 2, and skips what is taken', () => {
    const taken = new Set(['designer', 'designer-2']);
    expect(freeSlug('developer', (slug) => taken.has(slug))).toBe('developer');
    expect(freeSlug('designer', (slug) => taken.has(slug))).toBe('designer-3');
  });
});

describe('isSlug', () => {
  it.each(['Designer', 'a--b', '-a', 'a-', 'a b', 'é', '', 'a/b', 'a'.repeat(101)])(
    'refuses %j',
    (text) => {
      expect(isSlug(text)).toBe(false);
    },
  );
});
