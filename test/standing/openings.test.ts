import { afterAll, beforeAll, expect, it } from 'vitest';
import { pairSources } from '#hiring/postings/testing';
import { fillDraft } from '../support/applicant.ts';
import { hiddenFields } from '../support/html.ts';
import { type StandingSite, pageOf, plainOf, startStanding } from './harness.ts';

const posting = (key: string, title: string, titre: string, facts: string) => ({
  ...pairSources(key, { en: { title }, fr: { title: titre } }),
  [`process/${key}.yml`]: `${facts}\ntimeZone: America/Toronto\n`,
});
const it05 = 'classification: { group: IT, level: 5 }\ncloses: 2026-12-';

let site: StandingSite;
beforeAll(async () => {
  site = await startStanding({
    ...posting('one', 'Cloud builder', 'Bâtisseuse infonuagique', `${it05}05 23:59`),
    ...posting('two', 'Data keeper', 'Gardien de données', `${it05}03 23:59`),
    ...posting('three', 'Night watch', 'Veille de nuit', `${it05}04 23:59`),
    ...posting('late', 'Long gone', 'Disparu', 'classification: { group: IT, level: 5 }\ncloses: 2026-11-20 12:00'), // prettier-ignore
    ...posting('far', 'Baker', 'Boulangère', 'classification: { group: GS, level: 2 }'),
  });
});
afterAll(() => site.close());

it('suggests open postings that resemble it, with why, and none applied for or begun', async () => {
  const email = 'looks@sample.example';
  const sent = await site.apply(email, 'cloud-builder');
  const browser = await site.signIn(email);
  const page = await pageOf(browser, sent.fr);
  const words = plainOf(page);
  expect(words).toContain('Même classification : IT · Se termine le 3 décembre 2026 à 23 h 59');
  expect(words.indexOf('Gardien de données')).toBeLessThan(words.indexOf('Veille de nuit'));
  expect(words).not.toMatch(/Disparu|Boulangère/);
  expect(page).toContain('href="/fr/emplois/gardien-de-donnees"');
  // Small while it is under way: the page's own matter stands above it.
  expect(page).not.toContain('posting-card');

  await site.apply(email, 'data-keeper');
  await fillDraft((path, init) => site.intake.request(path, init), 'night-watch', {
    name: 'Zoë Sample',
    email,
    statement: 'Words.',
    resume: null,
    lang: 'en',
  }).catch(() => null);
  expect(plainOf(await pageOf(browser, sent.en))).not.toContain('Other openings');

  const withdraw = `${sent.en}/withdrawal`;
  await browser.post(withdraw, hiddenFields(await pageOf(browser, withdraw)));
  expect(plainOf(await pageOf(browser, sent.en))).not.toContain('Other openings');
});

it('shows them larger to whoever is out of the process', async () => {
  const email = 'leaves@sample.example';
  const sent = await site.apply(email, 'night-watch');
  const browser = await site.signIn(email);
  const withdraw = `${sent.en}/withdrawal`;
  await browser.post(withdraw, hiddenFields(await pageOf(browser, withdraw)));
  const page = await pageOf(browser, sent.en);
  expect(page).toContain('posting-card');
  expect(plainOf(page)).toMatch(/Other openings that may suit you Data keeper .*Cloud builder/);
});
