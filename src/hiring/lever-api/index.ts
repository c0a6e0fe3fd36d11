export { leverApi } from './api.ts';
export { listAddress } from './board-postings.ts';
export type { LeverApiDeps } from './deps.ts';
