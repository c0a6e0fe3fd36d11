import { describe, expect, it } from 'vitest';
import { samplePdf } from '#platform/files/testing';
import { expectAccessible, expectNoSideways } from '../support/browser.ts';
import { sharedPath } from '../support/shared.ts';
import { phone, signIn, useSite } from '../support/site.ts';

/** The published posting that this program was made for; kept outside the repository. */
const { path: seed, present, when } = sharedPath('seed/content');

describe.skipIf(!present)(`the seed posting${when}`, () => {
  const site = useSite({ TANDEM_CONTENT: seed });

  it('is served in both languages, applied to in French on a phone without JavaScript, read and screened', async () => {
    const page = await site.open({ device: phone, javaScript: false });
    await page.goto('/en/jobs/');
    await page.getByRole('link', { name: 'Consulting Digital Practitioner' }).click();
    const english = page.url();
    expect(await page.locator('main').innerText()).toContain('no more than 3 to 4 direct reports');
    await page.locator('header a[hreflang="fr"]').click();
    const french = page.url();
    expect(await page.locator('main').innerText()).toContain('Postulez quand même!');

    await page.locator('main a[href$="/postuler"]').first().click();
    const next = () => page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
    await page.locator('[name="name"]').fill('Noémie L’Exemple');
    await page.locator('[name="email"]').fill('noemie@sample.example');
    await next();
    await page
      .locator('[name="statement"]')
      .fill('J’encadre des équipes depuis huit ans, et je veux le faire ici.');
    await next();
    await page.locator('[name="resume"]').setInputFiles({
      name: 'cv.pdf',
      mimeType: 'application/pdf',
      buffer: samplePdf('Curriculum vitæ de Noémie L’Exemple'),
    });
    await next();
    await next();
    await page.locator('[name="consent"]').check();
    await page.getByRole('button', { name: 'Envoyer ma candidature' }).click();
    await page.waitForURL(/accuse-de-reception/);
    const reference =
      /T-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.locator('main').innerText())?.[0] ?? '?';

    const reader = await site.open({ device: phone });
    for (const address of [english, french]) {
      await reader.goto(address);
      await expectAccessible(reader, 'the seed');
      await expectNoSideways(reader, 'the seed');
    }

    await site.cli('staff', 'add', 'gestion@sample.example', '--role', 'manager', '--lang', 'fr');
    const desk = await signIn(site, 'gestion@sample.example');
    await desk.getByRole('link', { name: 'Praticien du numérique' }).first().click();
    await desk.getByRole('link', { name: 'Noémie L’Exemple' }).click();
    const application = await desk.locator('main').innerText();
    expect(application).toContain(reference);
    expect(application).toContain('J’encadre des équipes');
    await desk
      .locator('[name="words"]')
      .first()
      .fill('Merci de votre candidature, que nous retenons à la présélection.');
    await desk.locator('[name="reason"][value="meets-essentials"]').check();
    await desk
      .locator('form', { has: desk.locator('[name="words"]') })
      .first()
      .locator('button[type="submit"]')
      .click();
    await desk.waitForLoadState();
    expect(await desk.locator('.error-summary').count()).toBe(0);
    expect(await desk.locator('main').innerText()).toContain('que nous retenons à la présélection');
    await desk.getByRole('link', { name: /Telle que cette personne l’a vue/ }).click();
    expect(await desk.locator('main').innerText()).toContain('Postulez quand même!');
  });
});
