import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import {
  type Environment,
  type RunningTandem,
  freePort,
  newDataFolder,
  removeFolder,
  runCli,
  startTandem,
} from './server.ts';

export type Device = { width: number; height: number };
export const phone: Device = { width: 360, height: 740 };
export const narrow: Device = { width: 320, height: 640 };
export const desktop: Device = { width: 1280, height: 900 };

/** A running Tandem and a browser, for the tests of one file. */
export type Site = {
  origin(): string;
  /** A page in a fresh profile: no cookies, nothing kept. */
  open(options?: { device?: Device; javaScript?: boolean }): Promise<Page>;
  /** Runs a command on the same data folder, while the server runs. */
  cli(...args: string[]): Promise<string>;
  tandem(): RunningTandem;
};

/** Starts both before the tests of this file, and ends both after them. */
export function useSite(
  /** Settings, or what makes them from the port: `TANDEM_URL` becomes the origin. */
  settings: Environment | ((port: number) => Promise<Environment>) = {},
): Site {
  let env: Environment = {};
  let tandem: RunningTandem;
  let browser: Browser;
  let port = 0;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    port = await freePort();
    env = typeof settings === 'function' ? await settings(port) : settings;
    [tandem, browser] = await Promise.all([
      newDataFolder().then((dataFolder) => startTandem({ dataFolder, port, env })),
      launchBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await tandem?.stop();
    if (tandem) await removeFolder(tandem.dataFolder);
  });
  return {
    origin: () => env['TANDEM_URL'] ?? tandem.origin,
    tandem: () => tandem,
    async open({ device = desktop, javaScript = true } = {}) {
      const context = await browser.newContext({
        viewport: device,
        javaScriptEnabled: javaScript,
        baseURL: env['TANDEM_URL'] ?? tandem.origin,
        locale: 'fr-CA',
      });
      contexts.push(context);
      return context.newPage();
    },
    async cli(...args) {
      const { code, stdout, stderr } = await runCli(args, {
        dataFolder: tandem.dataFolder,
        port,
        env,
      });
      if (code !== 0) throw new Error(`tandem ${args.join(' ')}: ${stderr}`);
      return stdout;
    },
  };
}

/** A page signed in to the desk, by the link that the command line prints. */
export async function signIn(site: Site, email: string, device?: Device): Promise<Page> {
  const printed = await site.cli('staff', 'link', email);
  const link = /https?:\/\/\S+/.exec(printed)?.[0];
  if (!link) throw new Error(`No link in: ${printed}`);
  const page = await site.open(device ? { device } : {});
  await page.goto(link);
  await page.locator('main form button[type="submit"]').first().click();
  await page.waitForURL(/\/(processes|processus)/);
  return page;
}
