import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { randomIds } from '#platform/ids';
import { type AppDeps, createApp } from '#web/app.ts';
import { renderPage } from '#web/layout/index.ts';
import type { Shell } from '#web/page.ts';

const silent = { info() {}, warn() {}, error() {} };

function appWith(overrides: Partial<AppDeps> = {}, feature = new Hono()) {
  const origins = overrides.origins ?? { en: 'http://jobs.test', fr: 'http://jobs.test' };
  const shell = (): Shell => ({
    site: {
      organization: { en: 'Sample', fr: 'Modèle' },
      tagline: null,
      contactEmail: 'help@sample.example',
      accommodationEmail: null,
      sample: true,
    },
    origins,
    asset: (name) => `/assets/${name}`,
    staff: null,
  });
  return createApp({
    features: [feature],
    publicFile: () => null,
    oldAddress: () => null,
    shell,
    render: (c, page, status = 200) => c.html(renderPage(page, shell()), status),
    origins,
    isOutage: (error) => error instanceof RangeError,
    isReady: () => Promise.resolve(true),
    ids: randomIds,
    log: silent,
    ...overrides,
  });
}

describe('every response', () => {
  it('carries a policy without inline scripts or styles', async () => {
    const answer = await appWith().request('http://jobs.test/');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
  });

  it('keeps a stricter policy of its own', async () => {
    const feature = new Hono().get('/file', (c) => {
      c.header('Content-Security-Policy', 'sandbox');
      return c.text('file');
    });
    const answer = await appWith({}, feature).request('http://jobs.test/file');
    expect(answer.headers.get('content-security-policy')).toBe('sandbox');
  });

  it('asks for https only where the site is on https', async () => {
    const plain = await appWith().request('http://jobs.test/');
    expect(plain.headers.get('strict-transport-security')).toBeNull();
    const secure = appWith({ origins: { en: 'https://jobs.test', fr: 'https://jobs.test' } });
    expect(
      (await secure.request('https://jobs.test/')).headers.get('strict-transport-security'),
    ).toContain('max-age');
  });
});

describe('one domain a language', () => {
  const origins = { en: 'https://jobs.test', fr: 'https://emplois.test' };
  const locate = async (url: string): Promise<[number, string | null]> => {
    const { host } = new URL(url);
    const answer = await appWith({ origins }).request(url, { headers: { host } });
    return [answer.status, answer.headers.get('location')];
  };

  it('opens each domain in its language', async () => {
    expect(await locate('https://jobs.test/')).toEqual([302, '/en/jobs/']);
    expect(await locate('https://emplois.test/')).toEqual([302, '/fr/emplois/']);
  });

  it('sends each page to the domain of its language, with its query', async () => {
    expect(await locate('https://jobs.test/fr/emplois/?q=design')).toEqual([
      301,
      'https://emplois.test/fr/emplois/?q=design',
    ]);
    expect(await locate('https://emplois.test/en/jobs/a-job')).toEqual([
      301,
      'https://jobs.test/en/jobs/a-job',
    ]);
  });

  it('shows the door with both languages on any other host', async () => {
    expect(await locate('https://10.0.0.1/')).toEqual([200, null]);
  });
});

describe('what goes wrong', () => {
  const failing = new Hono()
    .get('/fr/bug', () => {
      throw new Error('secret detail of the program');
    })
    .get('/en/staff/outage', () => {
      throw new RangeError('database is away');
    });

  it('answers a bug with 500, in the language of the address, without its details', async () => {
    const answer = await appWith({}, failing).request('http://jobs.test/fr/bug');
    expect(answer.status).toBe(500);
    const html = await answer.text();
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('help@sample.example');
    expect(html).not.toContain('secret detail');
  });

  it('answers an outage with 503 and when to try again', async () => {
    const answer = await appWith({}, failing).request('http://jobs.test/en/staff/outage');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('10');
  });

  it('has a last resort in both languages where even the error page fails', async () => {
    const app = appWith(
      {
        render: () => {
          throw new Error('rendering fails too');
        },
      },
      failing,
    );
    const answer = await app.request('http://jobs.test/fr/bug');
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain('lang="fr"');
  });

  it('answers 404 for an unknown page in its language, and tells monitoring when it is not ready', async () => {
    const answer = await appWith().request('http://jobs.test/fr/%2e%2e/%2e%2e/etc/passwd');
    expect(answer.status).toBe(404);
    const health = await appWith({ isReady: () => Promise.resolve(false) }).request(
      'http://jobs.test/health',
    );
    expect(health.status).toBe(503);
  });
});
