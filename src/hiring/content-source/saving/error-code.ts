import type { SaveError } from './model.ts';

/** Code of an error of the file system; anything without one is a mistake of ours, and thrown. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string') return code;
  throw error;
}

/** What an author is told of an error of the file system. */
export function diskError(error: unknown): SaveError {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { kind: 'read-only' };
  if (code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'no-space' };
  return { kind: 'failed', said: code };
}
