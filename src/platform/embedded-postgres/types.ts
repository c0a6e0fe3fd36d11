/** Pino-compatible subset of a logger: an object of fields first, then the message. */
export type EmbeddedLog = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** What a start is doing, for a progress line on the terminal. */
export type EmbeddedStep = 'initialising' | 'starting' | 'adopting' | 'waiting-recovery';

/**
 * Why no server could be had. Closed: every kind needs its own advice to the operator.
 *
 * - `binaries-missing`: the optional dependency for this platform is not installed.
 * - `binaries-unusable`: it is installed, but its programs do not run here (`detail` says what the
 *   last attempt answered: another C library, a folder mounted noexec ...).
 * - `held-by-another`: another Tandem serves this data folder. `pid` is null when unknown.
 * - `not-writable`: the path cannot be created or written; `code` is the system's (EACCES, EROFS ...).
 * - `wrong-owner`: the database files belong to another account (numeric ids).
 * - `not-reachable`: running as root, and the account the files belong to cannot reach them.
 * - `cannot-leave-root`: running as root, but not allowed to start a program as another account.
 * - `data-damaged`: something stands where the database should be, and it is not a database, or the
 *   link to it leads nowhere. Never repaired by starting anew: that would hide a loss.
 * - `version-mismatch`: major versions, for example found '16', needed '17'.
 * - `not-answering`: the server process lives but did not answer within the patience given.
 * - `start-failed`: the server gave up, or (`logFile` null) the program that makes the database did;
 *   `tail` holds the end of what it said.
 * - `stopped`: the signal given to the start was raised before it was over.
 */
export type EmbeddedError =
  | { kind: 'binaries-missing'; platform: string; packageName: string }
  | { kind: 'binaries-unusable'; platform: string; detail: string }
  | { kind: 'held-by-another'; pid: number | null; holder: string; dataFolder: string }
  | { kind: 'not-writable'; path: string; code: string }
  | { kind: 'wrong-owner'; path: string; ownerId: number; processId: number }
  | { kind: 'not-reachable'; path: string; account: string }
  | { kind: 'cannot-leave-root'; code: string }
  | { kind: 'data-damaged'; path: string; detail: string }
  | { kind: 'version-mismatch'; found: string; needed: string }
  | { kind: 'disk-full'; path: string }
  | { kind: 'not-answering'; pid: number | null; logFile: string; tail: string }
  | { kind: 'start-failed'; logFile: string | null; tail: string }
  | { kind: 'stopped' };

export type Outcome<T> = ({ ok: true } & T) | { ok: false; error: EmbeddedError };

/** Give these fields to `pg.Pool` or `pg.Client`. `host` is the folder of the Unix socket. */
export type EmbeddedConnection = {
  host: string;
  port: number;
  user: string;
  database: string;
  ssl: false;
};

/**
 * - `up`: answering (told again after each recovery).
 * - `down`: the server died under us and is being brought back; connections fail meanwhile.
 * - `lost`: while it was down another Tandem took the data folder; this process must end.
 */
export type EmbeddedChange =
  | { kind: 'up' }
  | { kind: 'down' }
  | { kind: 'lost'; error: EmbeddedError };

export type Embedded = {
  connection: EmbeddedConnection;
  /** For the role that owns the schema which the application's role cannot reach. */
  apartConnection: EmbeddedConnection;
  /** What the server says, rotated to `.1` at a start when above 10 MB. */
  logFile: string;
  /** True when a server left by an earlier process, or started by another one, was taken as found. */
  adopted: boolean;
  /** True when this call started the server process. */
  startedByUs: boolean;
  /** True when the database held no table at all when it was handed over. */
  wasEmpty: boolean;
  /** The process id of the server, or undefined while it is down. */
  postmasterPid: () => Promise<number | undefined>;
  /**
   * `serve`: shuts the server down (fast: open transactions are rolled back) and resolves once it
   * is gone. `command`: leaves, and shuts the server down only when nobody else uses it.
   * May be called several times and while the server is being brought back.
   */
  stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** Created when missing. Holds `postgres/` (the database) and `postgres.log`. */
  dataFolder: string;
  /** `serve` takes the folder for itself; `command` shares the server, starting one if none runs. */
  purpose: 'serve' | 'command';
  /** This process in words, shown to whoever is refused, such as "pid 123, http://127.0.0.1:3000". */
  holder: string;
  log: EmbeddedLog;
  onProgress?: (step: EmbeddedStep) => void;
  /** Gives the start up (Ctrl-C, say); a server just begun is shut down again. No use afterwards. */
  signal?: AbortSignal;
  /** `serve` only. */
  onChange?: (change: EmbeddedChange) => void;
  /** How long to wait for a living server to answer, crash recovery included. Default 60,000 ms. */
  patience?: number;
};

/** How much the server cares for the data: `durable` for real data, the others for tests. */
export type Profile = 'durable' | 'throwaway' | 'throwaway-durable';
