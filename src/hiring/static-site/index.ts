export { type BuildSite, buildSite } from './build-site.ts';
export type { SiteFile } from './write-site.ts';
