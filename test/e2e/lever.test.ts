import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePdf } from '#platform/files/testing';
import { desktop, narrow, useSite } from '../support/site.ts';
import { expectAccessible, expectNoSideways } from '../support/browser.ts';
import { freePort } from '../support/server.ts';

// Another site of the organization, on another port: pages that embed the postings as sites do.
const hostPort = await freePort();
const host = `http://127.0.0.1:${hostPort}`;
/** The same pages under a name that is not allowed. */
const stranger = `http://localhost:${hostPort}`;
const site = useSite({ TANDEM_LEVER_SITE: 'acme', TANDEM_API_ORIGINS: host });

const pages: Record<string, () => string> = {
  '/lever.css': () => '.lever-job-title { color: rgb(1, 2, 3); } body { margin: 0; }',
  '/resize.html': () =>
    `<!doctype html><script>window.parent.parent.resizePostings(Number(new URLSearchParams(location.search).get('height')))</script>`,
  '/embed':
    () => `<!doctype html><html lang="en"><title>Embed</title><main id="jobs"></main><script>
    fetch('${site.origin()}/v0/postings/acme?group=team&mode=json').then((answer) => answer.json()).then((groups) => {
      for (const { title, postings } of groups) {
        const section = document.createElement('section');
        section.append(Object.assign(document.createElement('h2'), { textContent: title || 'Other' }));
        for (const { text, hostedUrl, categories } of postings) {
          const link = Object.assign(document.createElement('a'), { href: hostedUrl, textContent: text + ', ' + (categories.location ?? '') });
          section.append(link);
        }
        document.getElementById('jobs').append(section);
      }
      document.title = 'Ready';
    }, (error) => { document.title = 'Refused: ' + error.name; });
  </script></html>`,
  '/frame': () => `<!doctype html><html lang="en"><title>Frame</title><script>
      var heights = [];
      function resizePostings(height) { heights.push(height); document.getElementById('list').height = height; }
    </script><iframe id="list" title="Jobs" width="300" height="10" src="${site.origin()}/v0/postings/acme?mode=iframe&lang=fr&css=${host}/lever.css&resize=${host}/resize.html"></iframe></html>`,
  '/form': () => `<!doctype html><html lang="fr"><title>Formulaire</title>
    <form method="post" enctype="multipart/form-data" action="${site.origin()}/v0/apply">
      <input type="hidden" name="jobId" value="7d590d03-b12f-459a-9b90-86130b9cf1ba">
      <input name="name"><input name="email"><input type="file" name="resume">
      <textarea name="body"></textarea><textarea name="samples"></textarea>
      <input type="checkbox" name="talent_tracking"><button>Send</button>
    </form></html>`,
};

