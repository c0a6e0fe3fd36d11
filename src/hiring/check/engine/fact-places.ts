import {
  type FoundFile,
  type YamlFile,
  plainLines,
  readFactsYaml,
  splitFrontMatter,
} from '#hiring/postings/loader';
import type { Document, Span } from '#hiring/prose';
import { type Localized, langs } from '#platform/i18n';
import type { PairUnderCheck, Place } from '../model.ts';
import { linedText, restOfLine } from './places.ts';

type Path = readonly (string | number)[];

/** A file that states facts: its YAML, where that begins in the plain text, and the facts' path. */
type Stated = {
  readonly file: string;
  readonly source: string;
  readonly yaml: YamlFile;
  readonly yamlStart: number;
  readonly at: Path;
};

/** Finds the places of facts: in the file of shared facts, else in the half that states them. */
export function factPlaces(
  shared: FoundFile | undefined,
  documents: Localized<Document>,
): PairUnderCheck['factPlace'] {
  return (path) => {
    const stated = statedIn(shared, documents);
    if (!stated) return { file: documents.en.file, span: { start: 0, end: 0 } };
    return placeOf(stated, path);
  };
}

function statedIn(shared: FoundFile | undefined, documents: Localized<Document>): Stated | null {
  if (shared && 'source' in shared) {
    const read = readFactsYaml(shared.source);
    return read.ok ? { ...shared, yaml: read.yaml, yamlStart: 0, at: [] } : null;
  }
  const document = langs.map((lang) => documents[lang]).find((one) => one.fieldSpan(['process']));
  const split = document && splitFrontMatter(document.file, document.source);
  return split?.ok ? { ...document!, ...split.parts, at: ['process'] } : null;
}

function placeOf({ file, source, yaml, yamlStart, at }: Stated, path: Path): Place {
  const text = linedText(source);
  const { line, column } = yaml.placeOf([...at, ...path]);
  const { start, end } = restOfLine(text, line, column);
  const nearest = nearestWritten(yaml, at, path);
  // Of a whole file there is only its beginning.
  if (!nearest) return { file, span: { start, end: start } };
  const plain = linedText(plainLines(source)).positionOf(yamlStart + nearest.end);
  const valueEnd = text.offsetOf(plain.line, plain.column);
  return { file, span: { start, end: valueEnd > start ? Math.min(valueEnd, end) : end } };
}

/** The value at a path, or the nearest one above it. */
function nearestWritten(yaml: YamlFile, at: Path, path: Path): Span | null {
  const whole = [...at, ...path];
  for (let length = whole.length; length > 0; length -= 1) {
    const range = yaml.rangeOf(whole.slice(0, length));
    if (range) return range;
  }
  return null;
}
