import { createHash } from 'node:crypto';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Localized } from '#platform/i18n';
import { type GitAddress, isBranchName, looksLikeGitAddress, parseGitAddress } from '#platform/git';
import { type SettingName, settings } from './settings.ts';

/** Where clamd listens, or null where no scanner is configured. */
export type ClamdAddress = { host: string; port: number } | { socket: string };

/** A repository of postings. */
export type ContentRepository = {
  address: GitAddress;
  /** Null for the repository's main branch. */
  branch: string | null;
  /** Folder in it; null for `content` if there is one, else its top. */
  path: string | null;
  /** Folder for the clone and its releases. */
  home: string;
  /** Seconds between looks for new commits; 0 for none. */
  pollSeconds: number;
};

export type Config = Readonly<{
  host: string;
  port: number;
  dataFolder: string;
  /** Where postings are read: the folder given, or what is fetched from the repository. */
  contentFolder: string;
  /** Set where the postings come from a repository elsewhere. */
  contentRepository: ContentRepository | null;
  contentWebhookSecret: string | null;
  databaseUrl: string | null;
  /** For a role that alone reaches the schema of self-declarations; null where `databaseUrl` serves. */
  equityDatabaseUrl: string | null;
  /** The key under which self-declarations are kept; null where the data folder holds it. */
  equityKey: string | null;
  production: boolean;
  /** Absolute origins, no trailing slash; null where they follow from the address listened on. */
  origins: Localized | null;
  secret: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  clamd: ClamdAddress | null;
  closingGraceMinutes: number;
  closingSoonDays: number;
  reminderHours: number;
  /** Minutes between confirming notices and their leaving, in which they can be stopped. */
  noticeUndoMinutes: number;
  /** Days after a notice in which an informal discussion may be asked for. */
  discussionDays: number;
  sessionHours: number;
  /** Hours in which a request for accommodation should be answered. */
  accommodationReplyHours: number;
  /** Who is told where it was not; none: the admins. */
  accommodationEscalateTo: readonly string[];
  proxies: number;
  /** Name of the board in the Lever-compatible API; null where the organization's name makes it. */
  leverSite: string | null;
  /** Origins of the organization's other sites, which may call the APIs from a browser. */
  apiOrigins: readonly string[];
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}>;

/** Why a setting was refused. `problem` is a message key of `config/messages`. */
export type SettingProblem = { setting: SettingName; problem: ProblemKey; value: string };

export type ProblemKey =
  | 'port'
  | 'whole-number'
  | 'one-of-environment'
  | 'one-of-log'
  | 'postgres-url'
  | 'web-origin'
  | 'web-origins'
  | 'lever-site'
  | 'both-origins'
  | 'secret-length'
  | 'equity-alone'
  | 'equity-key-shared'
  | 'webhook-secret'
  | 'smtp-url'
  | 'clamd-address'
  | 'address'
  | 'addresses'
  | 'required-in-production'
  | 'git-address'
  | 'git-branch'
  | 'git-path'
  | 'unknown-setting';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Turns environment variables into the configuration: typed, complete, frozen.
 * All problems are reported together, each naming its setting; relative folders are resolved
 * against `base`. Contradictions and misspelt `TANDEM_…` names are refused rather than guessed.
 */
