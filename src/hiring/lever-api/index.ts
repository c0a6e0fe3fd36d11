export type { LeverApiDeps } from './deps.ts';
export { leverApi } from './api.ts';
