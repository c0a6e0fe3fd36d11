/** For tests: what the candidate's page is made of, as it is read. */
export { findStanding } from '../queries/find-standing.ts';