export function parseConfig(
  env: Environment,
  base: string,
): { ok: true; config: Config } | { ok: false; problems: SettingProblem[] } {
  const problems: SettingProblem[] = [];
  const raw = (setting: SettingName): string | undefined => {
    const value = env[setting]?.trim();
    return value === '' ? undefined : value;
  };
  const read = <T>(
    setting: SettingName,
    schema: z.ZodType<T>,
    problem: ProblemKey,
    fallback: T,
  ): T => {
    const value = raw(setting);
    if (value === undefined) return fallback;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    problems.push({ setting, problem, value: secretive.has(setting) ? '***' : value });
    return fallback;
  };

  const production =
    read(
      'TANDEM_ENV',
      z.enum(['development', 'production']),
      'one-of-environment',
      'development',
    ) === 'production';
  const folder = (setting: SettingName, fallback: string): string => {
    const value = raw(setting) ?? fallback;
    return isAbsolute(value) ? value : resolve(base, value);
  };

  const origin = read<string | null>('TANDEM_URL', webOrigin, 'web-origin', null);
  const originEn = read<string | null>('TANDEM_URL_EN', webOrigin, 'web-origin', null);
  const originFr = read<string | null>('TANDEM_URL_FR', webOrigin, 'web-origin', null);
  if (!origin && Boolean(originEn) !== Boolean(originFr)) {
    const missing = originEn ? 'TANDEM_URL_FR' : 'TANDEM_URL_EN';
    problems.push({ setting: missing, problem: 'both-origins', value: '' });
  }
  const en = originEn ?? origin;
  const fr = originFr ?? origin;

  const path = read<string | null>('TANDEM_CONTENT_PATH', pathInside, 'git-path', null);
  const branch = read<string | null>(
    'TANDEM_CONTENT_BRANCH',
    z.string().refine(isBranchName),
    'git-branch',
    null,
  );
  const pollSeconds = read('TANDEM_CONTENT_POLL', wholeNumber, 'whole-number', 60);
  const inRepository = looksLikeGitAddress(raw('TANDEM_CONTENT') ?? '');
  const address = inRepository
    ? read<GitAddress | null>('TANDEM_CONTENT', gitAddress, 'git-address', null)
    : null;
  const dataFolder = folder('TANDEM_DATA', 'data');
  const contentRepository = address && {
    address,
    branch: branch ?? address.branch,
    path,
    home: repositoryHome(dataFolder, address.url, branch ?? address.branch, path),
    pollSeconds,
  };
  const contentFolder = join(folder('TANDEM_CONTENT', 'content'), path ?? '');

  const config: Config = {
    host: read('HOST', z.string().regex(/^[\w.:-]+$/), 'address', '127.0.0.1'),
    port: read('PORT', z.coerce.number().int().min(0).max(65_535), 'port', 3000),
    dataFolder,
    contentFolder: contentRepository ? join(contentRepository.home, 'current') : contentFolder,
    contentRepository,
    contentWebhookSecret: read(
      'TANDEM_CONTENT_WEBHOOK_SECRET',
      z.string().min(16),
      'webhook-secret',
      null,
    ),
    databaseUrl: read(
      'DATABASE_URL',
      z.string().regex(/^postgres(ql)?:\/\//),
      'postgres-url',
      null,
    ),
    equityDatabaseUrl: read(
      'TANDEM_EQUITY_DATABASE_URL',
      z.string().regex(/^postgres(ql)?:\/\//),
      'postgres-url',
      null,
    ),
    equityKey: read('TANDEM_EQUITY_KEY', z.string().min(32), 'secret-length', null),
    production,
    origins: en && fr ? { en, fr } : null,
    secret: read('TANDEM_SECRET', z.string().min(32), 'secret-length', null),
    smtpUrl: read('TANDEM_SMTP_URL', z.string().regex(/^smtps?:\/\/[^\s]+$/), 'smtp-url', null),
    mailFrom: read(
      'TANDEM_MAIL_FROM',
      z.string().regex(/^[^\r\n]*@[^\r\n]+$/),
      'address',
      'careers@localhost',
    ),
    clamd: read('TANDEM_CLAMD', clamdAddress, 'clamd-address', null),
    closingGraceMinutes: read('TANDEM_CLOSING_GRACE_MINUTES', wholeNumber, 'whole-number', 15),
    closingSoonDays: read('TANDEM_CLOSING_SOON_DAYS', wholeNumber, 'whole-number', 7),
    reminderHours: read('TANDEM_REMINDER_HOURS', wholeNumber, 'whole-number', 48),
    noticeUndoMinutes: read('TANDEM_NOTICE_UNDO_MINUTES', wholeNumber, 'whole-number', 10),
    discussionDays: read('TANDEM_DISCUSSION_DAYS', wholeNumber, 'whole-number', 15),
    sessionHours: read(
      'TANDEM_SESSION_HOURS',
      wholeNumber.refine((n) => n > 0),
      'whole-number',
      12,
    ),
    accommodationReplyHours: read(
      'TANDEM_ACCOMMODATION_REPLY_HOURS',
      wholeNumber.refine((n) => n > 0),
      'whole-number',
      48,
    ),
    accommodationEscalateTo: read<readonly string[]>(
      'TANDEM_ACCOMMODATION_ESCALATE_TO',
      addresses,
      'addresses',
      [],
    ),
    proxies: read('TANDEM_PROXIES', wholeNumber, 'whole-number', 0),
    leverSite: read('TANDEM_LEVER_SITE', leverSite, 'lever-site', null),
    apiOrigins: read<readonly string[]>('TANDEM_API_ORIGINS', webOrigins, 'web-origins', []),
    logLevel: read(
      'TANDEM_LOG',
      z.enum(['debug', 'info', 'warn', 'error', 'silent']),
      'one-of-log',
      production ? 'info' : 'warn',
    ),
  };

  if (config.equityDatabaseUrl && !config.databaseUrl) {
    problems.push({ setting: 'DATABASE_URL', problem: 'equity-alone', value: '' });
  }
  if (config.equityKey !== null && config.equityKey === config.secret) {
    problems.push({ setting: 'TANDEM_EQUITY_KEY', problem: 'equity-key-shared', value: '***' });
  }
  if (production) {
    if (!config.origins) problems.push(required('TANDEM_URL'));
    if (!config.smtpUrl) problems.push(required('TANDEM_SMTP_URL'));
    // Tandem speaks http: behind https there is a proxy, and without its word every visitor has one
    // address and one share of the rate limits.
    if (en?.startsWith('https:') && raw('TANDEM_PROXIES') === undefined) {
      problems.push(required('TANDEM_PROXIES'));
    }
  }
  problems.push(...misspelt(env));
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, config: Object.freeze(config) };
}

/** Values that may hold a password: never echoed in a message. */
const secretive = new Set<SettingName>([
  'DATABASE_URL',
  'TANDEM_EQUITY_DATABASE_URL',
  'TANDEM_EQUITY_KEY',
  'TANDEM_SECRET',
  'TANDEM_SMTP_URL',
  'TANDEM_CONTENT',
  'TANDEM_CONTENT_WEBHOOK_SECRET',
]);

const wholeNumber = z.coerce.number().int().min(0).max(100_000);

const webOrigin = z.string().transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  const web = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '';
  if (web) return url.origin;
  context.addIssue({ code: 'custom', message: 'web origin' });
  return z.NEVER;
});

