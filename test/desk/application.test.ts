import { unlink, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleDoc, sampleDocx, sampleOdt, samplePdf, sampleRtf } from '#platform/files/testing';
import type { Lang } from '#platform/i18n';
import { href } from '#web/routes.ts';
import { type Applied, type Desk, startDesk, textOf } from './harness.tsx';

let desk: Desk;
let manager: Awaited<ReturnType<Desk['as']>>;
beforeAll(async () => {
  desk = await startDesk();
  manager = await desk.as('manager');
});
afterAll(() => desk.stop());

const pathOf = (id: string, lang: Lang = 'en'): string => href('desk.application', lang, { id });
const read = async (path: string, browser = manager): Promise<string> =>
  (await browser.get(path)).text();
const pane = (html: string, id: string): string =>
  html.split(`aria-labelledby="${id}"`)[1]?.split('</section>')[0] ?? '';

async function eventsOf({ id }: Applied) {
  return desk.db
    .selectFrom('application_events')
    .select(['kind', 'detail', 'actor_id'])
    .where('application_id', '=', id)
    .where('kind', '=', 'resume-opened')
    .execute();
}

const paragraphs = [
  { kind: 'heading' as const, level: 1, text: 'Expérience (exemple)' },
  'Three years at a counter & more',
  { kind: 'list-item' as const, level: 1, text: 'First duty' },
  { kind: 'list-item' as const, level: 2, text: 'Part of it' },
  { kind: 'list-item' as const, level: 1, text: 'Second duty' },
  'خاتمة',
];

