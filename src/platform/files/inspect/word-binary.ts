import { readCompoundFile, type CompoundEntry } from './compound-file.ts';
import { accepted, refused, type Inspection } from './inspection.ts';

/** Streams at the root that tell what other programs' compound files are. */
const OTHER_PROGRAMS: readonly (readonly [string, string])[] = [
  ['workbook', 'xls'],
  ['book', 'xls'],
  ['powerpoint document', 'ppt'],
  ['__properties_version1.0', 'msg'],
  ['visiodocument', 'vsd'],
  ['quill', 'pub'],
];

/** The first word of a Word document: Word 97 and later, and Word 6 and 95 ([MS-DOC] 2.5.2). */
const WORD_97_MAGIC = 0xa5ec;
const WORD_95_MAGIC = 0xa5dc;
const FLAG_ENCRYPTED = 0x0100;
const FLAG_SECOND_TABLE = 0x0200;

/**
 * Inspects a file that begins as an OLE compound file: a Word document (DOC) is accepted; an
 * encrypted DOCX, which comes in this container ([MS-OFFCRYPTO] 2.3), is told apart.
 */
export function inspectCompoundFile(bytes: Buffer): Inspection {
  const file = readCompoundFile(bytes);
  if (file === null) return refused('damaged', 'cfb');
  const entries = new Map<string, CompoundEntry>();
  for (const entry of file.entries) entries.set(entry.path.toLowerCase(), entry);

  if (entries.has('encryptedpackage') && entries.has('encryptioninfo')) {
    return refused('encrypted', 'docx');
  }
  const other = OTHER_PROGRAMS.find(([name]) => entries.has(name))?.[1];
  const wordDocument = entries.get('worddocument');
  if (wordDocument?.kind !== 'stream') {
    return refused('unsupported-type', other ?? (looksLikeInstaller(file.entries) ? 'msi' : 'cfb'));
  }
  if (other !== undefined) return refused('polyglot', other);

  const document = file.read(wordDocument);
  // The fixed part of the file information block is 32 bytes.
  if (document === null || document.length < 32) return refused('damaged', 'doc');
  const magic = document.readUInt16LE(0);
  if (magic !== WORD_97_MAGIC && magic !== WORD_95_MAGIC) return refused('damaged', 'doc');
  const flags = document.readUInt16LE(10);
  if ((flags & FLAG_ENCRYPTED) !== 0) return refused('encrypted', 'doc');
  if (file.entries.some(isMacroEntry)) return refused('macros', 'doc');
  if (magic === WORD_97_MAGIC) {
    const table = entries.get((flags & FLAG_SECOND_TABLE) === 0 ? '0table' : '1table');
    if (table === undefined || file.read(table) === null) return refused('damaged', 'doc');
  }
  return accepted('doc');
}

/** [MS-OVBA] 2.2: a project has a storage `VBA`, and in it a stream `_VBA_PROJECT`. */
function isMacroEntry(entry: CompoundEntry): boolean {
  return entry.path.split('/').some((name) => /^(?:vba|_vba_project)$/i.test(name));
}

/** Installer packages write their table names in this otherwise unused range of characters. */
function looksLikeInstaller(entries: readonly CompoundEntry[]): boolean {
  return entries.some((entry) => /^[\u3800-\u4840]/.test(entry.path));
}
