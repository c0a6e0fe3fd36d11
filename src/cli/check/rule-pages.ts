import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '#main/project-root.ts';
import type { RulePage } from '#hiring/check';
import type { Lang } from '#platform/i18n';

const docs = join(projectRoot, 'docs/check');

/** The page of a rule; null where there is none. */
export function readRulePage(rule: string, lang: Lang): RulePage | null {
  let text: string;
  try {
    text = readFileSync(join(docs, lang, `${rule}.md`), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const title = (lines[0] ?? '').replace(/^#\s*/, '');
  return { title, meaning: lines[1] ?? title, text };
}

/** Where a rule's page is published, or its file where it is not. */
export function rulePageUri(rule: string, lang: Lang, docsUrl: string | null): string {
  const path = `${lang}/${rule}.md`;
  return docsUrl === null ? pathToFileURL(join(docs, path)).href : `${docsUrl}/${path}`;
}
