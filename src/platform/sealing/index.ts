export { type Seal, createSeal } from './sealing.ts';
