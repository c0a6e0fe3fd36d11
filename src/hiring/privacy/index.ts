export type { Json, PersonalData } from './model.ts';
