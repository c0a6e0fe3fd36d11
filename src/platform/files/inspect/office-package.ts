import type { Entry } from 'yauzl';
import { readXml } from '../xml-reader.ts';
import { decodeText } from '../text-decoding.ts';
import { type Archive, newArchiveBudget, openArchive, readPart, verifyContent } from './archive.ts';
import { accepted, refused, type Inspection } from './inspection.ts';

const MAX_MANIFEST_BYTES = 1024 * 1024;

/** Inspects a file that begins as a ZIP archive: DOCX and ODT are accepted, nothing else. */
export async function inspectPackage(bytes: Buffer): Promise<Inspection> {
  const budget = newArchiveBudget();
  const opened = await openArchive(bytes, budget);
  if (!opened.ok) return refused(opened.kind, 'zip');
  const { archive } = opened;

  const inspection = (await inspectOpenDocument(archive)) ?? (await inspectOfficeOpenXml(archive));
  if (inspection === null) return refused('unsupported-type', 'zip');
  if (!inspection.ok) return inspection;

  const problem = await verifyContent(archive, budget);
  return problem === null ? inspection : refused(problem, inspection.type);
}

const OPEN_DOCUMENT_PREFIX = 'application/vnd.oasis.opendocument.';
const OPEN_DOCUMENT_NAMES: ReadonlyMap<string, string> = new Map([
  ['text-template', 'ott'],
  ['text-master', 'odm'],
  ['spreadsheet', 'ods'],
  ['presentation', 'odp'],
  ['graphics', 'odg'],
]);

/** OpenDocument 1.3 part 2, 3.3: the part `mimetype` names the type. Null if there is none. */
async function inspectOpenDocument(archive: Archive): Promise<Inspection | null> {
  const declaration = findPart(archive, 'mimetype');
  if (declaration === undefined) return null;
  const mediaType = (await readPart(archive, declaration, 256))?.toString('latin1').trim() ?? '';
  if (mediaType === 'application/epub+zip') return refused('unsupported-type', 'epub');
  if (!mediaType.startsWith(OPEN_DOCUMENT_PREFIX)) return refused('unsupported-type', 'zip');
  const kind = mediaType.slice(OPEN_DOCUMENT_PREFIX.length);
  if (kind !== 'text') return refused('unsupported-type', OPEN_DOCUMENT_NAMES.get(kind) ?? 'zip');

  const manifest = await readXmlPart(archive, 'META-INF/manifest.xml');
  if (manifest?.some((element) => element.name === 'manifest:encryption-data')) {
    return refused('encrypted', 'odt');
  }
  if (archive.entries.some(isOpenDocumentMacro)) return refused('macros', 'odt');
  if (findPart(archive, 'content.xml') === undefined) return refused('damaged', 'odt');
  return accepted('odt');
}

/** Basic modules and scripts; the library lists are there even in documents without any macro. */
function isOpenDocumentMacro(entry: Entry): boolean {
  const name = entry.fileName;
  if (name.endsWith('/')) return false;
  if (name.startsWith('Scripts/')) return true;
  return name.startsWith('Basic/') && !/(?:script|dialog)-l[bc]\.xml$/.test(name);
}

const WORD_DOCUMENT =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
/** The kinds of main part, by content type: ECMA-376 part 1, and [MS-OFFMACRO2] for macros. */
const MAIN_PARTS: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml\.template\.main\+xml$/, 'dotx'],
  [/spreadsheetml\.(?:sheet|template)\.main\+xml$|ms-excel\.\w+.*\.main\+xml$/, 'xlsx'],
  [/presentationml\.\w+\.main\+xml$|ms-powerpoint\.\w+.*\.main\+xml$/, 'pptx'],
];

/** ECMA-376 part 2: `[Content_Types].xml` says what each part is. Null if there is none. */
async function inspectOfficeOpenXml(archive: Archive): Promise<Inspection | null> {
  if (findPart(archive, '[Content_Types].xml') === undefined) return null;
  const elements = await readXmlPart(archive, '[Content_Types].xml');
  if (elements === null) return refused('damaged', 'docx');
  const types = elements.flatMap((element) => {
    const contentType = element.attributes.get('ContentType')?.trim().toLowerCase();
    return contentType === undefined
      ? []
      : [{ contentType, partName: element.attributes.get('PartName') }];
  });

  if (types.some(({ contentType }) => /ms-word\..*macroenabled/.test(contentType))) {
    return refused('macros', 'docm');
  }
  const main = types.find(({ contentType }) => contentType === WORD_DOCUMENT);
  if (main === undefined) {
    const other = MAIN_PARTS.find(([pattern]) =>
      types.some(({ contentType }) => pattern.test(contentType)),
    );
    return refused('unsupported-type', other?.[1] ?? 'zip');
  }
  if (types.some(({ contentType }) => contentType === 'application/vnd.ms-office.vbaproject')) {
    return refused('macros', 'docx');
  }
  const mainPart = main.partName?.replace(/^\//, '') ?? 'word/document.xml';
  if (findPart(archive, mainPart) === undefined) return refused('damaged', 'docx');
  return accepted('docx');
}

/** Part names are compared without regard to case (ECMA-376 part 2, 6.2.2.3). */
function findPart(archive: Archive, name: string): Entry | undefined {
  const wanted = name.toLowerCase();
  return archive.entries.find((entry) => entry.fileName.toLowerCase() === wanted);
}

interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
}

/** The elements of a small XML part in document order; null if absent, too large or malformed. */
async function readXmlPart(archive: Archive, name: string): Promise<XmlElement[] | null> {
  const entry = findPart(archive, name);
  const bytes = entry && (await readPart(archive, entry, MAX_MANIFEST_BYTES));
  const text = bytes && decodeText(bytes);
  if (!text) return null;
  try {
    return [...readXml(text)].filter((event) => event.kind === 'open');
  } catch {
    return null;
  }
}
