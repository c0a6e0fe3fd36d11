import { isBelow } from '#hiring/sign-in';

/** Pages that signing in may lead to: the candidate's own, and the jobs with their forms. */
export function leadsTo(pathname: string): boolean {
  return isBelow('my.applications', pathname) || isBelow('postings.index', pathname);
}
