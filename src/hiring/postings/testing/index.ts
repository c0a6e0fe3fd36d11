export { type ContentFolder, contentFolder, pairSources, postingSource } from './content-folder.ts';
