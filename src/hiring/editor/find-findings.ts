import type { Finding } from '#hiring/check';
import type { Lang } from '#platform/i18n';
import type { VersionSources } from '#hiring/postings';
import { splitFrontMatter } from '#hiring/postings/loader';
import type { PostingFiles } from './model.ts';
import { coreOf } from './source/edit-source.ts';
import { plainOf } from './source/splice.ts';

/** The three texts that an author works on. */
export const textParts = ['en', 'fr', 'facts'] as const;
export type TextPart = (typeof textParts)[number];

/** A finding, and where it is in the text areas of the form. */
export type PlacedFinding = {
  readonly finding: Finding;
  /** Its severity, what is wrong and what to do about it, in the author's language. */
  readonly said: { readonly severity: string; readonly message: string; readonly remedy: string };
  readonly part: TextPart;
  /** Name of the text area; null where it is in a part of the file that the form does not show. */
  readonly field: string | null;
  /** Line in that text area, or in the file, from 1. */
  readonly line: number;
  /** Offsets in the text of that text area, as browsers count: line feeds only. */
  readonly start: number;
  readonly end: number;
};

/**
 * Checks texts that are in no file yet, by the settings that hold for the folder; by the usual ones
 * where its own cannot be read.
 */
export async function findFindings(
  files: PostingFiles,
  sources: VersionSources,
  { now, contentFolder, lang }: { now: Date; contentFolder: string; lang: Lang },
): Promise<PlacedFinding[]> {
  // The rules are large, and a server starts before anybody writes.
  const check = await import('#hiring/check');
  const { checkPair, defaultConfig, describeFinding, describeSeverity, findConfig } = check;
  const found = await findConfig(contentFolder, null);
  const config = found.ok ? found.config : defaultConfig;
  const facts =
    sources.process === null || files.facts === null
      ? null
      : { file: files.facts, source: sources.process };
  const texts = {
    en: { file: files.en, source: sources.en },
    fr: { file: files.fr, source: sources.fr },
    facts,
  };
  return checkPair(texts, { now, config }).map((finding) => {
    const { file } = finding.place;
    const part: TextPart = file === files.fr ? 'fr' : file === files.en ? 'en' : 'facts';
    const severity = describeSeverity(finding.severity, lang);
    const said = { severity, ...describeFinding(finding, lang) };
    return { finding, said, part, ...placeIn(part, texts[part]?.source ?? '', finding) };
  });
}

type Area = { field: string; start: number; end: number };

function placeIn(
  part: TextPart,
  source: string,
  { place }: Finding,
): Pick<PlacedFinding, 'field' | 'line' | 'start' | 'end'> {
  const plain = plainOf(source);
  const offset = (raw: number): number => plainOf(source.slice(0, raw)).length;
  const [start, end] = [offset(place.span.start), offset(place.span.end)];
  // A finding about a file as a whole is at its very beginning, where nothing stands.
  const area =
    place.span.end === 0
      ? undefined
      : areasOf(part, plain).find((one) => start >= one.start && start <= one.end);
  if (!area) return { field: null, line: place.start.line, start: 0, end: 0 };
  // A field is short, and written otherwise in its file: it is pointed at as a whole.
  if (/-(?:title|description)$/.test(area.field)) {
    return { field: area.field, line: 1, start: 0, end: area.end - area.start };
  }
  const line = plain.slice(area.start, start).split('\n').length;
  const last = area.end - area.start;
  return {
    field: area.field,
    line,
    start: start - area.start,
    end: Math.min(end - area.start, last),
  };
}

/** Where the text areas of a part are in its file. */
function areasOf(part: TextPart, plain: string): Area[] {
  if (part === 'facts') return [{ field: 'facts', start: 0, end: plain.length }];
  const split = splitFrontMatter('', plain);
  if (!split.ok) return [{ field: `${part}-whole`, start: 0, end: plain.length }];
  const { yaml, yamlStart, body } = split.parts;
  const fields = ['title', 'description'].flatMap((name): Area[] => {
    const range = yaml.rangeOf([name]);
    if (!range) return [];
    return [
      { field: `${part}-${name}`, start: yamlStart + range.start, end: yamlStart + range.end },
    ];
  });
  const bodyStart = plain.length - body.length;
  const core = coreOf(body);
  const text = { field: `${part}-body`, start: bodyStart + core.start, end: bodyStart + core.end };
  return [...fields, text];
}
