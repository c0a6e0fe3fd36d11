import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { plainLines, readYaml } from '#hiring/postings/loader';
import { type CheckConfig, defaultConfig } from './model.ts';
import { nearestConfig } from './nearest.ts';
import { type ConfigProblem, parseCheckConfig } from './parse.ts';

export type ConfigError = {
  /** Absolute path of the file in which it stands. */
  readonly file: string;
  readonly problem:
    | ConfigProblem
    | { readonly kind: 'unreadable' | 'not-terms'; readonly code: string };
};

export type FoundConfig =
  | { ok: true; config: CheckConfig; file: string | null }
  | { ok: false; errors: ConfigError[] };

/**
 * The configuration that holds for a content folder: the nearest one at the folder or above it, not
 * beyond the root of its repository. `given` names another one.
 */
export async function findConfig(
  contentFolder: string,
  given: string | null,
): Promise<FoundConfig> {
  const file = given === null ? await nearestConfig(contentFolder) : resolve(given);
  if (file === null) return { ok: true, config: defaultConfig, file: null };
  const source = await read(file);
  if (!source.ok) return { ok: false, errors: [unreadable(file, source.code)] };
  const parsed = parseCheckConfig(source.text, prefixOf(dirname(file), contentFolder));
  if (!parsed.ok) {
    return { ok: false, errors: parsed.problems.map((problem) => ({ file, problem })) };
  }
  if (parsed.terminology === null) return { ok: true, config: parsed.config, file };
  const terms = await readTerms(join(dirname(file), parsed.terminology));
  if (!terms.ok) return { ok: false, errors: [terms.error] };
  return { ok: true, config: { ...parsed.config, terminology: terms.pairs }, file };
}

/** "" where the content folder is the configuration's own, or is elsewhere altogether. */
function prefixOf(configFolder: string, contentFolder: string): string {
  const path = relative(configFolder, resolve(contentFolder)).replaceAll(sep, '/');
  return path === '' || path.startsWith('..') ? '' : `${path}/`;
}

async function read(
  path: string,
): Promise<{ ok: true; text: string } | { ok: false; code: string }> {
  try {
    return { ok: true, text: await readFile(path, 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { ok: false, code };
  }
}

const termList = z.array(z.looseObject({ en: z.string().min(1), fr: z.string().min(1) }));

async function readTerms(
  file: string,
): Promise<{ ok: true; pairs: CheckConfig['terminology'] } | { ok: false; error: ConfigError }> {
  const source = await read(file);
  if (!source.ok) return { ok: false, error: unreadable(file, source.code) };
  const yaml = readYaml(plainLines(source.text), 1);
  const parsed = yaml.ok ? termList.safeParse(yaml.yaml.value) : null;
  if (parsed?.success) return { ok: true, pairs: parsed.data };
  return { ok: false, error: { file, problem: { kind: 'not-terms', code: '' } } };
}

function unreadable(file: string, code: string): ConfigError {
  return { file, problem: { kind: 'unreadable', code } };
}
