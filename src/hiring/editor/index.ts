export type { EditorDeps } from './deps.ts';
export { editorWeb } from './web.tsx';
