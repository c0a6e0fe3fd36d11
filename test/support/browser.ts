import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type Locator, type Page, chromium } from 'playwright-core';
import { expect } from 'vitest';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Chromium without a screen, without a network beyond this machine. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'];
  if (!executablePath) throw new Error('CHROMIUM is not set: run the tests with "npm test"');
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

type AxeResult = {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
};

/**
 * Fails where axe finds a barrier on the page: every rule of WCAG 2.0 to 2.2, A and AA. It is a
 * script: the page must have JavaScript on.
 */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // The same document may be looked at again at another width: axe takes longer to load than to run.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeSource);
  const result = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })`,
  )) as AxeResult;
  const found = result.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n    ${nodes.map(({ html, failureSummary }) => `${html}\n    ${failureSummary ?? ''}`).join('\n    ')}`,
  );
  expect(found, `${what} (${page.url()})`).toEqual([]);
}

/** Fails where the page is wider than its window: nothing may need scrolling in two directions. */
export async function expectNoSideways(page: Page, what: string): Promise<void> {
  // A page that is still on its way has no width.
  await page.waitForLoadState();
  const [content, view] = (await page.evaluate(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )) as [number, number];
  expect(content, `${what} at ${view} px (${page.url()})`).toBeLessThanOrEqual(view);
}

/** Presses what leads to a page, and waits for the page. */
export async function press(page: Page, what: Locator): Promise<void> {
  const loaded = page.waitForEvent('load');
  await what.click();
  await loaded;
}
