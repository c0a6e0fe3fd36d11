import type { Family } from '#hiring/check';
import { emphasis } from './emphasis.ts';
import { document, heading, item, paragraph, section } from './missing.ts';
import { headingForm, headingLevel, listForm, merged, table } from './shape.ts';
import { words } from './words.ts';

/** Both languages have the same parts: sections, headings, items, paragraphs, tables, stress. */
export const family: Family = {
  name: 'structure',
  rules: [
    document,
    section,
    heading,
    headingLevel,
    headingForm,
    item,
    merged,
    listForm,
    paragraph,
    table,
    emphasis,
  ],
  words,
};
