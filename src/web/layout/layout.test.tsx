import { describe, expect, it } from 'vitest';
import { langs } from '#platform/i18n';
import { examplePages } from '#ui/examples';
import type { Page, Shell } from '#web/page.ts';
import { type ProblemKind, errorPage, fallbackDocument, renderPage, splashPage } from './index.ts';

const shell: Shell = {
  site: {
    organization: { en: 'Sample Office', fr: 'Bureau d’exemple' },
    tagline: { en: 'Simply.', fr: 'Simplement.' },
    contactEmail: 'jobs@example.org',
    accommodationEmail: null,
    sample: true,
  },
  origins: { en: 'https://jobs.example', fr: 'https://jobs.example' },
  asset: (name) => `/assets/${name}`,
  staff: null,
};

const desk: Shell = {
  ...shell,
  staff: { email: 'staff@example.org', sections: ['processes', 'status'], csrf: 't0ken' },
};

const page: Page = {
  lang: 'fr',
  title: 'Conceptrice',
  description: 'Un emploi « simple » & utile.',
  area: 'site',
  alternates: { en: '/en/jobs/designer', fr: '/fr/emplois/conceptrice' },
  body: <h1>Conceptrice</h1>,
  indexable: true,
};

describe('a public page', () => {
  const html = renderPage(page, shell);

  it('is a document in its language, titled with the organization', () => {
    expect(html).toMatch(/^<!doctype html><html lang="fr">/);
    expect(html).toContain('<title>Conceptrice – Bureau d’exemple</title>');
  });

  it('tells search engines and previews where both languages are', () => {
    expect(html).toContain(
      '<link rel="canonical" href="https://jobs.example/fr/emplois/conceptrice"',
    );
    for (const [lang, path] of [
      ['en', '/en/jobs/designer'],
      ['fr', '/fr/emplois/conceptrice'],
      ['x-default', '/en/jobs/designer'],
    ]) {
      expect(html).toContain(`hreflang="${lang}" href="https://jobs.example${path}"`);
    }
    expect(html).toContain('<meta property="og:locale" content="fr_CA"');
    expect(html).toContain('<meta property="og:locale:alternate" content="en_CA"');
    expect(html).toContain('content="Un emploi « simple » &amp; utile."');
  });

  it('leads to the same page in the other language, named in that language', () => {
    expect(html).toMatch(
      /<a [^>]*href="\/en\/jobs\/designer" lang="en" hreflang="en">English<\/a>/,
    );
  });

  it('leads to the other domain where each language has its own', () => {
    const split = {
      ...shell,
      origins: { en: 'https://jobs.example', fr: 'https://emplois.example' },
    };
    expect(renderPage(page, split)).toContain(
      'href="https://jobs.example/en/jobs/designer" lang="en"',
    );
  });

  it('starts with a way past the header and ends with the ways to reach us', () => {
    expect(html).toMatch(/<body class="site"><a class="skip-link" href="#main">/);
    expect(html).toContain('<main id="main"');
    expect(html).toContain('href="/fr/confidentialite"');
    expect(html).toContain('href="/fr/accessibilite"');
    expect(html).toContain('href="mailto:jobs@example.org"');
  });

  it('says that it is a sample only where it is one', () => {
    expect(html).toContain('fictives');
    const real = { ...shell, site: { ...shell.site, sample: false } };
    expect(renderPage(page, real)).not.toContain('fictives');
  });

  it('uses no script unless it has an island', () => {
    expect(html).not.toContain('<script');
    expect(renderPage({ ...page, islands: ['word-counter'] }, shell)).toContain(
      '<script type="module" src="/assets/word-counter.js">',
    );
  });
});

it('keeps a page that is not for search engines out of them, address included', () => {
  const html = renderPage({ ...page, indexable: false }, shell);
  expect(html).toContain('<meta name="robots" content="noindex"');
  expect(html).not.toMatch(/canonical|og:url/);
});

