import { createRequire } from 'node:module';
import type sanitizeHtml from 'sanitize-html';

const require = createRequire(import.meta.url);

let library: typeof sanitizeHtml | null = null;

/** sanitize-html, loaded at first use: most postings hold no HTML, and it weighs 20 MB. */
export function sanitizeLibrary(): typeof sanitizeHtml {
  library ??= require('sanitize-html') as typeof sanitizeHtml;
  return library;
}