describe('the page of an application', () => {
  it('shows who, what and when, in both languages', async () => {
    const name = 'Zoë L’Écuyer-O’Neil 🍁 مثال';
    const applied = await desk.apply({
      name,
      email: "o'neil+jobs@sample.example",
      lang: 'fr',
      statement: 'Première ligne\nsuite\n\n<b>Gras?</b>\n\nسطر',
      workSamples: [
        'https://sample.example/a-long-address?with=parts&and=more#end',
        'javascript:alert(1)',
      ],
      withinGrace: true,
      submittedAt: new Date('2026-11-24T04:30:00Z'),
    });
    const english = await read(pathOf(applied.id));
    expect(english).toContain(`\u2068${name}\u2069</h1>`);
    expect(english).toContain('href="mailto:o%27neil%2Bjobs@sample.example"'.replace('%27', "'"));
    const text = textOf(english);
    expect(text).toContain(applied.reference);
    expect(text).toContain('613-555-0123');
    // Eastern time: the zone of the posting.
    expect(text).toContain('2026-11-23 23:30');
    expect(text).toContain('in the grace period');
    expect(text).toMatch(/Language of correspondence French/);
    expect(text).toContain('An event');
    const answers = pane(english, 'answers-title');
    expect(answers).toContain('Why you? (as asked)');
    expect(answers).toContain(
      '<p dir="auto">Première ligne<br/>suite</p><p dir="auto">&lt;b>Gras?&lt;/b></p><p dir="auto">سطر</p>',
    );
    expect(answers).toContain(
      '<a href="https://sample.example/a-long-address?with=parts&amp;and=more#end" rel="noopener noreferrer nofollow"><bdi>https://sample.example/a-long-address?with=parts&amp;and=more#end</bdi></a>',
    );
    expect(answers).toContain('<bdi>javascript:alert(1)</bdi>');
    expect(english).not.toContain('href="javascript');

    const french = await read(pathOf(applied.id, 'fr'));
    expect(textOf(french)).toMatch(/Langue de correspondance Français/);
    expect(french).toContain('Pourquoi vous? (tel quel)');
    expect(french).toContain(`href="${pathOf(applied.id)}"`);
  });

  it('takes a name of 1,000 characters', async () => {
    const name = `Sample ${'Long '.repeat(198)}End`;
    expect(name).toHaveLength(1000);
    const applied = await desk.apply({ name });
    expect(await read(pathOf(applied.id))).toContain(name);
  });

  it('links the other applications with the same e-mail to the same posting', async () => {
    const one = await desk.apply({ email: 'twice@sample.example' });
    const two = await desk.apply({ email: 'TWICE@sample.example' });
    const other = await desk.apply({
      email: 'twice@sample.example',
      posting: desk.posting('analyst'),
    });
    const html = await read(pathOf(one.id));
    expect(html).toContain(`href="${pathOf(two.id)}">${two.reference}</a>`);
    expect(html).not.toContain(other.reference);
    const alone = await desk.apply();
    expect(await read(pathOf(alone.id))).not.toContain('Same e-mail address');
  });

  it('gives an assessor the answers and the history, and nothing of who or which résumé', async () => {
    const applied = await desk.apply({
      name: 'Sample Secretive',
      email: 'secretive@sample.example',
      resume: { type: 'docx', bytes: sampleDocx(['Secretive résumé']), name: 'secretive.docx' },
      statement: 'An answer to read',
    });
    await read(pathOf(applied.id));
    const assessor = await desk.as('assessor');
    for (const lang of ['en', 'fr'] as const) {
      const html = await read(pathOf(applied.id, lang), assessor);
      expect(html).toContain('An answer to read');
      expect(html).toContain(applied.reference);
      expect(html).not.toMatch(
        /[Ss]ecretive|613-555|Same e-mail|resume-title|name="reason"|name="note"/,
      );
      expect(pane(html, 'history-title')).not.toBe('');
    }
  });

  it('steps through the list that the reader came from, past what screening took out of it', async () => {
    const posting = desk.posting('analyst');
    await desk.db.deleteFrom('applicant_identities').execute();
    await desk.db.deleteFrom('applications').execute();
    const [a, b, c, d] = await Promise.all(
      ['Alpha', 'Bravo', 'Charlie', 'Delta'].map((letter, n) =>
        desk.apply({
          posting,
          name: `Sample ${letter}`,
          submittedAt: new Date(Date.UTC(2026, 8, 1, 0, [3, 1, 2, 0][n])),
          status: letter === 'Charlie' ? 'screened-in' : 'received',
        }),
      ),
    );
    const steps = async (
      of: Applied | undefined,
      query: string,
    ): Promise<(string | undefined)[]> => {
      const html = await read(pathOf(of?.id ?? '') + query);
      const nav =
        /<nav aria-label="Applications of the list">[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '';
      const to = (words: string): string | undefined =>
        nav
          .split('<a')
          .find((link) => link.includes(words))
          ?.match(/href="([^"?]+)/)?.[1];
      return [to('Previous application'), to('Next application')];
    };
    const path = (of: Applied | undefined): string => pathOf(of?.id ?? '');
    // Newest first: A, C, B, D.
    expect(await steps(c, '')).toEqual([path(a), path(b)]);
    expect(await steps(a, '')).toEqual([undefined, path(c)]);
    expect(await steps(c, '?sort=name')).toEqual([path(b), path(d)]);
    // C is screened in and so not in this list, between A and B as before.
    expect(await steps(c, '?status=received')).toEqual([path(a), path(b)]);
    expect(await steps(d, '?status=received&sort=-name')).toEqual([undefined, path(b)]);
    expect(await steps(b, '?q=bravo')).toEqual([undefined, undefined]);
  });
});

const nested =
  '<ul><li dir="auto">First duty<ul><li dir="auto">Part of it</li></ul></li><li dir="auto">Second duty</li></ul>';

