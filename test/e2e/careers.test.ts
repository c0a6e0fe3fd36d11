import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideways } from '../support/browser.ts';
import { desktop, narrow, useSite } from '../support/site.ts';

const site = useSite();

/** The same pages in both languages: pairs of addresses that the toggle must join. */
const pairs: [what: string, en: string, fr: string][] = [
  ['the list', '/en/jobs/', '/fr/emplois/'],
  ['a search', '/en/jobs/?q=research', '/fr/emplois/?q=recherche'],
  ['a search without a result', '/en/jobs/?q=zzzz', '/fr/emplois/?q=zzzz'],
  ['privacy', '/en/privacy', '/fr/confidentialite'],
  ['accessibility', '/en/accessibility', '/fr/accessibilite'],
  ['an unknown page', '/en/nothing-here', '/fr/rien-ici'],
];

async function postingPaths(lang: 'en' | 'fr'): Promise<string[]> {
  const page = await site.open();
  const list = lang === 'en' ? '/en/jobs/' : '/fr/emplois/';
  await page.goto(list);
  const hrefs = await page
    .locator(`main a[href^="${list}"]`)
    .evaluateAll((links) =>
      links.map((link) => (link as { pathname?: string } & typeof link).getAttribute('href') ?? ''),
    );
  await page.context().close();
  return [...new Set(hrefs)].filter((href) => /^[a-z/-]+[a-z0-9-]$/.test(href));
}

describe.each(['en', 'fr'] as const)('the careers site in %s', (lang) => {
  it('is accessible on every page, wide and narrow, light and dark', async () => {
    const paths = pairs.map(([what, en, fr]) => [what, { en, fr }[lang]] as const);
    const postings = (await postingPaths(lang)).map((path) => [`posting ${path}`, path] as const);
    expect(postings.length).toBeGreaterThanOrEqual(6);
    const page = await site.open();
    // A colour on its way from light to dark is neither.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const [what, path] of [['the splash', '/'] as const, ...paths, ...postings]) {
      await page.setViewportSize(desktop);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path);
      await expectAccessible(page, what);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectAccessible(page, `${what}, dark`);
      await page.setViewportSize(narrow);
      await page.emulateMedia({ colorScheme: 'light' });
      await expectNoSideways(page, what);
      await expectAccessible(page, `${what}, narrow`);
    }
  });

  it('keeps a posting page light: 14 KB with its style sheet, no script', async () => {
    for (const path of await postingPaths(lang)) {
      const html = await (await fetch(site.origin() + path)).text();
      const css = /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? '';
      const style = await (await fetch(site.origin() + css)).text();
      expect(html).not.toMatch(/<script(?! type="application\/ld\+json")/);
      const bytes = Buffer.from(html);
      const compressed =
        brotliCompressSync(bytes).length + brotliCompressSync(Buffer.from(style)).length;
      expect(compressed, path).toBeLessThanOrEqual(14_000);
      expect(
        gzipSync(bytes).length + gzipSync(Buffer.from(style)).length,
        path,
      ).toBeLessThanOrEqual(16_000);
    }
  });

  it('can be walked through with the keyboard alone', async () => {
    const page = await site.open({ javaScript: false });
    await page.goto({ en: '/en/jobs/', fr: '/fr/emplois/' }[lang]);
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    expect(await skip.getAttribute('href')).toMatch(/^#/);
    await page.keyboard.press('Enter');
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      const href = await focused.getAttribute('href').catch(() => null);
      if (href && /^\/(en\/jobs|fr\/emplois)\/[a-z]/.test(href)) {
        await page.keyboard.press('Enter');
        await page.waitForURL(`**${href}`);
        return;
      }
    }
    throw new Error('No posting was reached in 60 presses of Tab');
  });
});

describe('the two languages', () => {
  it('lead from each page to the same page in the other, and back', async () => {
    const page = await site.open();
    const postings = await postingPaths('en');
    for (const path of ['/en/jobs/', '/en/privacy', ...postings]) {
      await page.goto(path);
      const toggle = page.locator('header a[hreflang="fr"]');
      expect(await toggle.getAttribute('lang')).toBe('fr');
      await toggle.click();
      expect(await page.locator('html').getAttribute('lang')).toBe('fr');
      await page.locator('header a[hreflang="en"]').click();
      expect(new URL(page.url()).pathname).toBe(path);
    }
  });

  it('are both offered at the door', async () => {
    const page = await site.open();
    await page.goto('/');
    await page.locator('main a[href="/fr/emplois/"]').first().click();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
  });
});
