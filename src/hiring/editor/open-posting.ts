import { isContentFile, readContentFiles } from '#hiring/content-source';
import { versionHash } from '#hiring/postings';
import { splitFrontMatter } from '#hiring/postings/loader';
import { isUuid } from '#platform/ids';
import type { EditorDeps } from './deps.ts';
import type { OpenError, Opened, PostingFiles } from './model.ts';

type Deps = Pick<EditorDeps, 'db' | 'postings' | 'contentFolder'>;

/** Reads the files of a posting, all of one moment. Only files that the catalogue knows are opened. */
export async function openPosting(
  deps: Deps,
  postingId: string,
): Promise<{ ok: true; opened: Opened } | { ok: false; error: OpenError }> {
  if (!isUuid(postingId)) return { ok: false, error: { kind: 'unknown' } };
  const row = await deps.db
    .selectFrom('postings')
    .select('translation_key as key')
    .where('id', '=', postingId)
    .executeTakeFirst();
  if (!row) return { ok: false, error: { kind: 'unknown' } };
  const files = filesOf(deps, postingId, row.key);
  if (!files) return { ok: false, error: { kind: 'not-a-pair' } };
  const names = [files.en, files.fr, ...(files.facts === null ? [] : [files.facts])];
  const { postings, contentFolder } = deps;
  const texts = await postings.whileUnread(() => readContentFiles(contentFolder, names));
  const [en, fr] = [texts?.get(files.en) ?? null, texts?.get(files.fr) ?? null];
  if (en === null || fr === null) return { ok: false, error: { kind: 'unreadable' } };
  const process = (files.facts === null ? null : texts?.get(files.facts)) ?? null;
  const sources = { en, fr, process };
  const factsInside = process === null && [en, fr].some(hasFacts);
  const base = versionHash(sources);
  const opened = { postingId, translationKey: row.key, files, sources, base, factsInside };
  return { ok: true, opened };
}

function filesOf({ postings }: Deps, postingId: string, key: string): PostingFiles | null {
  const { files, outage } = postings.snapshot();
  if (outage) throw outage;
  const own = files.filter((one) => one.postingId === postingId).map(({ file }) => file);
  const below = (folder: string): string[] => own.filter((file) => file.startsWith(`${folder}/`));
  const [en, fr, facts] = [below('en'), below('fr'), below('process')];
  if (en.length !== 1 || fr.length !== 1 || facts.length > 1) return null;
  if (![...en, ...fr, ...facts].every(isContentFile)) return null;
  const wanted = `process/${key}.yml`;
  const fresh = !key.includes('/') && isContentFile(wanted) ? wanted : null;
  return { en: en[0]!, fr: fr[0]!, facts: facts[0] ?? fresh };
}

function hasFacts(source: string): boolean {
  const split = splitFrontMatter('', source);
  return (
    split.ok && ((split.parts.yaml.value as Record<string, unknown>)['process'] ?? null) !== null
  );
}
