import type { VersionSources } from '#hiring/postings';
import { type Lang, langs } from '#platform/i18n';
import type { FieldProblem } from './model.ts';
import { typedText } from '#ui/words';
import { editSource, editText } from './source/edit-source.ts';

/** Text fields of a form as they arrived. */
export type Typed = Readonly<Partial<Record<string, string>>>;

/** What can be asked of the editor's form. */
export const deeds = ['check', 'preview', 'save', 'live', 'theirs'] as const;
export type Deed = (typeof deeds)[number];

/** The deed of the button that was pressed; to check harms nothing. */
export function deedOf(typed: Typed): Deed {
  return deeds.find((deed) => deed === typed['do']) ?? 'check';
}

/** Largest file that the loader reads, in bytes. */
const largestFile = 1_000_000;

/** Longest message of a commit, in characters. */
const messageLimit = 2000;

export const textFields = ['title', 'description', 'body', 'whole'] as const;

/** The name of a field of one language: "fr-title". */
export function fieldName(lang: Lang, field: (typeof textFields)[number]): string {
  return `${lang}-${field}`;
}

/** Puts what was typed into the files of a posting; problems by field where that cannot be. */
export function typedSources(
  sources: VersionSources,
  typed: Typed,
): { ok: true; sources: VersionSources } | { ok: false; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  // Not asked, or not touched: each file keeps what it says.
  const draft =
    (typed['draft'] ?? 'no') === (typed['draft-was'] ?? 'no')
      ? undefined
      : typed['draft'] === 'yes';
  const edit = (lang: Lang): string => {
    const parts = Object.fromEntries(
      textFields.map((field) => [field, typed[fieldName(lang, field)]]),
    );
    const edited = editSource(sources[lang], { ...parts, draft });
    if (edited.ok) return within(edited.source, `${lang}-body`);
    const field = edited.field === 'draft' ? 'draft' : fieldName(lang, edited.field);
    problems.push({ field, kind: 'unwritable' });
    return sources[lang];
  };
  const within = (source: string, field: string): string => {
    if (Buffer.byteLength(source) > largestFile) problems.push({ field, kind: 'long' });
    return source;
  };
  const [en, fr] = langs.map(edit) as [string, string];
  const process = typedFacts(sources.process, typed['facts']);
  within(process ?? '', 'facts');
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, sources: { en, fr, process } };
}

function typedFacts(source: string | null, typed: string | undefined): string | null {
  if (typed === undefined) return source;
  if (source !== null) return editText(source, typed);
  const text = typedText(typed);
  return text === '' ? null : `${text}\n`;
}

/** The author's message for the commit; the one given where they wrote none. */
export function messageOf(typed: Typed, otherwise: string): string {
  const text = typedText(typed['message']);
  return Array.from(text === '' ? otherwise : text)
    .slice(0, messageLimit)
    .join('');
}

export const newFields = ['en-title', 'en-description', 'fr-title', 'fr-description'] as const;

/** What is wrong with a field of the form for a new posting. */
export type NewProblem = { field: (typeof newFields)[number]; kind: 'missing' | 'long' };

/** Longest title or description of a new posting, in UTF-16 units. */
const newLimit = 2000;

/** The form for a new posting: a title and a description in each language. */
export function parseNew(
  typed: Typed,
):
  | { ok: true; input: Record<(typeof newFields)[number], string> }
  | { ok: false; problems: NewProblem[] } {
  const input = Object.fromEntries(
    newFields.map((field) => [field, typedText(typed[field]).replaceAll(/\s*\n\s*/g, ' ')]),
  ) as Record<(typeof newFields)[number], string>;
  const problems = newFields.flatMap((field): NewProblem[] => {
    if (input[field] === '') return [{ field, kind: 'missing' }];
    return input[field].length > newLimit ? [{ field, kind: 'long' }] : [];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, input };
}
