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
