import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

type Module = typeof import('eld/extrasmall');
type Manifest = { readonly exports: Readonly<Record<string, { readonly import: string }>> };

let loaded: Module['eld'] | null = null;

/**
 * The identification of languages. Its tables take as long to read as hundreds of postings to check,
 * so they are read when they are first needed, at once: rules do not wait.
 */
export function identification(): Module['eld'] {
  if (!loaded) {
    const load = createRequire(import.meta.url);
    // `require` takes a module of the new kind by its file, not by a name that only `import` knows.
    const manifest = findPackageJSON('eld', import.meta.url)!;
    const { exports } = load(manifest) as Manifest;
    const entry = join(dirname(manifest), exports['./extrasmall']!.import);
    loaded = (load(entry) as Module).eld;
  }
  return loaded;
}
