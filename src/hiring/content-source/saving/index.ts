export { finishWriting } from './write-together.ts';
