import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type ContentFolder, contentFolder, pairSources, postingSource } from '../testing/index.ts';
import { createLoader } from './load.ts';

let folder: ContentFolder;
afterEach(() => folder.removeAll());

async function load(files: Record<string, string>) {
  folder = await contentFolder(files);
  return read();
}

async function read() {
  const content = await createLoader(folder.path).load();
  if (!content) throw new Error('nothing loaded');
  return {
    ...content,
    keys: content.pairs.map(({ translationKey }) => translationKey),
    found: content.problems.map(({ file, line, severity, reason }) => ({
      file,
      line,
      severity,
      ...reason,
    })),
  };
}

/** Problems of one English file standing beside its good French half. */
async function problemsOf(source: string | Uint8Array, key = 'a') {
  folder = await contentFolder({ 'fr/a.md': postingSource(key) });
  await folder.write('en/a.md', source);
  return read();
}

describe('a posting file is read', () => {
  it('whatever its line ends, byte-order mark, depth and name', async () => {
    const { keys, found, pairs } = await load({
      'en/a/b/c/research-&-evaluation, &#8211; it’s.md': `\uFEFF${postingSource('k').replaceAll('\n', '\r\n')}`,
      'fr/praticien·ne·s à l’œuvre.MD': postingSource('k', { title: "'L’évaluation'" }),
    });
    expect(found).toEqual([]);
    expect(keys).toEqual(['k']);
    expect(pairs[0]!.halves.fr.text).toMatchObject({
      title: 'L’évaluation',
      description: 'Description of k',
      file: 'fr/praticien·ne·s à l’œuvre.MD',
    });
    expect(pairs[0]!.halves.en.source).toMatch(/^\uFEFF---\r\n/);
    expect(pairs[0]!.halves.en.text.body).toBe('\n## Work\n\nSome work.\n');
  });

  it('with the fields of other systems, numbers, entities and tags in place of words', async () => {
    const { pairs, found } = await load({
      'en/a.md': postingSource("'2'", {
        'Lever ID': '12345X',
        aliases: '[/a/,/b/]',
        title: 'Tests &#8211; <p>R&amp;D</p>',
      }),
      'fr/a.md': postingSource('2', { title: '2024', layout: null, type: null, archived: null }),
    });
    expect(found).toEqual([]);
    expect(pairs[0]!.translationKey).toBe('2');
    expect(pairs[0]!.halves.en.text.title).toBe('Tests – R&D');
    expect(pairs[0]!.halves.fr.text.title).toBe('2024');
    expect(pairs[0]!.archived).toBe(false);
  });
});

