/** Where a repository is, with what opens it kept apart. */
export type GitAddress = {
  /** For `git`, without a password in it: it appears in the list of processes. */
  readonly url: string;
  readonly protocol: 'https' | 'ssh' | 'file';
  /** `Authorization` of the requests, as `Basic …`; null where the address holds no password. */
  readonly authorization: string | null;
  /** For people: without user or password. */
  readonly shown: string;
  readonly branch: string | null;
};

/** Whether a text is meant as a repository's address rather than a folder. */
export function looksLikeGitAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) || scpLike.test(text);
}

/** git@host:path, as Git writes it for ssh. */
const scpLike = /^([A-Za-z0-9_.-]+@)([A-Za-z0-9.-]+):(?!\/\/)([^\s].*)$/;

/** Characters of a branch's name: those of Git's own rules, minus what nobody uses. */
const branchName = /^(?![-/.])(?!.*(\.\.|\/\/|@\{|\.lock$|\.$|\/$))[\p{L}\p{N}._/@+-]+$/u;

export function isBranchName(text: string): boolean {
  return branchName.test(text) && text.length <= 200;
}

/**
 * Reads `https://…`, `ssh://…`, `git@host:…` or `file:///…`, with `#branch` behind it. Null for any
 * other protocol (`ext::` would run programs) and for what Git could take for an option.
 */
export function parseGitAddress(text: string): GitAddress | null {
  const [address = '', ...rest] = text.split('#');
  const branch = rest.length === 0 ? null : rest.join('#');
  if (branch !== null && !isBranchName(branch)) return null;
  // oxlint-disable-next-line no-control-regex -- they have no place in an address
  if (/[\u0000-\u0020\u007F]/.test(address)) return null;
  const scp = looksLikeUrl(address) ? null : scpLike.exec(address);
  if (scp) {
    const [, , host = '', path = ''] = scp;
    if (host.startsWith('-') || path.startsWith('-')) return null;
    const shown = `${host}:${path}`;
    return { url: address, protocol: 'ssh', authorization: null, shown, branch };
  }
  if (!looksLikeUrl(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const protocol = url.protocol.slice(0, -1);
  if (protocol !== 'https' && protocol !== 'ssh' && protocol !== 'file') return null;
  if (protocol !== 'file' && (url.hostname === '' || url.hostname.startsWith('-'))) return null;
  if (protocol === 'file' && url.hostname !== '') return null;
  const { username, password } = url;
  const clean = new URL(url);
  clean.username = '';
  clean.password = '';
  const shown = clean.href;
  if (protocol === 'https') {
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    const authorization =
      username || password ? `Basic ${Buffer.from(pair, 'utf8').toString('base64')}` : null;
    return { url: clean.href, protocol, authorization, shown, branch };
  }
  // An ssh address keeps its user, who is no secret; a password in it would have no effect.
  if (protocol === 'ssh') {
    url.password = '';
    if (url.username.startsWith('-')) return null;
    return { url: url.href, protocol, authorization: null, shown, branch };
  }
  return { url: address, protocol, authorization: null, shown, branch };
}

function looksLikeUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
}
