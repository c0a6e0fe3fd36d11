import { exchangeWithClamd, type ClamdAddress } from './clamd-connection.ts';

/** Why a file was not scanned. It is then neither clean nor infected. */
export type NotScannedReason =
  | 'not-configured'
  | 'unreachable'
  | 'timeout'
  | 'closed'
  | 'too-large'
  | 'scan-failed';

export type ScanResult =
  | { status: 'clean' }
  /** `signature`: clamd's name for what it found. */
  | { status: 'infected'; signature: string }
  | { status: 'not-scanned'; reason: NotScannedReason };

export interface Scanner {
  /**
   * Has a file scanned. Only clamd's own word makes it clean; in every other case it is not
   * scanned: `too-large` is beyond clamd's StreamMaxLength, `closed` an exchange that broke off,
   * `scan-failed` an answer that is neither. Rejects if the file cannot be read.
   */
  scan(path: string): Promise<ScanResult>;
}

/**
 * A malware scanner that asks a clamd; null for `clamd` means that none is configured.
 * `timeoutMs` bounds a whole scan, from connecting to the answer.
 */
export function createScanner(options: { clamd: ClamdAddress | null; timeoutMs: number }): Scanner {
  const { clamd, timeoutMs } = options;
  return {
    async scan(path) {
      if (clamd === null) return { status: 'not-scanned', reason: 'not-configured' };
      const exchange = await exchangeWithClamd(clamd, path, timeoutMs);
      if (!exchange.ok) return { status: 'not-scanned', reason: exchange.error.kind };
      return interpret(exchange.answer);
    },
  };
}

const MAX_SIGNATURE_LENGTH = 200;

function interpret(answer: string): ScanResult {
  if (answer === 'stream: OK') return { status: 'clean' };
  const signature = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (signature !== undefined) {
    return { status: 'infected', signature: signature.slice(0, MAX_SIGNATURE_LENGTH) };
  }
  const isTooLarge = /^INSTREAM size limit exceeded\b/.test(answer);
  return { status: 'not-scanned', reason: isTooLarge ? 'too-large' : 'scan-failed' };
}
