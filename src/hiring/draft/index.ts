export type * from './model.ts';
export { proposeFacts } from './propose.ts';
export { renderJson, renderYaml } from './render.ts';
