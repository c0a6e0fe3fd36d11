/** What a key lets its holder do: `read` postings and their questions, `apply` for a candidate. */
export const apiScopes = ['read', 'apply'] as const;
export type ApiScope = (typeof apiScopes)[number];

export function isApiScope(value: unknown): value is ApiScope {
  return apiScopes.some((scope) => scope === value);
}

/** Longest name of a key, in characters. */
export const keyNameLimit = 80;

/** A key as it is listed: nothing of it opens anything. */
export type ListedKey = {
  id: string;
  name: string;
  /** The key's last characters. */
  end: string;
  scopes: ApiScope[];
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};