describe('a file that cannot be shown is listed, with its line', () => {
  const blocked = async (source: string | Uint8Array) => {
    const { found, keys } = await problemsOf(source);
    expect(keys).toEqual([]);
    const own = found.filter(({ file }) => file === 'en/a.md');
    const pair = found.filter(({ file }) => file === 'fr/a.md');
    expect(pair).toHaveLength(1);
    expect(pair[0]).toMatchObject({ severity: 'blocking' });
    return { own, pair: pair[0]! };
  };

  it.each([
    ['colon', 4, postingSource('a', { title: 'One: two' })],
    ['quote', 4, postingSource('a', { title: '"One' })],
    ['indent', 7, postingSource('a', { archived: '[one, two' })],
    ['duplicate', 4, postingSource('a', { type: 'x\ntype: y' })],
    ['tab', 9, postingSource('a', { extra: '\n\tx: 1' })],
  ])('YAML: %s', async (hint, line, source) => {
    const { own, pair } = await blocked(source);
    expect(own).toMatchObject([{ kind: 'bad-yaml', severity: 'blocking', hint, line }]);
    // The key is still legible, so the other half is told which file is in its way.
    expect(pair).toMatchObject({ kind: 'pair-not-shown', other: 'en/a.md' });
  });

  it.each([
    ['no-front-matter', 'Just words.\n', 1],
    ['no-front-matter', '', 1],
    ['no-front-matter', '+++\ntitle = "x"\n+++\n', 1],
    ['unterminated-front-matter', '\n---\ntitle: x\ntranslationKey: a\n\nWords', 2],
    ['front-matter-not-fields', '---\n- a\n- b\n---\nWords', 2],
    ['front-matter-not-fields', '---\n---\nWords', 2],
    ['merge-conflict', postingSource('a', {}, 'x\n<<<<<<< HEAD\ny\n=======\nz\n>>>>>>> b'), 11],
    ['missing-title', postingSource('a', { title: null }), 2],
    ['missing-title', postingSource('a', { title: "' '" }), 4],
    ['field-not-text', postingSource('a', { title: '[a, b]' }), 4],
    ['empty-body', postingSource('a', {}, '<!-- todo -->\n&nbsp;'), null],
    ['missing-translation-key', postingSource('', { translationKey: null }), 2],
    ['translation-key-too-long', postingSource('a'.repeat(201)), 7],
  ])('%s', async (kind, source, line) => {
    const { own } = await blocked(source);
    expect(own[0]).toMatchObject({ kind, line, severity: 'blocking' });
  });

  it('binary, not UTF-8, too large', async () => {
    expect((await blocked(Buffer.from([0x25, 0x50, 0, 1]))).own[0]).toMatchObject({
      kind: 'binary-file',
    });
    await folder.removeAll();
    const latin1 = Buffer.concat([
      Buffer.from('---\ntitle: '),
      Buffer.from([0xe9]),
      Buffer.from('\n---\n'),
    ]);
    expect((await blocked(latin1)).own[0]).toMatchObject({ kind: 'not-utf8', line: 2 });
    await folder.removeAll();
    expect((await blocked('x'.repeat(1_000_001))).own[0]).toMatchObject({
      kind: 'too-large',
      bytes: 1_000_001,
    });
  });

  it('an alias bomb and a nest without end', async () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih'].map((pair) => [
      ...pair,
    ])) {
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${of}`).join(',')}]`);
    }
    expect((await blocked(`---\n${bomb.join('\n')}\n---\nx`)).own[0]).toMatchObject({
      kind: 'bad-yaml',
    });
    await folder.removeAll();
    const nest = `---\ntitle: ${'['.repeat(20_000)}\n---\nx`;
    expect((await blocked(nest)).own[0]).toMatchObject({ kind: 'bad-yaml' });
  });

  it('what is not a posting, and what is passed over', async () => {
    const { found } = await load({
      ...pairSources('a'),
      'en/offer.docx': 'PK',
      'en/.draft.md': 'x',
      'en/a.md~': 'x',
      'en/#a.md#': 'x',
      'README.md': 'about this folder',
    });
    expect(found).toEqual([
      { file: 'en/offer.docx', line: null, severity: 'warning', kind: 'not-content' },
    ]);
  });

  it('links that leave the folder, lead nowhere or go in circles; pipes; folders without leave to read', async () => {
    folder = await contentFolder(pairSources('a'));
    const outside = await contentFolder({ 'secret.md': postingSource('secret') });
    await symlink(join(outside.path, 'secret.md'), join(folder.path, 'en/secret.md'));
    await symlink(outside.path, join(folder.path, 'en/more'));
    await symlink('nowhere.md', join(folder.path, 'en/broken.md'));
    await symlink('..', join(folder.path, 'en/jobs/round'));
    await symlink('jobs/a.md', join(folder.path, 'en/inside.md'));
    execFileSync('mkfifo', [join(folder.path, 'en/pipe.md')]);
    const { found, keys } = await read();
    await outside.removeAll();
    expect(keys).toEqual([]);
    expect(found.map(({ file, kind }) => [file, kind])).toEqual([
      ['en/broken.md', 'unreadable'],
      ['en/more', 'symlink-outside'],
      ['en/pipe.md', 'unreadable'],
      ['en/secret.md', 'symlink-outside'],
      // The same text by two names claims its key twice.
      ['en/inside.md', 'duplicate-translation-key'],
      ['en/jobs/a.md', 'duplicate-translation-key'],
      ['fr/emplois/a.md', 'pair-not-shown'],
    ]);
  });

  it.runIf(process.getuid?.() !== 0)('a file without leave to read', async () => {
    folder = await contentFolder(pairSources('a'));
    await chmod(join(folder.path, 'en/jobs/a.md'), 0);
    const { found } = await read();
    expect(found[0]).toMatchObject({ file: 'en/jobs/a.md', kind: 'unreadable', code: 'EACCES' });
  });
});

