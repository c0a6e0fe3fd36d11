import { decodeWindows1252 } from '../text-decoding.ts';
import { CODE_PAGES, FONT_CHARSETS } from './rtf-charsets.ts';
import { readRtf, type RtfToken } from './rtf-tokens.ts';
import { clampLevel, createBlockList, type ExtractedBlocks, type TextBlock } from './text-block.ts';

const MAX_DEPTH = 1_000;

/** Groups whose content is not text of the document. Nor is what is marked \*, mostly. */
const PASSED_OVER: ReadonlySet<string> = new Set(
  (
    'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl ' +
    'footerr footerf annotation atnid atnauthor fldinst listtable listoverridetable rsidtbl ' +
    'themedata colorschememapping datastore latentstyles xmlnstbl generator filetbl revtbl ' +
    'template bkmkstart bkmkend nonshppict private sp shprslt ftnsep ftnsepc aftnsep aftnsepc tc xe'
  ).split(' '),
);

/** Marked \* although they hold text: shapes, for their text boxes, and notes. */
const READ_ANYWAY: ReadonlySet<string> = new Set(['shpinst', 'footnote']);

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['endash', '–'],
  ['emdash', '—'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
]);
/** A backslash before a line end is a paragraph mark too. */
const PARAGRAPH_ENDS: ReadonlySet<string> = new Set([
  'par',
  'sect',
  'page',
  'cell',
  'row',
  'nestcell',
  'nestrow',
  '\n',
  '\r',
]);

/** What a group inherits and its end undoes. */
interface GroupState {
  isPassedOver: boolean;
  isHidden: boolean;
  /** How many characters stand in for one \u, for readers without Unicode. */
  fallbackLength: number;
  /** WHATWG name; undefined for Windows-1252. */
  encoding: string | undefined;
  inFontTable: boolean;
  inNote: boolean;
}

/**
 * The text of an RTF: body with tables cell by cell; headers, footers, pictures, embedded objects,
 * comments, field codes and hidden text are left out; notes follow their paragraph. Source: RTF
 * Specification 1.9.1.
 */
export function extractRtf(bytes: Buffer, maxBytes: number): ExtractedBlocks {
  const list = createBlockList(maxBytes);
  const reader = createRtfReader(list.add);
  for (const token of readRtf(bytes)) {
    if (list.isFull()) break;
    reader.take(token);
  }
  reader.endParagraph();
  return list.result();
}

function createRtfReader(add: (block: TextBlock) => void): {
  take(token: RtfToken): void;
  endParagraph(): void;
} {
  let state: GroupState = {
    isPassedOver: false,
    isHidden: false,
    fallbackLength: 1,
    encoding: undefined,
    inFontTable: false,
    inNote: false,
  };
  const outer: GroupState[] = [];
  const fontEncodings = new Map<number, string>();
  let documentEncoding: string | undefined;
  let currentFont = 0;
  let text = '';
  /** The notes met in the paragraph so far; they come after it. */
  let notes = '';
  let pendingBytes: number[] = [];
  let fallbackLeft = 0;
  /** True right after the start of a group, where its kind is named. */
  let isGroupStart = false;
  let isIgnorable = false;
  let outlineLevel: number | undefined;
  let listLevel: number | undefined;

  const flush = (): void => {
    if (pendingBytes.length === 0) return;
    const bytes = Buffer.from(pendingBytes);
    pendingBytes = [];
    append(
      state.encoding === undefined
        ? decodeWindows1252(bytes)
        : new TextDecoder(state.encoding).decode(bytes),
    );
  };
  const append = (characters: string): void => {
    if (state.inNote) notes += characters;
    else text += characters;
  };
  const isShown = (): boolean => !state.isPassedOver && !state.isHidden;
  const write = (characters: string): void => {
    if (!isShown()) return;
    flush();
    append(characters);
  };
  const endParagraph = (): void => {
    flush();
    if (outlineLevel !== undefined) {
      add({ kind: 'heading', level: clampLevel(outlineLevel + 1, 6), text });
    } else if (listLevel !== undefined) {
      add({ kind: 'list-item', level: clampLevel(listLevel + 1, 9), text });
    } else add({ kind: 'paragraph', text });
    add({ kind: 'paragraph', text: notes });
    text = '';
    notes = '';
  };

  const takeControl = (word: string, value: number | undefined, opensGroup: boolean): void => {
    if (opensGroup) {
      if (word === 'footnote') changeState({ inNote: true });
      if (word === 'fonttbl') state = { ...state, inFontTable: true };
      const isListMark = word === 'listtext' || word === 'pntext';
      if (PASSED_OVER.has(word) || isListMark || (isIgnorable && !READ_ANYWAY.has(word))) {
        if (isListMark) listLevel ??= 0;
        state = { ...state, isPassedOver: true };
        return;
      }
    }
    if (word === 'f' && value !== undefined) {
      currentFont = value;
      if (!state.inFontTable)
        changeState({ encoding: fontEncodings.get(value) ?? documentEncoding });
    } else if (word === 'fcharset' && state.inFontTable) {
      const encoding = FONT_CHARSETS.get(value ?? 0);
      if (encoding !== undefined) fontEncodings.set(currentFont, encoding);
    } else if (word === 'ansicpg') {
      documentEncoding = CODE_PAGES.get(value ?? 0);
      changeState({ encoding: documentEncoding });
    } else if (word === 'mac') {
      documentEncoding = 'macintosh';
      changeState({ encoding: documentEncoding });
    } else if (word === 'uc') state = { ...state, fallbackLength: Math.max(value ?? 1, 0) };
    else if (word === 'v' || word === 'deleted') changeState({ isHidden: value !== 0 });
    else if (word === 'plain') changeState({ isHidden: false });
    else if (state.isPassedOver) return;
    else if (word === 'u' && value !== undefined) {
      write(String.fromCharCode(value & 0xffff));
      fallbackLeft = state.fallbackLength;
    } else if (state.inNote) write(PARAGRAPH_ENDS.has(word) ? '\n' : (CHARACTERS.get(word) ?? ''));
    else if (word === 'pard') {
      outlineLevel = undefined;
      listLevel = undefined;
    } else if (word === 'outlinelevel') outlineLevel = value === 9 ? undefined : (value ?? 0);
    else if (word === 'ls') listLevel ??= 0;
    else if (word === 'ilvl') listLevel = value ?? 0;
    else if (PARAGRAPH_ENDS.has(word)) endParagraph();
    else write(CHARACTERS.get(word) ?? '');
  };

  /** Bytes so far belong to the state so far. */
  const changeState = (changes: Partial<GroupState>): void => {
    flush();
    state = { ...state, ...changes };
  };

  return {
    endParagraph,
    take(token) {
      if (token.kind === 'control' && token.word === '*' && isGroupStart) {
        isIgnorable = true;
        return;
      }
      const opensGroup = isGroupStart;
      isGroupStart = token.kind === 'open';
      if (isGroupStart) isIgnorable = false;
      if (token.kind === 'byte') {
        if (fallbackLeft > 0) fallbackLeft--;
        else if (isShown()) pendingBytes.push(token.byte);
        return;
      }
      if (token.kind === 'control') {
        // A control word can stand in for a character as well.
        if (fallbackLeft > 0 && CHARACTERS.has(token.word)) fallbackLeft--;
        else takeControl(token.word, token.value, opensGroup);
        return;
      }
      flush();
      fallbackLeft = 0;
      if (token.kind === 'close') {
        state = outer.pop() ?? state;
      } else if (outer.push(state) > MAX_DEPTH)
        throw new Error('The groups are nested too deeply.');
    },
  };
}
