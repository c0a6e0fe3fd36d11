import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalizedSources } from '#hiring/check';
import { type Lang, type Localized, langs } from '#platform/i18n';

export const docsFolder = join(import.meta.dirname, '../../../docs/check');

/** A rule's page as its author wrote it; null where there is none. */
export function readPage(rule: string, lang: Lang): string | null {
  const path = join(docsFolder, lang, `${rule}.md`);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** The line below the title. */
export function meaningOf(page: string): string {
  return page.split('\n').find((line, index) => index > 0 && line.trim() !== '') ?? '';
}

export type Example = Localized<string | null>;

/**
 * The examples of a page of one kind: the first of each language together, then the second. A block
 * marked `whole` is a file as it is, even where it does not begin with a front matter.
 */
export function examplesOf(page: string, kind: 'bad' | 'good'): Example[] {
  const blocks: Localized<string[]> = { en: [], fr: [] };
  for (const lang of langs) {
    const fence = new RegExp(`^(\`{3,})md ${kind}-${lang}( whole)?\\n([\\s\\S]*?)^\\1$`, 'gm');
    for (const found of page.matchAll(fence)) {
      const [, , whole, text = ''] = found;
      blocks[lang].push(whole ? text : completed(lang, text));
    }
  }
  return Array.from({ length: Math.max(blocks.en.length, blocks.fr.length) }, (_, index) => ({
    en: blocks.en[index] ?? null,
    fr: blocks.fr[index] ?? null,
  }));
}

/** What stands in for a language that an example does not show. */
const neutral: Localized = {
  en: '## Your work\n\nYou help people find data.\n',
  fr: '## Votre travail\n\nVous aidez les gens à trouver des données.\n',
};

const front: Localized = {
  en: 'title: Data Analyst\ndescription: Work on open data with a small team.',
  fr: 'title: Analyste de données\ndescription: Travaillez sur les données ouvertes au sein d’une petite équipe.',
};

/** An example that shows only the text of a posting gets a front matter. */
function completed(lang: Lang, text: string, key = 'data-analyst'): string {
  if (/^\uFEFF?---\r?$/m.test(text.split('\n', 1)[0]!)) return text;
  return `---\n${front[lang]}\narchived: false\ntranslationKey: ${key}\n---\n\n${text}`;
}

/** Both files of an example; a language that it does not show gets a neutral text. */
export function sourcesOf({ en, fr }: Example): LocalizedSources {
  const key = /^translationKey: *(.+)$/m.exec(en ?? fr ?? '')?.[1];
  return {
    en: { file: 'en/jobs/data-analyst.md', source: en ?? completed('en', neutral.en, key) },
    fr: { file: 'fr/emplois/analyste.md', source: fr ?? completed('fr', neutral.fr, key) },
  };
}
