import { createRequire } from 'node:module';
import type * as yaml from 'yaml';

const require = createRequire(import.meta.url);

let library: typeof yaml | null = null;

/** The YAML library, loaded at first use: nearly all files are read the short way. */
export function yamlLibrary(): typeof yaml {
  library ??= require('yaml') as typeof yaml;
  return library;
}
