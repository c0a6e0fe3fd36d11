/** What `readXml` meets, in document order. Names keep their prefix as written. */
export type XmlEvent =
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

const TOKEN =
  /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[(?<cdata>[^]*?)\]\]>|<\/(?<close>[^\s<>/]+)\s*>|<(?<open>[^\s<>/!?]+)(?<attributes>(?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>|(?<text>[^<]+)/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const MAX_DEPTH = 512;

/**
 * Reads the XML of office documents, which is always UTF-8 without a document type. An element
 * without content gives `open` and `close`. It is not a validating reader, and on purpose knows no
 * entities but the five of XML itself: there is nothing to expand or to fetch.
 *
 * Throws an Error on a document type, a tag that does not match, too deep a nesting or other text
 * that is not XML.
 */
export function* readXml(xml: string): Generator<XmlEvent, void, undefined> {
  const openNames: string[] = [];
  const tokens = new RegExp(TOKEN);
  while (tokens.lastIndex < xml.length) {
    const token = tokens.exec(xml);
    if (token === null) throw new Error('This is not XML that can be read.');
    const { cdata, close, open, attributes, empty, text } = token.groups ?? {};
    if (text !== undefined) yield { kind: 'text', text: decodeReferences(text) };
    else if (cdata !== undefined) yield { kind: 'text', text: cdata };
    else if (open !== undefined) {
      yield { kind: 'open', name: open, attributes: readAttributes(attributes ?? '') };
      if (empty === '/') yield { kind: 'close', name: open };
      else if (openNames.push(open) > MAX_DEPTH) throw new Error('The XML is nested too deeply.');
    } else if (close !== undefined) {
      if (openNames.pop() !== close) throw new Error('An XML element is not closed.');
      yield { kind: 'close', name: close };
    }
  }
  if (openNames.length > 0) throw new Error('An XML element is not closed.');
}

function readAttributes(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of source.matchAll(ATTRIBUTE)) {
    if (name !== undefined) attributes.set(name, decodeReferences(double ?? single ?? ''));
  }
  return attributes;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi,
    (whole, hex, decimal, name) => {
      if (typeof name === 'string') return NAMED.get(name) ?? whole;
      const codePoint = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
      return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '\ufffd';
    },
  );
}
