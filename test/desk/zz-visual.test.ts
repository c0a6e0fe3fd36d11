import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { it } from 'vitest';
import { sampleDocx, samplePdf } from '#platform/files/testing';
import { launchBrowser, expectAccessible, expectNoSideways } from '../support/browser.ts';
import { startDesk } from './harness.tsx';
import { href } from '#web/routes.ts';

it('shots', { timeout: 600_000 }, async () => {
  process.env['CHROMIUM'] = '/usr/bin/chromium';
  const desk = await startDesk();
  const css = readFileSync('/tmp/shots/desk.css', 'utf8');
  desk.app.get('/desk.css', (c) => c.body(css, 200, { 'content-type': 'text/css' }));
  for (let n = 0; n < 120; n += 1) {
    await desk.apply({
      name: n === 3 ? 'مثال المرشح الطويل' : n === 5 ? `Sample ${'Very'.repeat(80)}` : `Sample Candidate ${n}`,
      lang: n % 3 ? 'en' : 'fr', status: n % 5 === 0 ? 'screened-in' : n % 7 === 0 ? 'screened-out' : 'received',
      ...(n % 30 === 0 ? { email: 'same@sample.example' } : {}), withinGrace: n === 119,
    });
  }
  await desk.writePosting('soon', { en: 'Service designer and design researcher – public counters', fr: 'Conception de services et recherche en conception – guichets publics', facts: 'opens: 2026-01-05T09:00:00-05:00\ncloses: 2026-11-28T23:59:00-05:00\ntimeZone: America/Toronto\n' });
  const docx = await desk.apply({ posting: desk.posting('soon'), name: 'Sample Zoë L’Écuyer', lang: 'fr', workSamples: ['https://sample.example/a/very/long/address/that/should/wrap/somewhere/because/it/is/long?x=1'], statement: 'J’ai tenu un guichet pendant six ans.\n\nPuis je l’ai repensé.', resume: { type: 'docx', name: 'cv-été.docx', bytes: sampleDocx([{ kind: 'heading', level: 1, text: 'Sample résumé' }, 'Three years at a counter', { kind: 'list-item', level: 1, text: 'Listened' }, { kind: 'list-item', level: 1, text: 'Wrote' }, { kind: 'heading', level: 2, text: 'Education' }, 'A diploma.']) } });
  const pdf = await desk.apply({ posting: desk.posting('soon'), name: 'Sample PDF', resume: { type: 'pdf', name: 'cv.pdf', bytes: samplePdf('Sample PDF résumé') } });
  const admin = await desk.as('admin');
  const assessor = await desk.as('assessor');
  const server = serve({ fetch: desk.app.fetch, port: 0 });
  await new Promise((r) => setTimeout(r, 200));
  const port = (server.address() as { port: number }).port;
  const origin = `http://127.0.0.1:${port}`;
  const browser = await launchBrowser();
  const problems: string[] = [];
  for (const [who, cookies] of [['admin', admin.cookies], ['assessor', assessor.cookies]] as const) {
    for (const [size, viewport] of [['wide', { width: 1280, height: 900 }], ['phone', { width: 360, height: 740 }]] as const) {
      const context = await browser.newContext({ viewport });
      await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: origin })));
      const page = await context.newPage();
      const shot = async (name: string) => {
        await page.screenshot({ path: `/tmp/shots/${who}-${size}-${name}.png`, fullPage: true });
        try { await expectAccessible(page, name); await expectNoSideways(page, name); } catch (e) { problems.push(`${who} ${size} ${name}: ${(e as Error).message.slice(0, 1500)}`); }
      };
      await page.goto(origin + href('desk.processes', 'en')); await shot('processes');
      await page.goto(`${origin}${href('desk.applications', 'en', { posting: desk.posting('designer') })}?status=received`); await shot('list');
      await page.goto(origin + href('desk.application', 'fr', { id: docx.id })); await shot('docx-fr');
      await page.goto(origin + href('desk.advertised', 'fr', { id: docx.id })); await shot('advertised');
      if (who === 'admin') {
        await page.locator('button:has-text("Enregistrer")').count();
        await page.goto(origin + href('desk.application', 'en', { id: pdf.id }));
        if (size === 'phone') await page.locator('summary:has-text("Change the decision")').click();
        await page.locator('main button:has-text("Record the decision")').click(); await shot('422');
        await page.goto(origin + href('desk.application', 'en', { id: pdf.id }));
        if (size === 'wide') await page.waitForTimeout(4000);
        if (size === 'phone') await page.locator('summary:has-text("Change the decision")').click();
        await page.locator('input[name=reason]').first().check();
        await page.fill('textarea[name=words]', `Your file shows it all, ${size}.\n\nWell done.`);
        await page.locator('main button:has-text("Record the decision")').click();
        await page.fill('textarea[name=note]', 'A note of mine.');
        await page.locator('main button:has-text("Add the note")').click();
        if (size === 'wide') await page.waitForTimeout(4000);
        await shot('decided');
        await page.goto(origin + href('desk.status', 'en')); await shot('status');
        await page.goto(origin + href('desk.outbox', 'en')); await shot('outbox');
      }
      await context.close();
    }
  }
  await browser.close(); server.close(); await desk.stop();
  console.log(problems.join('\n\n') || 'no problems');
});
