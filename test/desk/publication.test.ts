import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gate, changesWeb } from '#hiring/postings';
import { type Desk, startDesk } from './harness.tsx';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

const versionOf = () => desk.postings.snapshot().byId(desk.posting('analyst'))!.versionHash;
const publicPage = (path: string) =>
  changesWeb({ ...desk.deps, postings: desk.postings }).request(path);

describe('what changed in a posting', () => {
  let first: string;
  let second: string;

  beforeAll(async () => {
    first = versionOf();
    await desk.writePosting('analyst', {
      en: 'Analyst',
      fr: 'Analyse',
      body: 'Sample, in two years.',
    });
    second = versionOf();
  });

  it('is on the desk, version by version, in both languages', async () => {
    const manager = await desk.as('manager');
    const id = desk.posting('analyst');
    const history = await manager.get(`/fr/personnel/affiches/${id}`);
    expect(history.status).toBe(200);
    expect(await history.text()).toContain('Anglais\u00A0: 1 passage. Français\u00A0: 1 passage.');
    const page = await manager.get(`/en/staff/postings/${id}/changes?from=${second}&to=${first}`);
    const html = await page.text();
    expect(html).toMatch(/<ins><span class="visually-hidden" lang="en">\[added: <\/span>/);
    expect(html).toContain('in two years');
    expect((await manager.get(`/en/staff/postings/${id}/changes?from=x&to=${first}`)).status).toBe(
      404,
    );
  });

  it('is not for assessors, and a posting that is unknown has no page', async () => {
    const assessor = await desk.as('assessor');
    const id = desk.posting('analyst');
    expect((await assessor.get(`/en/staff/postings/${id}`)).status).toBe(403);
    const manager = await desk.as('manager');
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect((await manager.get(`/en/staff/postings/${unknown}`)).status).toBe(404);
  });

  it('is public between two texts that were advertised, and never found by search engines', async () => {
    for (const path of ['/en/jobs/changes', '/fr/emplois/modifications']) {
      const page = await publicPage(`${path}/${first}/${second}`);
      expect(page.status).toBe(200);
      expect(page.headers.get('x-robots-tag')).toBe('noindex');
      expect(await page.text()).toMatch(/noindex/);
    }
  });

  it('is not found for a hash that was never advertised, nor for a draft', async () => {
    const unknown = 'f'.repeat(64);
    expect((await publicPage(`/en/jobs/changes/${first}/${unknown}`)).status).toBe(404);
    expect((await publicPage(`/en/jobs/changes/${first}/nothing`)).status).toBe(404);
    const other = desk.postings.snapshot().byId(desk.posting('designer'))!.versionHash;
    expect((await publicPage(`/en/jobs/changes/${first}/${other}`)).status).toBe(404);
    const text = { en: 'Analyst', fr: 'Analyse', body: 'Sample, later.' };
    await desk.writePosting('analyst', { ...text, draft: true });
    expect((await publicPage(`/en/jobs/changes/${first}/${versionOf()}`)).status).toBe(404);
    await desk.writePosting('analyst', text);
    expect((await publicPage(`/en/jobs/changes/${first}/${versionOf()}`)).status).toBe(200);
  });

  it('is pointed at where an application was to an earlier text', async () => {
    const { id } = await desk.apply({ posting: desk.posting('analyst') });
    const assessor = await desk.as('assessor');
    const before = await (await assessor.get(`/en/staff/applications/${id}/posting`)).text();
    expect(before).not.toContain('/en/jobs/changes/');
    const pinned = versionOf();
    await desk.writePosting('analyst', { en: 'Analyst', fr: 'Analyse', body: 'Other words.' });
    const after = await (await assessor.get(`/en/staff/applications/${id}/posting`)).text();
    expect(after).toContain(`/en/jobs/changes/${pinned}/${versionOf()}`);
  });
});

describe('a version with errors', () => {
  let gated: Desk;
  const gate: Gate = {
    revision: '1',
    check: ({ fr }) =>
      fr.source.includes('ERROR')
        ? [
            {
              rule: 'test/word',
              severity: 'error',
              file: fr.file,
              line: 7,
              column: 1,
              message: { en: 'An error stands here.', fr: 'Il y a une erreur ici.' },
            },
          ]
        : [],
  };
  beforeAll(async () => {
    gated = await startDesk({}, gate);
    await gated.writePosting('analyst', { en: 'Analyst', fr: 'Analyse', body: 'ERROR' });
  });
  afterAll(() => gated.stop());

  const page = () => `/fr/personnel/affiches/${gated.posting('analyst')}`;
  const send = (form: Record<string, string>) => ({
    path: `${page()}/derogation`,
    fields: { version: gated.postings.snapshot().held[0]?.versionHash ?? 'f', ...form },
  });
  const fieldsOf = (html: string) => ({
    csrf: /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '',
  });

  it('is compared with what is on the site before anybody lets it through', async () => {
    const manager = await gated.as('manager');
    const html = await (await manager.get(page())).text();
    const link = /href="([^"]+)">Voir ce qu’elle changerait/.exec(html)?.[1] ?? 'no link';
    const comparison = await manager.get(link.replaceAll('&amp;', '&'));
    expect(comparison.status).toBe(200);
    const text = await comparison.text();
    expect(text).toContain('comparée à celle qui est retenue');
    expect(text).toContain('<ins>ERROR</ins>');
    // Chosen the other way round, what is held back still comes last.
    const [, from, to] = /from=(\w+)&amp;to=(\w+)/.exec(link) ?? [];
    const turned = await manager.get(`${page()}/modifications?from=${to}&to=${from}`);
    expect(await turned.text()).toContain('comparée à celle qui est retenue');
    const assessor = await gated.as('assessor');
    expect((await assessor.get(link.replaceAll('&amp;', '&'))).status).toBe(403);
  });

  it('is published with a reason, by name, by those who may', async () => {
    const manager = await gated.as('manager');
    const html = await (await manager.get(page())).text();
    expect(html).toContain('Il y a une erreur ici.');
    const csrf = fieldsOf(html);
    const empty = send({ ...csrf, reason: '  ' });
    const refused = await manager.post(empty.path, empty.fields);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Donnez la raison de cette publication');

    const { path, fields } = send({ ...csrf, reason: 'La règle se trompe.' });
    const done = await manager.post(path, fields);
    expect(done.headers.get('location')).toBe(`${page()}?told=done`);
    expect(gated.postings.snapshot().held).toEqual([]);
    const posting = gated.postings.snapshot().byId(gated.posting('analyst'))!;
    expect([posting.text.en.body.trim(), posting.text.fr.body.trim()]).toEqual(['ERROR', 'ERROR']);
    const after = await (await manager.get(page())).text();
    expect(after).toContain('La règle se trompe.');
    expect(after).toContain(manager.person.email);

    const again = await manager.post(path, fields);
    expect(again.headers.get('location')).toBe(`${page()}?told=gone`);
    const rows = await gated.db.selectFrom('gate_overrides').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ decided_by: manager.person.id, version_hash: fields.version });
  });

  it('is not published by an assessor', async () => {
    const assessor = await gated.as('assessor');
    const html = await (await assessor.get('/en/staff/processes')).text();
    const { path, fields } = send({ ...fieldsOf(html), reason: 'Please' });
    expect((await assessor.post(path, fields)).status).toBe(403);
  });
});