describe('pairs', () => {
  it('need both languages; a key that differs by a sign is pointed at', async () => {
    const { found, keys } = await load({
      'en/a.md': postingSource('Senior Advisor-2022'),
      'fr/a.md': postingSource('senior-advisor-2022'),
      'fr/b.md': postingSource('b'),
    });
    expect(keys).toEqual([]);
    expect(found).toMatchObject([
      { file: 'en/a.md', line: 7, kind: 'missing-pair', missing: 'fr', near: 'fr/a.md' },
      { file: 'fr/a.md', line: 7, kind: 'missing-pair', missing: 'en', near: 'en/a.md' },
      { file: 'fr/b.md', line: 7, kind: 'missing-pair', missing: 'en', near: null },
    ]);
  });

  it('are not made of a key claimed twice: none of the claimants is shown, all are listed', async () => {
    const { found, keys } = await load({ ...pairSources('a'), 'en/copy.md': postingSource('a') });
    expect(keys).toEqual([]);
    expect(found).toMatchObject([
      { file: 'en/copy.md', kind: 'duplicate-translation-key', others: ['en/jobs/a.md'] },
      { file: 'en/jobs/a.md', kind: 'duplicate-translation-key', others: ['en/copy.md'] },
      { file: 'fr/emplois/a.md', kind: 'pair-not-shown', severity: 'blocking' },
    ]);
  });

  it('count as archived when one half is', async () => {
    const { pairs, found } = await load(pairSources('a', { fr: { archived: 'true' } }));
    expect(pairs[0]!.archived).toBe(true);
    expect(found).toMatchObject([
      {
        file: 'en/jobs/a.md',
        line: 6,
        severity: 'warning',
        kind: 'unequal-lifecycle',
        other: 'fr/emplois/a.md',
      },
    ]);
  });

  it('stay shown with what only deserves a word', async () => {
    const { keys, found } = await load(
      pairSources('a', {
        en: { leverId: '0042', slug: 'Not A Slug', archived: "'yes'", description: 'null' },
      }),
    );
    expect(keys).toEqual(['a']);
    expect(found.filter(({ file }) => file.startsWith('en'))).toMatchObject([
      { kind: 'missing-description', line: 5, severity: 'warning' },
      { kind: 'bad-lever-id', value: '0042', line: 8, severity: 'warning' },
      { kind: 'bad-slug', line: 9, severity: 'warning' },
      { kind: 'bad-archived', value: 'yes', line: 6, severity: 'warning' },
    ]);
  });
});

describe('facts', () => {
  const facts = 'workMode: remote\n';
  const inFile = { process: '\n  workMode: remote' };

  it('come from the shared file, one half or both, and may be said twice alike', async () => {
    const { pairs, found } = await load({
      ...pairSources('a'),
      'process/2026/a.yml': facts,
      ...pairSources('b', { en: inFile }),
      ...pairSources('c', { en: inFile, fr: inFile }),
      ...pairSources('d', { fr: inFile }),
      'process/d.yaml': facts,
    });
    expect(found).toEqual([]);
    expect(pairs.map((pair) => pair.facts?.workMode)).toEqual([
      'remote',
      'remote',
      'remote',
      'remote',
    ]);
  });

  it('that contradict each other block the posting', async () => {
    const { keys, found } = await load({
      ...pairSources('a', { en: { process: '\n  workMode: hybrid' }, fr: inFile }),
    });
    expect(keys).toEqual([]);
    expect(found).toMatchObject([
      {
        file: 'en/jobs/a.md',
        line: 8,
        kind: 'facts-differ',
        field: 'workMode',
        other: 'fr/emplois/a.md',
      },
      {
        file: 'fr/emplois/a.md',
        line: 8,
        kind: 'facts-differ',
        field: 'workMode',
        other: 'en/jobs/a.md',
      },
    ]);
  });

  it('that cannot be read block the posting', async () => {
    const { keys, found } = await load({
      ...pairSources('a'),
      'process/a.yml': 'workMode: remotely',
      ...pairSources('b'),
      'process/b.yml': 'workMode: [',
      ...pairSources('c'),
      'process/c.yml': facts,
      'process/x/c.yml': facts,
      ...pairSources('d', { en: { process: '\n  workMode: remotely' } }),
    });
    expect(keys).toEqual([]);
    const kinds = Object.groupBy(found, ({ file }) => file);
    expect(kinds['process/a.yml']).toMatchObject([{ line: 1, kind: 'bad-fact' }]);
    expect(kinds['process/b.yml']).toMatchObject([{ kind: 'bad-yaml' }]);
    expect(kinds['process/c.yml']).toMatchObject([
      { kind: 'duplicate-facts-file', others: ['process/x/c.yml'] },
    ]);
    expect(kinds['en/jobs/a.md']).toMatchObject([
      { kind: 'facts-not-usable', other: 'process/a.yml' },
    ]);
    expect(kinds['en/jobs/d.md']).toMatchObject([{ line: 9, kind: 'bad-fact', field: 'workMode' }]);
    expect(kinds['fr/emplois/d.md']).toMatchObject([
      { kind: 'pair-not-shown', other: 'en/jobs/d.md' },
    ]);
  });

  it('without a posting are listed', async () => {
    const { found } = await load({ ...pairSources('a'), 'process/other.yml': facts });
    expect(found).toMatchObject([
      {
        file: 'process/other.yml',
        kind: 'facts-without-posting',
        key: 'other',
        severity: 'warning',
      },
    ]);
  });
});

