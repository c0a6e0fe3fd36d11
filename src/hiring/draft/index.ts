export type * from './model.ts';
export { proposeFacts } from './propose.ts';
