export { type Parts, type TypedParts, editSource, readParts } from './edit-source.ts';
