// Builds dist/: the server and its child process, and the hashed assets with their manifest.
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const building = join(root, `dist.building-${process.pid}`);

const island = /** @param {string} name */ (name) => `src/ui/islands/${name}`;

/** Compiles into a folder beside dist/ and swaps: a failed build leaves the last good one. */
export async function build() {
  await rm(building, { recursive: true, force: true });
  await mkdir(join(building, 'public/assets'), { recursive: true });

  /** @type {esbuild.BuildOptions} */
  const program = {
    absWorkingDir: root,
    outdir: building,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  };
  await esbuild.build({
    ...program,
    entryPoints: {
      cli: 'src/cli/main.ts',
      'check-worker': 'src/hiring/check/folder/worker.ts',
      'extract-child': 'src/platform/files/extract-child.ts',
    },
  });
  // By itself: what it shares with the server would bring along all that the server loads. With what
  // it needs of packages: to find and load their many files takes longer than to build a small site.
  await esbuild.build({
    ...program,
    packages: 'bundle',
    minifySyntax: true,
    minifyWhitespace: true,
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    entryPoints: {
      'static-site': 'src/main/build-static-site.ts',
      'static-worker': 'src/hiring/static-site/worker.ts',
    },
  });

  const islands = (await readdir(join(root, 'src/ui/islands'))).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('.d.ts'),
  );
  const assets = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/ui/styles/site.css', 'src/ui/styles/desk.css', ...islands.map(island)],
    outdir: join(building, 'public/assets'),
    entryNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    publicPath: '/assets',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'safari16', 'firefox115', 'chrome110'],
    loader: { '.woff2': 'file', '.svg': 'file' },
    external: ['*.woff'],
    metafile: true,
    logLevel: 'warning',
  });
  const manifest = Object.fromEntries(
    Object.entries(assets.metafile.outputs).flatMap(([output, { entryPoint }]) => {
      const name =
        (entryPoint && basename(entryPoint).replace(/\.ts$/, '.js')) ||
        (output.endsWith('.woff2') && basename(output).replace(/\.[A-Z0-9]+\.woff2$/, '.woff2'));
      return name ? [[name, `/assets/${basename(output)}`]] : [];
    }),
  );
  await writeFile(join(building, 'public/manifest.json'), JSON.stringify(manifest, null, 2));
  await cp(join(root, 'src/ui/public'), join(building, 'public'), { recursive: true }).catch(
    (error) => {
      if (error.code !== 'ENOENT') throw error;
    },
  );

  await rm(dist, { recursive: true, force: true });
  await rename(building, dist);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