const gitAddress = z.string().transform((value, context): GitAddress => {
  const address = parseGitAddress(value);
  if (address) return address;
  context.addIssue({ code: 'custom', message: 'git address' });
  return z.NEVER;
});

/** A folder below another: relative, without a way out. Slashes at its ends are left off. */
const pathInside = z
  .string()
  .transform((value) => value.replaceAll(/^(\.\/)+|\/+$/g, ''))
  .refine(
    (value) => value !== '' && !value.split('/').some((part) => /^(|\.{1,2}|-.*)$/.test(part)),
  );

/** Another repository, branch or folder is another clone: nothing of one is taken for the other. */
function repositoryHome(data: string, ...parts: (string | null)[]): string {
  const name = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
  return join(data, 'content-repo', name);
}
/** Addresses of e-mail, separated by commas. */
const addresses = z
  .string()
  .transform((value) => value.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(z.email()).max(20));

const webOrigins = z
  .string()
  .transform((value) => value.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(webOrigin).max(100))
  .transform((origins) => [...new Set(origins)]);

/** Lower case: clients put the name in lower case, and the ends name the languages. */
const leverSite = z
  .string()
  .max(80)
  .regex(/^(?!.*-(?:en|fr)$)[a-z0-9]+(-[a-z0-9]+)*$/);

const clamdAddress = z.string().transform((value, context): ClamdAddress => {
  if (value.startsWith('/')) return { socket: value };
  const match = /^(.+):(\d{1,5})$/.exec(value);
  if (match?.[1] && match[2]) return { host: match[1], port: Number(match[2]) };
  context.addIssue({ code: 'custom', message: 'clamd address' });
  return z.NEVER;
});

function required(setting: SettingName): SettingProblem {
  return { setting, problem: 'required-in-production', value: '' };
}

function misspelt(env: Environment): SettingProblem[] {
  const known = new Set<string>(settings.map((setting) => setting.name));
  return Object.keys(env)
    .filter((name) => name.startsWith('TANDEM_') && !known.has(name))
    .map((name) => ({ setting: name as SettingName, problem: 'unknown-setting', value: '' }));
}
