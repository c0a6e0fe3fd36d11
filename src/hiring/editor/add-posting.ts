import { dirname } from 'node:path/posix';
import type { SaveError } from '#hiring/content-source';
import { freeSlug, slugify } from '#hiring/postings/loader';
import { type Lang, type Localized, langs } from '#platform/i18n';
import type { Author, SavingDeps } from './deps.ts';
import type { newFields } from './forms.ts';
import { messages } from './messages/index.ts';
import { nameOf } from './save-posting.ts';
import { editSource } from './source/edit-source.ts';

export type AddPosting =
  | { ok: true; postingId: string }
  | { ok: false; error: SaveError | { kind: 'not-read' } };

/** Where new files go while the folder holds none to follow. */
const usualFolders: Localized = { en: 'en/jobs', fr: 'fr/emplois' };

/** Makes a pair of drafts, named after their titles, beside the postings that there are. */
export function addPosting(
  deps: SavingDeps,
  author: Author,
  input: Record<(typeof newFields)[number], string>,
  message: string,
): Promise<AddPosting> {
  return deps.lock(async () => {
    const { files, folders, outage } = deps.postings.snapshot();
    if (outage) throw outage;
    const known = new Set(files.map(({ file }) => file.toLowerCase()));
    const keys = await deps.db.selectFrom('postings').select('translation_key as key').execute();
    const usedKeys = new Set(keys.map(({ key }) => key.toLowerCase()));
    const key = freeSlug(
      slugify(input['en-title'], 'en'),
      (slug) => usedKeys.has(slug) || known.has(`process/${slug}.yml`),
    );
    const pair = langs.map((lang) => {
      const [named] = folders?.[lang] ?? [];
      const usual = named === undefined ? usualFolders[lang] : `${lang}/${named}`;
      const folder = folderOf(lang, files) ?? usual;
      const slug = freeSlug(slugify(input[`${lang}-title`], lang), (one) =>
        known.has(`${folder}/${one}.md`.toLowerCase()),
      );
      return { file: `${folder}/${slug}.md`, before: null, after: draftOf(lang, key, input) };
    });
    const request = { files: pair, author: await nameOf(deps, author), message };
    const saved = await deps.contentSource.save(request, deps.postings.whileUnread);
    if (!saved.ok) return saved;
    await deps.postings.reload();
    const made = deps.postings
      .snapshot()
      .files.find(({ file, postingId }) => file === pair[0]!.file && postingId !== null);
    if (!made?.postingId) return { ok: false, error: { kind: 'not-read' } };
    deps.log.info({ postingId: made.postingId, staffId: author.id }, 'posting added');
    return { ok: true, postingId: made.postingId };
  });
}

/** The folder in which most postings of a language are; `null` while there are none. */
function folderOf(lang: Lang, files: readonly { file: string; role: string }[]): string | null {
  const counts = new Map<string, number>();
  for (const { file, role } of files) {
    if (role !== 'posting' || !file.startsWith(`${lang}/`)) continue;
    const folder = dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const most = [...counts].toSorted((a, b) => b[1] - a[1])[0];
  return most?.[0] ?? null;
}

function draftOf(
  lang: Lang,
  key: string,
  input: Record<(typeof newFields)[number], string>,
): string {
  const empty = `---\nlayout: job-posting\ntype: section\ntitle: ''\ndescription: ''\narchived: false\ndraft: true\ntranslationKey: ${key}\n---\n`;
  const edited = editSource(empty, {
    title: input[`${lang}-title`],
    description: input[`${lang}-description`],
    body: messages(lang)('new.body'),
  });
  if (!edited.ok) throw new Error(`A new posting cannot hold its ${edited.field}`);
  return edited.source;
}
