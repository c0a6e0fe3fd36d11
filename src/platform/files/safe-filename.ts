const MAX_LENGTH = 120;
const MAX_EXTENSION_LENGTH = 12;
/** Beyond this, nothing of a name is looked at: it is cut anyway. */
const MAX_READ = 2_000;

/** Format characters that are needed within words: joiners, and the selectors of emoji. */
const KEPT_FORMAT_CHARACTERS = '\u200c\u200d';

/**
 * Turns the file name a browser sent into one that is safe to show, store and offer for download:
 * the base name only, in NFC, without control, direction-changing or invisible characters or those
 * that Windows forbids, at most 120 UTF-16 units. A name with nothing left becomes `document`,
 * which is the same word in both languages.
 *
 * With `extension` (no dot; from `inspectDocument`), the name ends in what the content proved to
 * be: a document extension is replaced, any other name gets it added.
 */
export function safeFilename(
  clientName: string,
  { extension }: { extension?: string } = {},
): string {
  const base = clientName.slice(-MAX_READ).split(/[/\\]/).at(-1) ?? '';
  const clean = withoutReservedName(cleanCharacters(base));
  const { stem, suffix } = splitExtension(clean);
  const wanted = extension === undefined ? suffix : `.${extension}`;
  const isDocument = /^\.(?:pdf|docx?|odt|rtf|txt|text)$/i.test(suffix);
  const keepsSuffix = wanted.toLowerCase() === suffix.toLowerCase();
  const kept = keepsSuffix ? suffix : wanted;
  const rest = keepsSuffix || isDocument ? stem : stem + suffix;
  const shown = /[\p{L}\p{N}\p{P}\p{S}]/u.test(rest) ? cut(rest, MAX_LENGTH - kept.length) : '';
  return (shown || 'document') + kept;
}

function cleanCharacters(name: string): string {
  return (
    name
      .toWellFormed()
      .normalize('NFC')
      // A space of any kind, so that words stay apart; the rest goes without a trace.
      .replace(/[\t\n\v\f\r\p{Z}]/gu, ' ')
      .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffd]/gu, (character) =>
        KEPT_FORMAT_CHARACTERS.includes(character) ? character : '',
      )
      .replace(/ +/g, ' ')
      .replace(/[<>:"|?*]/g, '-')
      .replace(/^[. ]+|[. ]+$/g, '')
  );
}

/** Windows takes these for devices, with any extension. */
function withoutReservedName(name: string): string {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name) ? `-${name}` : name;
}

function splitExtension(name: string): { stem: string; suffix: string } {
  const dot = name.lastIndexOf('.');
  const isExtension = dot > 0 && /^[a-z0-9]+$/i.test(name.slice(dot + 1));
  if (!isExtension || name.length - dot > MAX_EXTENSION_LENGTH) return { stem: name, suffix: '' };
  return { stem: name.slice(0, dot), suffix: name.slice(dot) };
}

/** Cuts between characters as people see them; one of absurd length is left out whole. */
function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    if (kept.length + segment.length > maxLength) break;
    kept += segment;
  }
  return kept.replace(/[. ]+$/, '');
}

/**
 * A Content-Disposition header value (RFC 6266): the name in ASCII for old clients and, where that
 * is not all of it, in UTF-8 (RFC 8187). The name goes through `safeFilename` first, so nothing in
 * it can end the value or the header.
 */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const safe = safeFilename(name);
  const ascii = toAscii(safe);
  const plain = `${kind}; filename="${ascii}"`;
  return ascii === safe ? plain : `${plain}; filename*=UTF-8''${encodeExtended(safe)}`;
}

/** Letters without their accents; a low line for the rest, and for what quoting would need. */
function toAscii(name: string): string {
  return name
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .replaceAll('’', "'")
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]|["\\/%]/gu, '_');
}

/** RFC 8187 3.2.1: what is not an attr-char is percent-encoded, more than encodeURIComponent does. */
function encodeExtended(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
