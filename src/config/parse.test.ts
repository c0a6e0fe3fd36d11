import { describe, expect, it } from 'vitest';
import { langs } from '#platform/i18n';
import { configMessages, parseConfig, settings } from './index.ts';

const problemsOf = (env: Record<string, string>): string[] => {
  const parsed = parseConfig(env, '/srv/tandem');
  return parsed.ok ? [] : parsed.problems.map(({ setting, problem }) => `${setting} ${problem}`);
};

const configOf = (env: Record<string, string>) => {
  const parsed = parseConfig(env, '/srv/tandem');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.config;
};

describe('parseConfig', () => {
  it('works without any setting', () => {
    const config = configOf({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      dataFolder: '/srv/tandem/data',
      contentFolder: '/srv/tandem/content',
      databaseUrl: null,
      production: false,
      origins: null,
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('lets notices be stopped for ten minutes, for as long as is wanted, or not at all', () => {
    expect(configOf({}).noticeUndoMinutes).toBe(10);
    expect(configOf({ TANDEM_NOTICE_UNDO_MINUTES: '0' }).noticeUndoMinutes).toBe(0);
    expect(problemsOf({ TANDEM_NOTICE_UNDO_MINUTES: '-1' })).toEqual([
      'TANDEM_NOTICE_UNDO_MINUTES whole-number',
    ]);
  });

  it('takes an empty value for none', () => {
    expect(configOf({ PORT: '', TANDEM_URL: ' ' })).toMatchObject({ port: 3000, origins: null });
  });

  it.each([
    [{ PORT: '70000' }, 'PORT port'],
    [{ PORT: 'http' }, 'PORT port'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL postgres-url'],
    [{ TANDEM_ENV: 'prod' }, 'TANDEM_ENV one-of-environment'],
    [{ TANDEM_URL: 'jobs.example' }, 'TANDEM_URL web-origin'],
    [{ TANDEM_URL: 'https://jobs.example/path' }, 'TANDEM_URL web-origin'],
    [{ TANDEM_URL: 'ftp://jobs.example' }, 'TANDEM_URL web-origin'],
    [{ TANDEM_URL_FR: 'https://emplois.example' }, 'TANDEM_URL_EN both-origins'],
    [{ TANDEM_SECRET: 'short' }, 'TANDEM_SECRET secret-length'],
    [{ TANDEM_EQUITY_KEY: 'short' }, 'TANDEM_EQUITY_KEY secret-length'],
    [
      { TANDEM_SECRET: 'x'.repeat(40), TANDEM_EQUITY_KEY: 'x'.repeat(40) },
      'TANDEM_EQUITY_KEY equity-key-shared',
    ],
    [{ TANDEM_EQUITY_DATABASE_URL: 'postgres://x@y/z' }, 'DATABASE_URL equity-alone'],
    [{ TANDEM_SMTP_URL: 'mail.example' }, 'TANDEM_SMTP_URL smtp-url'],
    [{ TANDEM_MAIL_FROM: 'nobody' }, 'TANDEM_MAIL_FROM address'],
    [{ TANDEM_CLAMD: 'localhost' }, 'TANDEM_CLAMD clamd-address'],
    [{ TANDEM_CLOSING_GRACE_MINUTES: '-1' }, 'TANDEM_CLOSING_GRACE_MINUTES whole-number'],
    [{ TANDEM_SESSION_HOURS: '0' }, 'TANDEM_SESSION_HOURS whole-number'],
    [{ TANDEM_LOG: 'loud' }, 'TANDEM_LOG one-of-log'],
    [{ TANDEM_DATABASE_URL: 'x' }, 'TANDEM_DATABASE_URL unknown-setting'],
  ])('refuses %j', (env, problem) => {
    expect(problemsOf(env)).toEqual([problem]);
  });

  it('reports all problems at once', () => {
    expect(problemsOf({ PORT: 'x', TANDEM_LOG: 'y', TANDEM_TYPO: 'z' })).toHaveLength(3);
  });

  it('asks for what production cannot do without', () => {
    expect(problemsOf({ TANDEM_ENV: 'production' })).toEqual([
      'TANDEM_URL required-in-production',
      'TANDEM_SMTP_URL required-in-production',
    ]);
  });

  it('asks behind how many proxies an https site stands', () => {
    const env = {
      TANDEM_ENV: 'production',
      TANDEM_URL: 'https://jobs.example',
      TANDEM_SMTP_URL: 'smtp://mail.example',
    };
    expect(problemsOf(env)).toEqual(['TANDEM_PROXIES required-in-production']);
    expect(problemsOf({ ...env, TANDEM_PROXIES: '0' })).toEqual([]);
  });

  it('reads the name of the board and the other sites, and refuses what cannot be one', () => {
    const parsed = parseConfig(
      {
        TANDEM_LEVER_SITE: 'acme-2',
        TANDEM_API_ORIGINS:
          'https://www.acme.example/, http://localhost:4000 https://www.acme.example',
      },
      '/',
    );
    expect(parsed.ok && [parsed.config.leverSite, parsed.config.apiOrigins]).toEqual([
      'acme-2',
      ['https://www.acme.example', 'http://localhost:4000'],
    ]);
    for (const name of ['Acme', 'acme_2', '-acme', 'acme-fr']) {
      expect(problemsOf({ TANDEM_LEVER_SITE: name })).toEqual(['TANDEM_LEVER_SITE lever-site']);
    }
    for (const origins of ['acme.example', 'https://a.example/jobs', '*']) {
      expect(problemsOf({ TANDEM_API_ORIGINS: origins })).toEqual([
        'TANDEM_API_ORIGINS web-origins',
      ]);
    }
  });

  it('never repeats a secret in a problem', () => {
    const parsed = parseConfig(
      { DATABASE_URL: 'mysql://user:hunter2@host/db', TANDEM_SECRET: 'hunter2' },
      '/',
    );
    expect(JSON.stringify(parsed)).not.toContain('hunter2');
  });

  it('gives each language its origin', () => {
    expect(configOf({ TANDEM_URL: 'https://jobs.example/' }).origins).toEqual({
      en: 'https://jobs.example',
      fr: 'https://jobs.example',
    });
    expect(
      configOf({ TANDEM_URL_EN: 'https://jobs.example', TANDEM_URL_FR: 'https://emplois.example' })
        .origins,
    ).toEqual({ en: 'https://jobs.example', fr: 'https://emplois.example' });
  });

  it.each([
    ['127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
    ['/run/clamav/clamd.ctl', { socket: '/run/clamav/clamd.ctl' }],
  ])('finds clamd at %s', (value, address) => {
    expect(configOf({ TANDEM_CLAMD: value }).clamd).toEqual(address);
  });

  it('has words for every problem, in both languages', () => {
    const parsed = parseConfig({ PORT: 'x', TANDEM_TYPO: 'z', TANDEM_ENV: 'production' }, '/');
    if (parsed.ok) throw new Error('expected problems');
    for (const lang of langs) {
      for (const { problem, setting, value } of parsed.problems) {
        expect(configMessages(lang)(problem, { setting, value })).toContain(setting);
      }
    }
  });

  it('lists each setting once, explained in both languages', () => {
    expect(new Set(settings.map(({ name }) => name)).size).toBe(settings.length);
    for (const { meaning } of settings) {
      expect(meaning.en).not.toBe(meaning.fr);
    }
  });
});
