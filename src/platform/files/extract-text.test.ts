import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createExtractor, type DocumentType, type ExtractorOptions } from './index.ts';
import {
  sampleDoc,
  sampleDocx,
  sampleOdt,
  samplePdf,
  sampleRtf,
  type SampleParagraph,
} from './testing/index.ts';

const limits = { timeoutMs: 20_000, maxMemoryMb: 384, maxTextBytes: 200_000 };
const childEntry = join(import.meta.dirname, 'extract-child.ts');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tandem-extract-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function extract(
  type: DocumentType,
  content: Buffer | string,
  options: Partial<ExtractorOptions> = {},
) {
  const path = join(folder, `document-${type}`);
  await writeFile(path, content);
  return createExtractor({ childEntry, ...limits, ...options }).extractText({ path, type });
}

/** An extractor whose child is this program. */
async function extractWith(program: string, options: Partial<ExtractorOptions> = {}) {
  const entry = join(folder, `child-${crypto.randomUUID()}.mjs`);
  await writeFile(entry, program);
  return extract('txt', 'x', { childEntry: entry, ...options });
}

const paragraphs: SampleParagraph[] = [
  { kind: 'heading', level: 1, text: 'Zoé Exemple' },
  'Développement — « œuvre » & <b>l’été</b> (10 €) 日本 😀',
  { kind: 'heading', level: 2, text: 'Expérience' },
  { kind: 'list-item', level: 1, text: 'Un' },
  { kind: 'list-item', level: 2, text: 'Deux' },
  'Fin',
];
const blocks = paragraphs.map((paragraph) =>
  typeof paragraph === 'string' ? { kind: 'paragraph', text: paragraph } : paragraph,
);
const texts = paragraphs.map((paragraph) =>
  typeof paragraph === 'string' ? paragraph : paragraph.text,
);

describe('the text of documents', () => {
  test.each([
    ['docx', sampleDocx(paragraphs)],
    ['odt', sampleOdt(paragraphs)],
    ['rtf', sampleRtf(paragraphs)],
  ] as const)('%s: headings, paragraphs and lists', async (type, content) => {
    expect(await extract(type, content)).toEqual({
      ok: true,
      blocks,
      text: texts.join('\n'),
      truncated: false,
    });
  });

  test('doc: paragraphs', async () => {
    expect(await extract('doc', sampleDoc(texts))).toEqual({
      ok: true,
      blocks: texts.map((text) => ({ kind: 'paragraph', text })),
      text: texts.join('\n'),
      truncated: false,
    });
  });

  test('txt: one paragraph for each run of lines', async () => {
    expect(await extract('txt', 'd’été\n2\n\n3')).toEqual({
      ok: true,
      blocks: [
        { kind: 'paragraph', text: 'd’été\n2' },
        { kind: 'paragraph', text: '3' },
      ],
      text: 'd’été\n2\n3',
      truncated: false,
    });
  });

  test('pdf: lines of a paragraph together, page by page', async () => {
    const pdf = samplePdf('Expérience en œuvre\nÉté 20 €');
    expect(await extract('pdf', pdf)).toEqual({
      ok: true,
      blocks: [{ kind: 'paragraph', text: 'Expérience en œuvre\nÉté 20 €' }],
      text: 'Expérience en œuvre\nÉté 20 €',
      truncated: false,
    });
    expect(await extract('pdf', pdf.subarray(0, 200))).toMatchObject({ ok: false });
  });

  test('more text than asked for is cut off, between characters', async () => {
    const result = await extract('txt', `${'é'.repeat(10)}\n\n`.repeat(100), { maxTextBytes: 500 });
    expect(result).toMatchObject({ ok: true, truncated: true });
    expect(result.ok && Buffer.byteLength(result.text)).toBeLessThanOrEqual(500);
    expect(result.ok && /^[é\n]+$/.test(result.text)).toBe(true);
  });

  test('what cannot be read fails', async () => {
    expect(await extract('docx', 'PK\u0003\u0004 no archive')).toEqual({
      ok: false,
      error: { kind: 'failed' },
    });
  });

  test('runs from a bundle as well', async () => {
    const bundle = join(folder, 'dist', 'extract-child.js');
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    await build({
      entryPoints: [childEntry],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'esm',
      // What the CommonJS libraries in the bundle load Node's own modules with.
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
      logLevel: 'silent',
    });
    expect(await extract('docx', sampleDocx(paragraphs), { childEntry: bundle })).toMatchObject({
      ok: true,
      blocks,
    });
    expect(await extract('doc', sampleDoc(texts), { childEntry: bundle })).toMatchObject({
      ok: true,
      text: texts.join('\n'),
    });
  });
});

