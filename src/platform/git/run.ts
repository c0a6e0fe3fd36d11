import { execFile } from 'node:child_process';
import type { GitAddress } from './address.ts';

export type GitError =
  | { kind: 'not-installed' }
  | { kind: 'timeout' }
  | { kind: 'too-much-output' }
  /** What Git said, in English, without credentials. */
  | { kind: 'failed'; said: string };

export type GitResult = { ok: true; out: string } | { ok: false; error: GitError };

export type GitOptions = {
  /** The repository: its `.git` folder, or a bare one. */
  gitDir?: string;
  /** Folder to run in, where the repository is found from it. */
  cwd?: string;
  /** The remote that this command speaks to, if it does. */
  remote?: GitAddress;
  timeoutMs?: number;
  maxBytes?: number;
  env?: Readonly<Record<string, string>>;
  /** What goes to its standard input. */
  input?: string;
  /** Ends it before its time. */
  signal?: AbortSignal;
};

/** Settings that keep a repository, or this account's own, from running other programs. */
const quietConfig: readonly (readonly [string, string])[] = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['log.showSignature', 'false'],
  ['gc.autoDetach', 'false'],
  ['core.quotePath', 'false'],
];

/**
 * Runs `git` with arguments, without a shell, never asking for anything: no prompt, no editor, only
 * the remote's protocol, within a time and an amount of output. Credentials go through the
 * environment, which no other account can see, and appear in no argument and no message.
 */
export function runGit(args: readonly string[], options: GitOptions = {}): Promise<GitResult> {
  const { remote, timeoutMs = 20_000, maxBytes = 50_000_000 } = options;
  const config = [
    ...quietConfig,
    // A folder that belongs to another account (a mounted volume) is read all the same.
    ...(options.cwd ? [['safe.directory', '*'] as const] : []),
    ...(remote?.authorization
      ? [
          [
            `http.${new URL(remote.url).origin}/.extraHeader`,
            `Authorization: ${remote.authorization}`,
          ] as const,
        ]
      : []),
  ];
  const env: NodeJS.ProcessEnv = {
    ...withoutGit(process.env),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_ALLOW_PROTOCOL: remote?.protocol ?? 'none',
    GIT_SSH_COMMAND: process.env['GIT_SSH_COMMAND'] ?? 'ssh -o BatchMode=yes -o ConnectTimeout=15',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_CONFIG_COUNT: String(config.length),
    ...Object.fromEntries(
      config.flatMap(([key, value], at) => [
        [`GIT_CONFIG_KEY_${at}`, key],
        [`GIT_CONFIG_VALUE_${at}`, value],
      ]),
    ),
    ...options.env,
  };
  const whole = [...(options.gitDir ? [`--git-dir=${options.gitDir}`] : []), ...args];
  return new Promise((resolve) => {
    const child = execFile(
      'git',
      whole,
      {
        cwd: options.cwd,
        signal: options.signal,
        env,
        encoding: 'utf8',
        timeout: timeoutMs,
        killSignal: 'SIGKILL',
        maxBuffer: maxBytes,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        if (!error) return resolve({ ok: true, out: stdout });
        const code = error.code as unknown;
        if (code === 'ENOENT') return resolve({ ok: false, error: { kind: 'not-installed' } });
        if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') {
          return resolve({ ok: false, error: { kind: 'too-much-output' } });
        }
        if (error.killed || error.name === 'AbortError')
          return resolve({ ok: false, error: { kind: 'timeout' } });
        const said = withoutCredentials(stderr).slice(0, 2000).trim();
        resolve({ ok: false, error: { kind: 'failed', said } });
      },
    );
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input ?? '');
  });
}

/** Variables of a Git that runs us (a hook) would lead to another repository than the one meant. */
function withoutGit(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = /^GIT_(SSL_|SSH|PROXY|HTTP_)/;
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith('GIT_') || kept.test(name)),
  );
}

/** Takes user and password out of every address in a text. */
export function withoutCredentials(text: string): string {
  return text.replaceAll(/([a-z][a-z0-9+.-]*:\/\/)[^/\s@']*@/gi, '$1');
}