describe('the desk', () => {
  const at = (path: string) =>
    renderPage(
      { ...page, area: 'desk', indexable: false, alternates: { en: '/x', fr: path } },
      desk,
    );

  it('shows the sections the person may open, the person and the way out', () => {
    const html = at('/fr/personnel/processus');
    expect(html).toContain('<link rel="stylesheet" href="/assets/desk.css"');
    expect(html).toContain('href="/fr/personnel/etat"');
    expect(html).not.toContain('boite-d-envoi');
    expect(html).toContain('staff@example.org');
    expect(html).toMatch(/<form [^>]*action="\/fr\/personnel\/deconnexion" method="post"/);
    expect(html).toContain('<input type="hidden" name="csrf" value="t0ken"/>');
  });

  it.each([
    ['/fr/personnel/processus', 'page'],
    ['/fr/personnel/processus/p1/candidatures', 'true'],
    ['/fr/personnel/candidatures/42', 'true'],
  ])('marks the section of %s as current: %s', (path, current) => {
    expect(at(path)).toContain(`href="/fr/personnel/processus" aria-current="${current}"`);
    expect(at(path).match(/aria-current/g)).toHaveLength(1);
  });

  it('has neither sections nor a way out before sign-in', () => {
    const html = renderPage({ ...page, area: 'desk', indexable: false }, shell);
    expect(html).not.toMatch(/<form|desk-nav/);
  });
});

describe('pages that say what went wrong', () => {
  const kinds: ProblemKind[] = [
    'not-found',
    'gone',
    'unavailable',
    'failed',
    'forbidden',
    'too-many',
    'bad-request',
    'expired',
  ];

  it.each(kinds.flatMap((kind) => langs.map((lang) => [kind, lang] as const)))(
    'renders %s in %s: what happened, what to do, where to go',
    (kind, lang) => {
      const html = renderPage(errorPage(lang, kind), shell);
      expect(html).toContain(`<html lang="${lang}">`);
      expect(html).toMatch(/<h1>[^<]{8,}<\/h1><p class="lead">[^<]{20,}<\/p>/);
      expect(html).toContain('noindex');
      expect(html).not.toMatch(/>[^<]*\berr(?:or|eur)\b/i);
    },
  );

  it('gives the address and the reference for problems that are ours', () => {
    const options = { contactEmail: 'jobs@example.org', reference: 'r-7' };
    const ours = renderPage(errorPage('en', 'failed', options), shell);
    expect(ours).toContain('write to <a href="mailto:jobs@example.org">jobs@example.org</a>.');
    expect(ours).toContain('r-7');
    expect(renderPage(errorPage('en', 'not-found', options), shell)).not.toContain('r-7');
  });

  it('has a last resort that asks for nothing', () => {
    const html = fallbackDocument();
    expect(html).toMatch(/<section lang="en"><h1>.+<section lang="fr"><h1>/);
    expect(html).not.toMatch(/(?:src|href)=/);
  });
});

it('shows both languages on the splash, each marked and each leading to its site', () => {
  const html = splashPage(shell);
  expect(html).toMatch(
    /<section class="splash-half" lang="en">.*<section class="splash-half" lang="fr">/,
  );
  expect(html).toMatch(/<a [^>]*href="\/en\/jobs\/"[^>]*>Continue in English<\/a>/);
  expect(html).toMatch(/<a [^>]*href="\/fr\/emplois\/"[^>]*>Continuer en français<\/a>/);
  expect(html).toContain('<title>Careers / Carrières – Sample Office / Bureau d’exemple</title>');
});

describe('the example pages', () => {
  const rendered = examplePages().map(
    (example) => [`${example.lang} ${example.title}`, renderPage(example, desk)] as const,
  );

  it.each(rendered)('%s: ids are unique and every reference finds its target', (_, html) => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const references = [
      ...html.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]+)"/g),
    ].flatMap(([, value = '']) => value.split(' '));
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });
});
