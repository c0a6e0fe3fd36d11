export { type GitAddress, isBranchName, looksLikeGitAddress, parseGitAddress } from './address.ts';
export { type LoggedCommit, lastCommits } from './last-commits.ts';
export { type RemoteProblem, remoteProblemOf } from './remote-problem.ts';
export {
  type GitError,
  type GitOptions,
  type GitResult,
  runGit,
  withoutCredentials,
} from './run.ts';