describe('a résumé', () => {
  it.each([
    ['docx', sampleDocx, nested],
    ['odt', sampleOdt, nested],
    ['rtf', sampleRtf, nested],
  ] as const)(
    'in %s is read on the page, with its headings and lists',
    async (type, make, list) => {
      const applied = await desk.apply({
        resume: { type, bytes: make(paragraphs), name: `cv-été.${type}` },
      });
      const html = pane(await read(pathOf(applied.id)), 'resume-title');
      expect(html).toContain(
        '<h3 dir="auto">Expérience (exemple)</h3><p dir="auto">Three years at a counter &amp; more</p>',
      );
      expect(html).toContain('Not scanned');
      expect(html).toContain(`<bdi>cv-été.${type}</bdi>`);
      expect(html).toContain(`Download (${type.toUpperCase()}, `);
      expect(html).toContain(list);
      expect(textOf(html)).toContain('خاتمة');
    },
  );

  it('in DOC or TXT is read on the page too', async () => {
    const doc = await desk.apply({
      resume: { type: 'doc', bytes: sampleDoc(['Sample of a DOC']), name: 'cv.doc' },
    });
    expect(textOf(pane(await read(pathOf(doc.id)), 'resume-title'))).toContain('Sample of a DOC');
    const txt = await desk.apply({
      resume: {
        type: 'txt',
        bytes: Buffer.from('Ligne un\r\n\r\n<script>alert(1)</script>'),
        name: 'cv.txt',
      },
    });
    const html = pane(await read(pathOf(txt.id)), 'resume-title');
    expect(html).toContain('&lt;script>alert(1)&lt;/script>');
    expect(html).not.toContain('<script>');
  });

  it('in PDF is shown by the browser, with a link for those it is not shown to', async () => {
    const bytes = samplePdf('Sample résumé');
    const applied = await desk.apply({ resume: { type: 'pdf', bytes, name: 'cv.pdf' } });
    const html = pane(await read(pathOf(applied.id, 'fr')), 'resume-title');
    const src = href('desk.resume', 'fr', { id: applied.id });
    expect(html).toMatch(
      new RegExp(
        `<iframe[^>]*src="${src}#navpanes=0&amp;view=FitH"[^>]*title="Curriculum vitæ, en PDF"`,
      ),
    );
    expect(html).toContain(`<a href="${src}">Ouvrir`);
    // The page alone is not an opened résumé: the frame asks for it.
    expect(await eventsOf(applied)).toEqual([]);
    const answer = await manager.get(src);
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
    expect((await eventsOf(applied)).map(({ detail }) => detail)).toEqual([{ way: 'read' }]);
  });

  it.each([
    ['pdf', 'read', 'application/pdf', 'inline'],
    ['pdf', 'download', 'application/pdf', 'attachment'],
    ['txt', 'read', 'text/plain', 'attachment'],
    [
      'docx',
      'download',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'attachment',
    ],
  ] as const)(
    '%s is sent with headers that keep it harmless (%s)',
    async (type, way, mediaType, disposition) => {
      const bytes =
        type === 'pdf'
          ? samplePdf('Sample')
          : Buffer.from(`<html><script>alert('${type}')</script>`);
      const name = 'cv"\r\nX-Evil: 1\u202Etxt.html';
      const applied = await desk.apply({ resume: { type, bytes, name } });
      const route = way === 'read' ? 'desk.resume' : 'desk.resumeDownload';
      const { status, headers } = await manager.get(href(route, 'en', { id: applied.id }));
      expect(status).toBe(200);
      expect(headers.get('content-type')).toMatch(
        new RegExp(`^${mediaType.replaceAll('.', '\\.')}(;|$)`),
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-disposition')).toMatch(
        new RegExp(`^${disposition}; filename="[^"\\r\\n]*\\.${type}"`),
      );
      expect(headers.get('x-evil')).toBeNull();
      expect(headers.get('content-security-policy')).toMatch(
        /default-src 'none'.*frame-ancestors 'self'/,
      );
      expect(headers.get('content-security-policy')?.includes('sandbox')).toBe(
        disposition === 'attachment',
      );
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(headers.get('content-length')).toBe(String(bytes.length));
    },
  );

  it('is asked for by HEAD without being sent', async () => {
    const applied = await desk.apply({
      resume: { type: 'pdf', bytes: samplePdf('Head'), name: 'cv.pdf' },
    });
    const cookie = [...manager.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await desk.app.request(
      `http://desk.test${href('desk.resume', 'en', { id: applied.id })}`,
      {
        method: 'HEAD',
        headers: { cookie },
      },
    );
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  it('leaves one line a day in the history for each person and way, and says who', async () => {
    const applied = await desk.apply({
      resume: { type: 'docx', bytes: sampleDocx(['Sample']), name: 'cv.docx' },
    });
    const other = await desk.as('admin');
    const download = href('desk.resumeDownload', 'en', { id: applied.id });
    for (const browser of [manager, other, manager]) await read(pathOf(applied.id), browser);
    await manager.get(download);
    await manager.get(download);
    expect(
      (await eventsOf(applied)).map(({ detail, actor_id }) => [detail['way'], actor_id]),
    ).toEqual([
      ['read', manager.person.id],
      ['read', other.person.id],
      ['download', manager.person.id],
    ]);
    const history = textOf(pane(await read(pathOf(applied.id)), 'history-title'));
    expect(history).toMatch(
      new RegExp(`Résumé downloaded .*${manager.person.email}.*Résumé opened`),
    );
    const french = textOf(pane(await read(pathOf(applied.id, 'fr')), 'history-title'));
    expect(french).toMatch(
      /Curriculum vitæ téléchargé .*Curriculum vitæ consulté .*Candidature reçue .*la personne candidate/,
    );
  });

  it('that cannot be read says so, and can be downloaded', async () => {
    const applied = await desk.apply({
      resume: { type: 'docx', bytes: Buffer.from('PK not really'), name: 'broken.docx' },
    });
    for (const [lang, words] of [
      ['en', 'The text of this file could not be read here.'],
      ['fr', 'Le texte de ce fichier n’a pas pu être lu ici.'],
    ] as const) {
      const answer = await manager.get(pathOf(applied.id, lang));
      const html = pane(await answer.text(), 'resume-title');
      expect(answer.status).toBe(200);
      expect(textOf(html)).toContain(words);
      expect(html).toContain(href('desk.resumeDownload', lang, { id: applied.id }));
    }
    const empty = await desk.apply({
      resume: { type: 'docx', bytes: sampleDocx([]), name: 'empty.docx' },
    });
    expect(textOf(await read(pathOf(empty.id)))).toContain('We found no text in this file');
  });

  it('that did not come is said not to have come, to those who may read résumés', async () => {
    const applied = await desk.apply({});
    await desk.db
      .updateTable('applications')
      .set({ resume_sha256: null })
      .where('id', '=', applied.id)
      .execute();
    const answer = await manager.get(pathOf(applied.id));
    expect(textOf(await answer.text())).toContain('This application came without a résumé.');
    const blind = await (await desk.as('assessor')).get(pathOf(applied.id));
    expect(textOf(await blind.text())).not.toContain('résumé.');
  });

  it('that is not in the store is told apart, and the page still works', async () => {
    for (const type of ['pdf', 'docx'] as const) {
      const bytes = type === 'pdf' ? samplePdf('Lost') : sampleDocx(['Lost']);
      const applied = await desk.apply({ resume: { type, bytes, name: `lost.${type}` } });
      const { resume_sha256: sha256 } = await desk.db
        .selectFrom('applications')
        .select('resume_sha256')
        .where('id', '=', applied.id)
        .executeTakeFirstOrThrow();
      const file = desk.deps.files.pathOf(sha256 ?? '');
      await unlink(file);
      const answer = await manager.get(pathOf(applied.id));
      expect([answer.status, textOf(await answer.text())]).toEqual([
        200,
        expect.stringContaining('This file is not in the store of files.'),
      ]);
      expect((await manager.get(href('desk.resume', 'en', { id: applied.id }))).status).toBe(404);
      // Back from a backup.
      await writeFile(file, bytes);
      expect(textOf(await read(pathOf(applied.id)))).not.toContain('not in the store');
    }
  });
});

describe('the posting as advertised', () => {
  it('is the exact text of that day, in both languages, and tells whether it changed', async () => {
    await desk.writePosting('versions', {
      en: 'First title',
      fr: 'Premier titre',
      body: 'Body of **then**. <script>alert(1)</script>',
    });
    const applied = await desk.apply({ posting: desk.posting('versions') });
    const path = (lang: Lang): string => href('desk.advertised', lang, { id: applied.id });
    const then = await read(path('en'));
    expect(textOf(then)).toContain('The posting has not changed since.');
    expect(then).toContain('<strong>then</strong>');
    expect(then).not.toContain('alert(1)</script>');

    await desk.writePosting('versions', {
      en: 'Second title',
      fr: 'Deuxième titre',
      body: 'Body of now',
    });
    for (const [lang, changed] of [
      ['en', 'The posting has changed since.'],
      ['fr', 'L’affiche a changé depuis.'],
    ] as const) {
      const html = await read(path(lang), await desk.as('assessor'));
      const text = textOf(html);
      expect(text).toContain(changed);
      expect(text).toContain('First title');
      expect(text).toContain('Premier titre');
      expect(html).toContain('<strong>then</strong>');
      expect(text).not.toMatch(/Second title|Deuxième titre|Body of now/);
      expect(html).toMatch(/href="\/(en\/jobs|fr\/emplois)\/(first-title|premier-titre)"/);
    }
    // The desk calls the process what it is called now.
    expect(textOf(await read(pathOf(applied.id)))).toContain('Second title');

    await desk.removePosting('versions');
    expect(textOf(await read(path('en')))).toContain('The posting is no longer on the site.');
    const gone = textOf(await read(pathOf(applied.id)));
    expect(gone).toContain('First title');
  });
});
