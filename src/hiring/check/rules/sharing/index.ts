import type { Family } from '#hiring/check';
import {
  descriptionCut,
  descriptionLength,
  descriptionRepeats,
  titleEdges,
  titleLength,
} from './front-matter.ts';
import { words } from './words.ts';

/** What search results and shared links show of a posting. */
export const family: Family = {
  name: 'sharing',
  rules: [titleLength, titleEdges, descriptionLength, descriptionRepeats, descriptionCut],
  words,
};