describe('bounds of the process', () => {
  test('time, also when nothing can interrupt it', async () => {
    const started = performance.now();
    expect(await extractWith('for (;;);', { timeoutMs: 500 })).toEqual({
      ok: false,
      error: { kind: 'timeout' },
    });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('memory for objects', async () => {
    const program = 'const kept = []; for (;;) kept.push({ kept: [Math.random()] });';
    expect(await extractWith(program, { maxMemoryMb: 128 })).toEqual({
      ok: false,
      error: { kind: 'too-much-memory' },
    });
  });

  test.runIf(process.platform === 'linux')('memory for buffers', async () => {
    const program =
      'const kept = []; setInterval(() => kept.push(Buffer.alloc(10_000_000, 1)), 10);';
    expect(await extractWith(program, { maxMemoryMb: 200 })).toEqual({
      ok: false,
      error: { kind: 'too-much-memory' },
    });
  });

  test('length of the answer', async () => {
    const program = "setInterval(() => process.stdout.write('x'.repeat(100_000)), 1);";
    expect(await extractWith(program)).toEqual({ ok: false, error: { kind: 'failed' } });
  });

  test.each([
    '',
    '{',
    '[]',
    '{"blocks":[{"kind":"script","text":"x"}],"truncated":false}',
    '{"blocks":[{"kind":"heading","level":7,"text":"x"}],"truncated":false}',
    '{"blocks":[{"kind":"paragraph","text":{"html":"x"}}],"truncated":false}',
  ])('shape of the answer: %j', async (answer) => {
    const program = `process.stdout.write(${JSON.stringify(answer)});`;
    expect(await extractWith(program)).toEqual({ ok: false, error: { kind: 'failed' } });
  });

  test('may not read, write, start programs, make code or see the environment', async () => {
    process.env['TANDEM_SAMPLE_SECRET'] = 'secret';
    const elsewhere = await mkdtemp(join(tmpdir(), 'tandem-secret-'));
    onTestFinished(async () => {
      delete process.env['TANDEM_SAMPLE_SECRET'];
      await rm(elsewhere, { recursive: true });
    });
    const secret = join(elsewhere, 'secret');
    await writeFile(secret, 'secret');
    const program = `
      import * as fs from 'node:fs';
      import { spawnSync } from 'node:child_process';
      import { Worker } from 'node:worker_threads';
      const attempts = {
        read: () => fs.readFileSync(${JSON.stringify(secret)}),
        write: () => fs.writeFileSync(${JSON.stringify(join(folder, 'written'))}, 'x'),
        start: () => spawnSync('true'),
        thread: () => new Worker('1', { eval: true }),
        code: () => new Function('return 1')(),
      };
      const outcomes = Object.entries(attempts).map(([name, attempt]) => {
        try { attempt(); return name + ' worked'; } catch (error) { return name + ' ' + (error.code ?? error.name); }
      });
      outcomes.push('environment ' + JSON.stringify(process.env));
      const blocks = outcomes.map((text) => ({ kind: 'paragraph', text }));
      process.stdout.write(JSON.stringify({ blocks, truncated: false }));
    `;
    const result = await extractWith(program);
    expect(result.ok && result.text.split('\n')).toEqual([
      'read ERR_ACCESS_DENIED',
      'write ERR_ACCESS_DENIED',
      'start ERR_ACCESS_DENIED',
      'thread ERR_ACCESS_DENIED',
      'code EvalError',
      'environment {}',
    ]);
  });

  test('closing ends what is under way', async () => {
    const entry = join(folder, 'endless.mjs');
    await writeFile(entry, 'for (;;);');
    const extractor = createExtractor({ ...limits, childEntry: entry });
    const path = join(folder, 'document-txt');
    await writeFile(path, 'x');
    const pending = extractor.extractText({ path, type: 'txt' });
    setTimeout(() => extractor.close(), 300);
    expect(await pending).toEqual({ ok: false, error: { kind: 'failed' } });
  });

  test('no more at a time than allowed, and all get their turn', async () => {
    const entry = join(folder, 'slow.mjs');
    await writeFile(
      entry,
      `const started = Date.now();
       setTimeout(() => process.stdout.write(JSON.stringify({
         blocks: [{ kind: 'paragraph', text: started + ' ' + Date.now() }], truncated: false,
       })), 100);`,
    );
    const extractor = createExtractor({ ...limits, childEntry: entry, maxConcurrent: 1 });
    const path = join(folder, 'document-txt');
    await writeFile(path, 'x');
    const results = await Promise.all(
      [1, 2, 3].map(() => extractor.extractText({ path, type: 'txt' })),
    );
    const spans = results.map((result) => (result.ok ? result.text.split(' ').map(Number) : []));
    spans.sort(([one = 0], [other = 0]) => one - other);
    for (const [index, [start = 0]] of spans.entries()) {
      expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.[1] ?? 1);
    }
  });

  test('an absent document or program is an outage', async () => {
    const extractor = createExtractor({ ...limits, childEntry, nodePath: join(folder, 'absent') });
    const path = join(folder, 'document-txt');
    await writeFile(path, 'x');
    await expect(extractor.extractText({ path, type: 'txt' })).rejects.toThrow('ENOENT');
    const absent = join(folder, 'absent');
    await expect(extractor.extractText({ path: absent, type: 'txt' })).rejects.toThrow('ENOENT');
  });
});
