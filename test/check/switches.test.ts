import { describe, expect, it } from 'vitest';
import { checkPair } from '#hiring/check';
import { postingSource } from '#hiring/postings/testing';

const now = new Date('2026-03-01T12:00:00Z');

/** Ids found in a posting whose English has these fields and text. */
function found(
  {
    fields = {},
    front = '',
    body = 'Some work.',
  }: { fields?: Record<string, string>; front?: string; body?: string },
  fr: Record<string, string> = {},
): string[] {
  const source = postingSource('k', fields, body).replace('\n---\n', `\n${front}---\n`);
  return checkPair(
    {
      en: { file: 'en/a.md', source },
      fr: { file: 'fr/b.md', source: postingSource('k', fr, 'Du travail.') },
    },
    { now, rules: ['content', 'check', 'links/broken'] },
  ).map(({ rule }) => rule);
}

const badSlug = { slug: 'Not A Slug' };
const off = (rule: string, reason = 'it was printed') =>
  `check:\n  disable:\n    - { rule: ${rule}, reason: ${reason} }\n`;

describe('switches', () => {
  it('switch off a rule or a family for a whole file, its front matter included', () => {
    expect(found({ fields: badSlug })).toEqual(['content/bad-slug']);
    expect(found({ fields: badSlug, front: off('content/bad-slug') })).toEqual([]);
    expect(found({ fields: badSlug, front: off('content') })).toEqual([]);
  });

  it('cover what is found between the two files, whichever of them they stand in', () => {
    expect(found({}, { archived: 'true' })).toEqual(['content/unequal-lifecycle']);
    expect(found({ front: off('content/unequal-lifecycle') }, { archived: 'true' })).toEqual([]);
    expect(
      found({ fields: { archived: 'true' }, front: off('content/unequal-lifecycle') }),
    ).toEqual([]);
  });

  it('want a reason', () => {
    expect(found({ fields: badSlug, front: off('content/bad-slug', '""') })).toEqual([
      'check/missing-reason',
    ]);
  });

  it('are found where they do nothing, name nothing or cannot be read', () => {
    expect(found({ front: off('content/bad-slug') })).toEqual(['check/unused-switch']);
    expect(found({ front: off('content/bad-slugs') })).toEqual(['check/unknown-rule']);
    expect(found({ front: 'check: off\n' })).toEqual(['check/bad-switch']);
    expect(found({ body: 'Work.\n\n<!-- tandem-disable -->\n' })).toEqual(['check/bad-switch']);
    expect(found({ body: 'Work.\n\n<!-- tandem-enable links/broken -->\n' })).toEqual([
      'check/bad-switch',
    ]);
  });

  const bad = 'See [the page](http://).';
  it('hold for the next block, or from one place to another', () => {
    const rule = 'links/broken';
    expect(found({ body: `Work.\n\n${bad}\n` })).toEqual([rule]);
    const next = `<!-- tandem-disable-next ${rule}: a fixture -->`;
    expect(found({ body: `Work.\n\n${next}\n\n${bad}\n` })).toEqual([]);
    expect(found({ body: `Work.\n\n${next}\n\nMore.\n\n${bad}\n` })).toEqual([
      'check/unused-switch',
      rule,
    ]);
    const range = `<!-- tandem-disable ${rule}: a fixture -->\n\n${bad}\n\n<!-- tandem-enable ${rule} -->`;
    expect(found({ body: `Work.\n\n${range}\n` })).toEqual([]);
    expect(found({ body: `Work.\n\n${range}\n\n${bad}\n` })).toEqual([rule]);
    expect(
      found({ body: `<!-- tandem-disable links/broken, content: both -->\n\n${bad}\n` }),
    ).toEqual(['check/unused-switch']);
  });
});

describe('switches in YAML', () => {
  const found = (facts: string | null, front: string[] = ['', ''], rule = 'law') => {
    const source = (lang: 0 | 1): string =>
      postingSource('k', {}, 'Some work.').replace('\n---\n', `\n${front[lang]}---\n`);
    return checkPair(
      {
        en: { file: 'en/a.md', source: source(0) },
        fr: { file: 'fr/b.md', source: source(1) },
        facts: facts === null ? null : { file: 'process/k.yml', source: facts },
      },
      { now, rules: [rule, 'check'] },
    ).map((one) => one.rule);
  };
  const anyone = 'evergreen: true\nwhoCanApply: { en: Anyone, fr: Tous }\n';
  const seat = '- { count: 1, language: { requirement: bilingual } }\n';
  const rule = 'law/bilingual-without-profile';
  const next = `# tandem-disable-next ${rule}: a pilot\n`;

  it('hold for the next entry of the file of shared facts, and all that is in it', () => {
    expect(found(`${anyone}seats:\n  ${seat}`)).toEqual([rule]);
    expect(found(`${anyone}${next}seats:\n  ${seat}`)).toEqual([]);
    expect(found(`${anyone}${next}seats:\n${seat}${seat}`)).toEqual([]);
    expect(found(`${anyone}${next}seats:\r\n  ${seat}\r\n`)).toEqual([]);
    expect(found(`${anyone}seats:\n  ${next}  ${seat}`)).toEqual([]);
    expect(found(`${anyone}seats:\n  ${next}  ${seat}  ${seat}`)).toEqual([rule]);
    expect(found(`${next}${anyone}seats:\n  ${seat}`)).toEqual(['check/unused-switch', rule]);
  });

  it('hold from one place of it to another', () => {
    const off = '# tandem-disable law/area-missing: said in the text\n';
    expect(found('evergreen: true\n')).toEqual(['law/area-missing']);
    expect(found(`${off}evergreen: true\n`)).toEqual([]);
    expect(found('# tandem-disable law/area-missing\nevergreen: true\n')).toEqual([
      'check/missing-reason',
    ]);
    const range = `# tandem-disable ${rule}: a pilot\nworkMode: remote\n# tandem-enable ${rule}\n`;
    expect(found(`${range}${anyone}seats:\n  ${seat}`)).toEqual(['check/unused-switch', rule]);
  });

  it('hold in the front matter', () => {
    const process = (before: string): string => `${before}process:\n  evergreen: true\n`;
    const off = '# tandem-disable-next law/area-missing: said in the text\n';
    expect(found(null, [process(''), ''])).toEqual(['law/area-missing']);
    expect(found(null, [process(off), ''])).toEqual([]);
    expect(found(null, [process(''), off])).toEqual(['law/area-missing', 'check/unused-switch']);
  });

  it('are joined by those of either half, for the facts of both', () => {
    const off = 'check:\n  disable:\n    - { rule: law/area-missing, reason: said in the text }\n';
    for (const front of [
      [off, ''],
      ['', off],
    ]) {
      expect(found('evergreen: true\n', front)).toEqual([]);
    }
    expect(found(anyone, [off, ''])).toEqual(['check/unused-switch']);
  });
});
