import { type Lang, langs } from '#platform/i18n';
import { type VersionSources, readVersion } from '../catalogue/version.ts';
import { plainLines } from '../loader/yaml.ts';
import type { TextBlock } from './blocks.ts';
import { type Changes, compareVersions } from './changes.ts';
import { type ComparedBlock, compareTexts } from './compare-texts.ts';

const noFiles = { en: '', fr: '' };

/**
 * Compares two states of the files of a posting: as versions where both can be read as one, else
 * line by line. The file of shared facts is always compared by line, under `facts`.
 */
export function compareSources(
  before: VersionSources,
  after: VersionSources,
  lang: Lang,
): { changes: Changes; facts: readonly ComparedBlock[] } {
  const [a, b] = [readVersion(before, noFiles), readVersion(after, noFiles)];
  const read = a && b ? compareVersions(a, b, lang, 'staff') : null;
  const changed = read !== null && langs.some((of) => read.text[of].some(isChange));
  // What only Markdown or front matter shows is no change of words: then the lines say it.
  const changes =
    read && (changed || langs.every((of) => before[of] === after[of]))
      ? read
      : {
          text: { en: byLine(before.en, after.en), fr: byLine(before.fr, after.fr) },
          facts: read?.facts ?? [],
        };
  return { changes, facts: byLine(before.process ?? '', after.process ?? '') };
}

function isChange({ kind }: ComparedBlock): boolean {
  return kind !== 'same';
}

function byLine(before: string, after: string): ComparedBlock[] {
  return compareTexts(linesOf(before), linesOf(after));
}

function linesOf(source: string): TextBlock[] {
  return plainLines(source)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((text) => ({ role: 'paragraph', text }));
}
