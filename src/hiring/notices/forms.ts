import { isUuid } from '#platform/ids';
import { lengthOf, typedText } from '#ui/words';
import { type Draft, type Selection, newsStatuses, templates } from './model.ts';
import { afterPage } from './rules.ts';

/** Longest words of the hiring team in one language, in characters. */
export const wordsLimit = 3000;

/** Text fields of the forms as they arrived; values of a repeated name are joined by line breaks. */
export type Typed = Readonly<Partial<Record<string, string>>>;

/** Fields of the first page, in order. The words have the language in their name. */
export const fields = ['template', 'status', 'words-en', 'words-fr'] as const;
export type DraftProblem = 'missing' | 'other-only' | 'long';
export type DraftProblems = Partial<Record<(typeof fields)[number], DraftProblem>>;

/** What the pressed button asks for; `page` is of the list or of the preview. */
export type Step = {
  to: 'write' | 'list' | 'all' | 'none' | 'preview' | 'confirm';
  page: number;
};

export function parseStep(text: string | undefined): Step {
  const [, to, page] =
    /^(write|list|all|none|preview|confirm)(?:-(\d{1,6}))?$/.exec(text ?? '') ?? [];
  return { to: (to as Step['to'] | undefined) ?? 'list', page: Number(page ?? 1) };
}

/** Reads what the first page asks for; what cannot be used is told by field. */
export function parseDraft(
  typed: Typed,
): { ok: true; draft: Draft } | { ok: false; problems: DraftProblems } {
  const template = templates.find((one) => one === typed['template']);
  const asked = new Set(values(typed['status']));
  const statuses = newsStatuses.filter((status) => asked.has(status));
  const words = { en: typedText(typed['words-en']), fr: typedText(typed['words-fr']) };
  const problems: DraftProblems = {};
  if (!template) problems.template = 'missing';
  if (template === 'update' && statuses.length === 0) problems.status = 'missing';
  for (const [lang, other] of [
    ['en', 'fr'],
    ['fr', 'en'],
  ] as const) {
    if (lengthOf(words[lang]) > wordsLimit) problems[`words-${lang}`] = 'long';
    else if (words[lang] !== '') continue;
    else if (template === 'update') problems[`words-${lang}`] = 'missing';
    else if (words[other] !== '') problems[`words-${lang}`] = 'other-only';
  }
  if (!template || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, draft: { template, statuses, words } };
}

/**
 * The selection as it stands, with what the page of the list that was sent changed in it. A form
 * about one application starts with that one alone.
 */
export function parseSelection(typed: Typed): Selection {
  const { mode, application } = typed;
  const listed = values(typed['listed']).filter(isUuid);
  const before: Selection =
    mode === undefined && isUuid(application)
      ? { mode: 'only', ids: new Set([application]) }
      : { mode: mode === 'only' ? 'only' : 'all', ids: new Set(listed) };
  const shown = values(typed['shown']).filter(isUuid);
  return afterPage(before, shown, new Set(values(typed['chosen'])));
}

/** Names the batch, so that a double click sends one; null where the form had no such name. */
export function keyOf({ key }: Typed): string | null {
  return isUuid(key) ? key : null;
}

/** The values of a repeated field. */
export function values(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter(Boolean);
}