let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    const page = pages[new URL(request.url ?? '/', host).pathname];
    response.writeHead(page ? 200 : 404, {
      'content-type': request.url?.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8',
    });
    response.end(page?.() ?? '');
  }).listen(hostPort, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const titled = (page: Page): Promise<unknown> =>
  page.waitForFunction('/Ready|Refused/.test(document.title)');

describe('a page of another site', () => {
  it('shows the postings by team, from the API', async () => {
    const page = await site.open();
    await page.goto(`${host}/embed`);
    await titled(page);
    expect(await page.title()).toBe('Ready');
    // The browser of the tests prefers French.
    const words = await page.locator('#jobs').innerText();
    expect(words).toContain('Produits communs');
    expect(words).toContain('Développeuse ou développeur');
    await page.locator('#jobs a').first().click();
    await page.waitForURL(`${site.origin()}/fr/emplois/**`);
  });

  it('is refused where it is not one of ours', async () => {
    const page = await site.open();
    await page.goto(`${stranger}/embed`);
    await titled(page);
    expect(await page.title()).toBe('Refused: TypeError');
  });

  it('frames the list, in its own style and at its own height', async () => {
    const page = await site.open();
    await page.goto(`${host}/frame`);
    await page.waitForFunction('heights.length > 0');
    const frame = page.frameLocator('#list');
    await frame.locator('.lever-job').first().waitFor();
    const colour = await page
      .frames()[1]
      ?.evaluate("getComputedStyle(document.querySelector('.lever-job-title')).color");
    expect(colour).toBe('rgb(1, 2, 3)');
    await page.evaluate('document.getElementById("list").width = 150');
    await page.waitForFunction('heights.at(-1) > heights[0]');
    const [told, content] = (await page.evaluate(
      '[heights.at(-1), document.getElementById("list").height]',
    )) as [number, string];
    expect(String(told)).toBe(content);
    await frame.locator('.lever-job-title').first().click();
    await page.waitForURL(`${site.origin()}/fr/emplois/**`);
  });

  it('cannot frame the list where it is not one of ours', async () => {
    const page = await site.open();
    await page.goto(`${stranger}/frame`);
    await page.waitForTimeout(1500);
    expect(await page.evaluate('heights')).toEqual([]);
    expect(await page.frames()[1]?.locator('.lever-job').count()).toBe(0);
  });

  it('applies with a key, where its owner shows one to everyone', async () => {
    const printed = await site.cli('api-key', 'add', 'a browser', '--scope', 'apply');
    const page = await site.open();
    await page.goto(`${host}/embed`);
    const answer = (await page.evaluate(`(async () => {
      const form = new FormData();
      form.set('name', 'Zoë Sample');
      form.set('email', 'zoe@sample.example');
      form.set('resume', new File(['Some words'], 'cv.txt'));
      const url = '${site.origin()}/v0/postings/acme/7d590d03-b12f-459a-9b90-86130b9cf1ba?key=${printed.trim()}';
      const answer = await fetch(url, { method: 'POST', body: form, headers: { 'Idempotency-Key': 'browser-1' } });
      return [answer.status, (await answer.json()).ok];
    })()`)) as unknown[];
    expect(answer).toEqual([200, true]);
    const listed = await site.cli('api-key', 'list');
    expect(listed).toMatch(/a browser +….{4} +apply +\d{4}-\d\d-\d\d .* active/);
    expect(listed).not.toContain(printed.trim());
    await site.cli('api-key', 'revoke', 'a browser');
    expect(await site.cli('api-key', 'list')).toMatch(/a browser.*revoked/);
  });

  it('sends its own form, and what must be corrected is corrected here, without JavaScript', async () => {
    const page = await site.open({ device: narrow, javaScript: false });
    await page.goto(`${host}/form`);
    await page.fill('[name=email]', 'form@sample.example');
    await page.fill('[name=body]', 'Because I have done this work.');
    await page.setInputFiles('[name=resume]', {
      name: 'cv.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(samplePdf('A résumé')),
    });
    await page.click('button');
    expect(page.url()).toBe(`${site.origin()}/v0/apply`);
    expect(await page.locator('.error-summary').innerText()).toContain('Indiquez votre nom.');
    const kept = await page.locator('main').innerText();
    expect(kept).toContain('Because I have done this work.');
    expect(kept).toContain('cv.pdf');
    await page.getByRole('link', { name: 'Indiquez votre nom.' }).click();
    await page.fill('#name', 'Zoë Sample');
    await page.getByRole('button', { name: 'Enregistrer et revenir à la vérification' }).click();
    await page.check('#consent');
    await page.getByRole('button', { name: 'Envoyer ma candidature' }).click();
    await page.waitForURL('**/accuse-de-reception/**');
    expect(await page.locator('.reference').innerText()).toMatch(/^T-/);
  });
});

it('the list as a page is accessible at any width', async () => {
  for (const device of [desktop, narrow]) {
    const page = await site.open({ device });
    await page.goto(`${site.origin()}/v0/postings/acme?mode=html&lang=fr`);
    await expectNoSideways(page, 'the list');
    await expectAccessible(page, 'the list');
  }
});
