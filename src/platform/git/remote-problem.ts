import type { GitError } from './run.ts';

/** Why a remote repository gave nothing. */
export type RemoteProblem =
  | 'not-installed'
  | 'timeout'
  | 'credentials'
  | 'host-key'
  | 'certificate'
  | 'not-found'
  | 'unreachable'
  | 'branch-missing'
  | 'other';

/** What Git says (in the C locale) of each problem; the first that fits counts. */
const signs: readonly (readonly [RemoteProblem, RegExp])[] = [
  ['host-key', /host key verification failed|remote host identification has changed/i],
  ['certificate', /certificate|SSL/],
  [
    'credentials',
    /authentication failed|could not read (username|password)|permission denied \(|returned error: 40[13]|invalid credentials|access denied/i,
  ],
  ['branch-missing', /couldn't find remote ref|remote branch .* not found/i],
  [
    'unreachable',
    /could not resolve host|could not connect|failed to connect|connection (refused|reset|timed out|closed)|network is unreachable|no route to host|timed out|operation too slow|returned error: 5\d\d|early EOF|RPC failed|remote end hung up/i,
  ],
  ['not-found', /not found|does not appear to be a git repository|does not exist|no such file/i],
];

/** Names the problem behind a failed command that spoke to a remote. */
export function remoteProblemOf(error: GitError): RemoteProblem {
  if (error.kind === 'not-installed' || error.kind === 'timeout') return error.kind;
  if (error.kind === 'too-much-output') return 'other';
  return signs.find(([, sign]) => sign.test(error.said))?.[0] ?? 'other';
}
