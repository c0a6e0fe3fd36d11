export type { Can, DeskDeps, ProgramStatus } from './deps.ts';
export { sectionsFor } from './sections.ts';
export { deskWeb } from './web/desk-web.ts';