describe('site.yml', () => {
  it('names the organization; what is bad keeps its neutral value and is listed', async () => {
    const { site, found } = await load({
      ...pairSources('a'),
      'site.yml':
        'organization: { en: Sample, fr: Exemple }\ntagline: { en: Only English }\ncontact:\n  email: not an address\naccommodation:\n  email: a@b.example\nsample: true\n',
    });
    expect(site).toEqual({
      organization: { en: 'Sample', fr: 'Exemple' },
      tagline: null,
      contactEmail: null,
      accommodationEmail: 'a@b.example',
      sample: true,
    });
    expect(found).toMatchObject([
      {
        file: 'site.yml',
        line: 2,
        kind: 'bad-site-setting',
        field: 'tagline',
        severity: 'warning',
      },
      { file: 'site.yml', line: 4, kind: 'bad-site-setting', field: 'contact.email' },
    ]);
  });

  it('that is no YAML leaves the site up, under neutral words', async () => {
    const { site, keys, found } = await load({
      ...pairSources('a'),
      'site.yml': 'organization: {',
    });
    expect(keys).toEqual(['a']);
    expect(site.organization).toEqual({ en: 'Careers', fr: 'Carrières' });
    expect(found).toMatchObject([{ file: 'site.yml', kind: 'bad-yaml' }]);
  });
});

describe('loading again', () => {
  it('says when nothing changed, and notices a change that leaves size and time alone', async () => {
    folder = await contentFolder(pairSources('a'));
    const loader = createLoader(folder.path);
    expect((await loader.load())?.pairs).toHaveLength(1);
    expect(await loader.load()).toBeNull();
    await folder.write('en/jobs/a.md', pairSources('a')['en/jobs/a.md']!.replace('Some', 'Same'));
    expect((await loader.load())?.pairs[0]?.halves.en.text.body).toContain('Same work');
  });

  it('remembers the key of a file that became unreadable altogether', async () => {
    folder = await contentFolder(pairSources('a'));
    const loader = createLoader(folder.path);
    await loader.load();
    await folder.write('en/jobs/a.md', Buffer.from([0, 1, 2]));
    await folder.write('fr/emplois/a.md', Buffer.from([0, 1, 2]));
    const content = await loader.load();
    expect([...content!.brokenKeys]).toEqual(['a']);
  });

  it('takes a missing folder for an interruption, and keeps the name of the site', async () => {
    folder = await contentFolder({
      ...pairSources('a'),
      'site.yml': 'organization: { en: S, fr: E }',
    });
    const loader = createLoader(folder.path);
    await loader.load();
    await folder.removeAll();
    const content = await loader.load();
    expect(content).toMatchObject({ incomplete: true, site: { organization: { en: 'S' } } });
    expect(content!.problems[0]!.reason).toEqual({ kind: 'content-folder-missing' });
    await mkdir(join(folder.path, 'fr'), { recursive: true });
    await writeFile(join(folder.path, 'fr/a.md'), 'x');
    expect((await loader.load())?.incomplete).toBe(false);
  });
});
